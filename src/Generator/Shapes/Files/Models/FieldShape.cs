namespace Kiln.Generator.Shapes.Files;

/// <summary>A property of a model.</summary>
/// <param name="Name">The property's name.</param>
/// <param name="Type">Its C# type.</param>
/// <param name="WireName">The field's name in JSON.</param>
/// <param name="Access">How its value is read and written.</param>
/// <param name="Presence">The method of <c>WireFields</c> that says whether it may be missing or null.</param>
/// <param name="Storage">Where its value is stored.</param>
/// <param name="IsReadOnly">Whether requests leave it out.</param>
/// <param name="IsWriteOnly">Whether responses leave it out.</param>
/// <param name="Doc">What the document says of it.</param>
/// <example><c>("Name", "string?", "name", new("String", "", ""), "Optional", new PlainStorage(""), …)</c></example>
internal sealed record FieldShape(
    string Name, string Type, string WireName, FieldAccessShape Access, string Presence, FieldStorage Storage, bool IsReadOnly, bool IsWriteOnly, DocShape Doc)
{
    /// <summary>Whether null is a value of its type, and not the lack of one: any JSON.</summary>
    public bool HasNullValue { get; init; }

    /// <summary>Whether the property or what stands behind it is a value type that may be null.</summary>
    public bool IsNullableValue { get; init; }

    /// <summary>Whether a new model has a value, although the field is not required.</summary>
    public bool IsInitial { get; init; }

    /// <summary>Whether a new object does not compile without it.</summary>
    public bool IsRequiredMember { get; init; }

    /// <summary>Whether the table of fields names the property, since its name does not follow from the field's.</summary>
    public bool IsNamed { get; init; }
}
