namespace Kiln.Generator.Api.Nswag;

/// <summary>The part of a document that NSwag.Core reads: paths, operations, parameters, bodies and responses, with references followed and parameters merged.</summary>
/// <param name="Title">The API's title.</param>
/// <param name="Description">What the API is for.</param>
/// <param name="Operations">In the order of the document.</param>
internal sealed record DocumentSkeleton(string? Title, string? Description, IReadOnlyList<OperationSkeleton> Operations);

/// <summary>An operation.</summary>
/// <param name="Path">The path template.</param>
/// <param name="Method">As it is sent: <c>GET</c>.</param>
/// <param name="Summary">What it does, in a line.</param>
/// <param name="Description">What it does, at length.</param>
/// <param name="IsDeprecated">Whether it is deprecated.</param>
/// <param name="Parameters">Its own, then those of its path item that it does not replace.</param>
/// <param name="Body">The request body; <see langword="null"/> for none.</param>
/// <param name="Responses">In the order of the document.</param>
internal sealed record OperationSkeleton(
    string Path,
    string Method,
    string? Summary,
    string? Description,
    bool IsDeprecated,
    IReadOnlyList<ParameterSkeleton> Parameters,
    BodySkeleton? Body,
    IReadOnlyList<ResponseSkeleton> Responses);

/// <summary>A parameter.</summary>
/// <param name="Name">Its name.</param>
/// <param name="In">Its location, in lower case.</param>
/// <param name="IsRequired">Whether it must be sent.</param>
/// <param name="Description">What the document says of it.</param>
/// <param name="IsDeprecated">Whether it is deprecated.</param>
internal sealed record ParameterSkeleton(string Name, string In, bool IsRequired, string? Description, bool IsDeprecated);

/// <summary>A request body.</summary>
internal sealed record BodySkeleton(bool IsRequired, string? Description, IReadOnlyList<string> MediaTypes);

/// <summary>A response.</summary>
internal sealed record ResponseSkeleton(string Status, string? Description, IReadOnlyList<HeaderSkeleton> Headers, IReadOnlyList<string> MediaTypes);

/// <summary>A header of a response.</summary>
internal sealed record HeaderSkeleton(string Name, bool IsRequired, string? Description);
