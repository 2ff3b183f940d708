namespace Kiln.Generator.Shapes.Files;

/// <summary>A property of a model.</summary>
/// <param name="Name">The property's name.</param>
/// <param name="Type">Its C# type.</param>
/// <param name="WireName">The field's name in JSON.</param>
/// <param name="Wire">The expression that reads and writes it.</param>
/// <param name="Presence">The method of <c>WireFields</c> that says whether it may be missing or null.</param>
/// <param name="Storage">Where its value is stored.</param>
/// <param name="IsReadOnly">Whether requests leave it out.</param>
/// <param name="IsWriteOnly">Whether responses leave it out.</param>
/// <param name="Doc">What the document says of it.</param>
/// <example><c>("Name", "string?", "name", "WireType.String", "Optional", new PlainStorage(""), …)</c></example>
internal sealed record FieldShape(string Name, string Type, string WireName, string Wire, string Presence, FieldStorage Storage, bool IsReadOnly, bool IsWriteOnly, DocShape Doc);
