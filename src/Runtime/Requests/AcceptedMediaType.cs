using Microsoft.Kiota.Abstractions;

namespace Kiln.Runtime.Requests;

/// <summary>What a method asks for that is one of several of its operation (<see cref="RequestInformationExtensions.WithAccept"/>), by which fakes tell its calls from those of the others.</summary>
internal sealed record AcceptedMediaType(string MediaType) : IRequestOption;
