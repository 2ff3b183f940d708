using Kiln.Generator.Collections;

namespace Kiln.Generator.Shapes.Files;

/// <summary>What a status is thrown as.</summary>
/// <param name="Status">A status code (<c>404</c>), a range of them (<c>5XX</c>), or <c>default</c>.</param>
/// <param name="Bodies">The exceptions, by media type; empty for the runtime's plain one.</param>
/// <param name="Description">What the document says of it, in one line; empty for nothing.</param>
/// <param name="Headers">The class of its headers where no exception has it as a property; <see langword="null"/> for none.</param>
/// <example><c>("404", "ErrorResponseException")</c></example>
internal sealed record ErrorCaseShape(string Status, EquatableArray<ErrorBodyShape> Bodies, string Description, string? Headers);

/// <summary>An exception with the type of its error.</summary>
/// <param name="MediaType">The media type in which it is received; the first counts for all others too.</param>
/// <param name="Exception">The exception; <see langword="null"/> for the runtime's, of the type.</param>
/// <param name="Type">The type of the error.</param>
/// <param name="Wire">The expression of the runtime's <c>WireType</c> for it; <see langword="null"/> for a text.</param>
internal sealed record ErrorBodyShape(string MediaType, string? Exception, string Type, string? Wire);
