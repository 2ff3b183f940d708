using Kiln.Generator.Collections;

namespace Kiln.Generator.Shapes.Files;

/// <summary>The path and the query of a request's URL.</summary>
/// <param name="Path">The parts of the path; <see langword="null"/> where the builder's operations share one path.</param>
/// <param name="Query">The query parameters.</param>
internal sealed record UrlShape(EquatableArray<PathPartShape>? Path, EquatableArray<QueryParameterShape> Query);

/// <summary>A part of a path: text, or a parameter.</summary>
/// <param name="Text">The text, or the name of the field that holds the parameter's value.</param>
/// <param name="Wire">The runtime's <c>WireType</c> of the parameter; <see langword="null"/> for text.</param>
/// <example><c>/pets/{petId}</c> has the parts <c>("/pets/", null)</c> and <c>("petId", "WireType.Int64")</c>.</example>
internal sealed record PathPartShape(string Text, string? Wire);

/// <summary>A query parameter.</summary>
/// <param name="WireName">Its name in the URL.</param>
/// <param name="Wire">The runtime's <c>WireType</c> of it, or of an item of a list.</param>
/// <param name="Property">Its property in the query class.</param>
/// <param name="ListStyle">For a list, the member of the runtime's <c>ListStyle</c>; <see langword="null"/> for a single value.</param>
/// <example><c>("tags", "WireType.String", "Tags", "CommaDelimited")</c></example>
internal sealed record QueryParameterShape(string WireName, string Wire, string Property, string? ListStyle);
