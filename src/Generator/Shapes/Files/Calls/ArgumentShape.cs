namespace Kiln.Generator.Shapes.Files;

/// <summary>A parameter that must be given.</summary>
internal sealed record ArgumentShape(string Name, string Type, string Property, string? Description);
