using Kiln.Generator.Collections;

namespace Kiln.Generator.Api.Model;

/// <summary>A scalar, mostly a string, that is one of the values which the document names; services add more.</summary>
/// <example><c>asc</c> or <c>desc</c>.</example>
internal sealed record EnumSchema(EquatableArray<EnumValue> Values) : Schema
{
    /// <summary>The type of the values, which all of <see cref="Values"/> have.</summary>
    public ScalarSchema UnderlyingType { get; init; } = new("string", null);

    /// <summary>The only value; <see langword="null"/> if there are others.</summary>
    public string? Constant => Values.Count == 1 ? Values[0].Wire : null;
}

/// <summary>One value of an <see cref="EnumSchema"/>.</summary>
/// <param name="Wire">A string as it is sent; of other values the JSON, of a number in its shortest form.</param>
/// <param name="Name">The document's name for it (<c>x-enum-varnames</c>), or <see langword="null"/>.</param>
/// <param name="Description">What the document says of it (<c>x-enum-descriptions</c>), or <see langword="null"/>.</param>
internal sealed record EnumValue(string Wire, string? Name, string? Description)
{
    /// <summary>Whether it is a string, and not a number or a boolean.</summary>
    public bool IsString { get; init; } = true;

    /// <summary>Whether the document names or describes it, be it with a text that is blank.</summary>
    public bool HasTexts { get; init; }

    /// <summary>The name that the document gives the C# member, or <see langword="null"/>.</summary>
    public string? NameOverride { get; init; }
}
