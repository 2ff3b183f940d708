using System.Text;
using System.Text.Json;

namespace Kiln.Runtime.Wire;

/// <summary>What the document says about a field's being there and being null.</summary>
internal enum Presence
{
    Required,
    RequiredNullable,
    Optional,
    OptionalNullable,
}

/// <summary>One field of a model: its name on the wire, and what the document says of it. Its value is in the model, which reads and writes it by <see cref="Place"/>.</summary>
/// <param name="name">The name on the wire.</param>
/// <param name="presence">Whether it may be missing or null.</param>
/// <param name="place">Its number among the model's fields, from 0.</param>
/// <param name="optionalPlace">Its number among those that are not required, from 0; -1 for a required one.</param>
internal sealed class WireField(string name, Presence presence, int place, int optionalPlace)
{
    public string Name => name;

    public Presence Presence => presence;

    public int Place => place;

    public int OptionalPlace => optionalPlace;

    /// <summary>A bit of its own among the first 64 fields, shared by those beyond.</summary>
    public ulong Bit { get; } = 1UL << place; // C# counts a shift modulo 64

    public bool IsRequired => presence is Presence.Required or Presence.RequiredNullable;

    public bool AllowsNull => presence is Presence.RequiredNullable or Presence.OptionalNullable;

    /// <summary>Whether null is a value like others to its type, and not the lack of one.</summary>
    public bool HasNullValue { get; set; }

    /// <summary>Whether requests do not include it.</summary>
    public bool IsReadOnly { get; set; }

    /// <summary>Whether a new model has a value, although the field is not required.</summary>
    public bool IsInitial { get; set; }

    /// <summary>The C# property, where the field's name does not say it.</summary>
    public string? Property { get; init; }

    /// <summary>The name as it is written in JSON: behind a comma, with its quotes and colon. The first of an object has no comma.</summary>
    public byte[] Member { get; } = Encoding.UTF8.GetBytes(",\"" + JsonEncodedText.Encode(name, JsonText.WriterOptions.Encoder).Value + "\":");
}
