namespace Kiln.Generator.Shapes.Files;

/// <summary>A path parameter: a parameter of a builder's constructor, and of the member that gives the builder.</summary>
/// <param name="Name">Its name.</param>
/// <param name="WireName">The name of the path parameter.</param>
/// <param name="Type">Its C# type.</param>
/// <param name="Description">What the document says of it.</param>
/// <example><c>("threatId", "threat_id", "string", null)</c></example>
internal sealed record ValueShape(string Name, string WireName, string Type, string? Description);
