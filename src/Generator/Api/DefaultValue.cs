namespace Kiln.Generator.Api;

/// <summary>What a service takes where a value is not sent.</summary>
/// <param name="Json">As the document has it, for people to read: <c>20</c>, <c>"asc"</c>, <c>[]</c>.</param>
/// <param name="Scalar">The single value that it is, where it fits the schema: a text without quotes, a number as JSON writes it, <c>true</c>; else null.</param>
internal sealed record DefaultValue(string Json, string? Scalar);
