namespace Kiln.Generator.Shapes.Files;

/// <summary>A value with a name: a builder's field, a method's parameter.</summary>
/// <param name="Name">Its name.</param>
/// <param name="WireName">The name of the path parameter.</param>
/// <param name="Type">Its C# type.</param>
/// <param name="EmptyValue">The field's value where none is given; empty for <c>default</c>.</param>
/// <param name="Description">What the document says of it.</param>
/// <example><c>("threatId", "threat_id", "string", "\"\"", null)</c></example>
internal sealed record ValueShape(string Name, string WireName, string Type, string EmptyValue, string? Description);
