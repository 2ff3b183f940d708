namespace Kiln.Generator.Shapes.Files;

/// <summary>A parameter that must be given.</summary>
/// <param name="Name">Its name in the methods.</param>
/// <param name="Type">Its C# type.</param>
/// <param name="Property">The query property that takes it.</param>
/// <param name="WireName">Its name in the request.</param>
/// <param name="Description">What the document says of it.</param>
/// <example><c>("limit", "int", "Limit", "limit", null)</c></example>
internal sealed record ArgumentShape(string Name, string Type, string Property, string WireName, string? Description);
