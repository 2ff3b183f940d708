namespace Kiln.Generator.Shapes.Files;

/// <summary>A named value of an enum.</summary>
/// <param name="Name">Its property.</param>
/// <param name="Value">Its value as C# writes it.</param>
/// <param name="WireValue">Its value as a person reads it.</param>
/// <param name="Description">What the document says of it.</param>
/// <example><c>("Asc", "\"asc\"", "asc", null)</c></example>
internal sealed record EnumMemberShape(string Name, string Value, string WireValue, string? Description);
