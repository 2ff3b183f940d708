namespace Kiln.Generator.Shapes.Files;

/// <summary>The property for fields that the document does not name, but gives a type.</summary>
/// <param name="Name">The property's name.</param>
/// <param name="Backing">The field behind it.</param>
/// <param name="Type">Its C# type.</param>
/// <param name="Wire">The expression that reads and writes a value.</param>
/// <param name="AreOpen">Whether properties of other types may be beside them.</param>
/// <example><c>("AdditionalProperties", "additionalProperties", "Dictionary&lt;string, int&gt;", "WireType.Int32", AreOpen: false)</c></example>
internal sealed record AdditionalPropertiesShape(string Name, string Backing, string Type, string Wire, bool AreOpen);
