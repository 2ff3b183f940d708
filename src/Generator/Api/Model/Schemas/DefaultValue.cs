namespace Kiln.Generator.Api.Model;

/// <summary>The value that a service uses where none is sent.</summary>
/// <example><c>20</c>, <c>"asc"</c>, <c>[]</c>.</example>
/// <param name="Json">As the document has it, for people to read.</param>
/// <param name="Scalar">The scalar that it is, where it fits the schema: a string without quotes, a number as JSON writes it, <c>true</c>; else <see langword="null"/>.</param>
internal sealed record DefaultValue(string Json, string? Scalar);
