using Kiln.Generator.Collections;

namespace Kiln.Generator.Api;

/// <summary>What a document says of a value: one of the records below.</summary>
internal abstract record Schema
{
    private protected Schema()
    {
    }

    /// <summary>The name that the document chooses for the C# type (<see cref="ChosenNames"/>), or <see langword="null"/>.</summary>
    public string? Wish { get; init; }
}

/// <summary>Any JSON at all.</summary>
internal sealed record AnySchema : Schema;

/// <summary>A single value.</summary>
/// <example><c>integer</c> of format <c>int64</c>.</example>
/// <param name="Type"><c>string</c>, <c>integer</c>, <c>number</c>, <c>boolean</c>, or <c>literal</c> for any of these.</param>
/// <param name="Format">The format as the document has it, or <see langword="null"/>.</param>
internal sealed record ScalarSchema(string Type, string? Format) : Schema;

/// <summary>A single value, mostly a text, that is one of some which the document names; services grow more.</summary>
internal sealed record EnumSchema(EquatableArray<EnumValue> Values) : Schema
{
    /// <summary>What the values are; all of <see cref="Values"/> are such.</summary>
    public ScalarSchema Carrier { get; init; } = new("string", null);
}

/// <summary>One value of an <see cref="EnumSchema"/>.</summary>
/// <param name="Wire">A text as it travels; of other values the JSON, of a number in its shortest form.</param>
/// <param name="Name">The word that the document has for it (<c>x-enum-varnames</c>), or <see langword="null"/>.</param>
/// <param name="Description">What the document says of it (<c>x-enum-descriptions</c>), or <see langword="null"/>.</param>
internal sealed record EnumValue(string Wire, string? Name, string? Description)
{
    /// <summary>Whether it is a text, and not a number or a boolean.</summary>
    public bool IsText { get; init; } = true;

    /// <summary>The name that the document chooses for it (<see cref="ChosenNames"/>), or <see langword="null"/>.</summary>
    public string? Wish { get; init; }
}

/// <summary>A list.</summary>
internal sealed record ArraySchema(Schema Items, bool ItemsAreNullable) : Schema;

/// <summary>A list of one length whose places have types of their own.</summary>
/// <param name="Places">Two to seven.</param>
internal sealed record TupleSchema(EquatableArray<TuplePlace> Places) : Schema;

/// <summary>One place of a <see cref="TupleSchema"/>.</summary>
internal sealed record TuplePlace(Schema Schema, bool IsNullable);

/// <summary>An object whose keys are data and whose values are alike.</summary>
internal sealed record MapSchema(Schema Values, bool ValuesAreNullable) : Schema;

/// <summary>An object with fields that the document names, those of its <c>allOf</c> parts included.</summary>
/// <param name="Properties">The fields.</param>
/// <param name="Extras">What fields are that the document does not name; <see langword="null"/> for any JSON.</param>
internal sealed record ObjectSchema(EquatableArray<Property> Properties, ExtraFields? Extras = null) : Schema
{
    /// <summary>Where it stands among those that a discriminator tells apart; <see langword="null"/> if none does.</summary>
    public Inheritance? Inheritance { get; init; }
}

/// <summary>Fields of an object that the document does not name, but gives a type.</summary>
/// <param name="Values">The type of their values.</param>
/// <param name="ValuesAreNullable">Whether their values may be null.</param>
/// <param name="AreOpen">Whether only fields of some names have the type, and others may be anything.</param>
internal sealed record ExtraFields(Schema Values, bool ValuesAreNullable, bool AreOpen);

/// <summary>A value that is one of several shapes (<c>oneOf</c>, <c>anyOf</c>).</summary>
/// <param name="Cases">At least two, null not among them.</param>
/// <param name="Rule">How they are told apart.</param>
internal sealed record UnionSchema(EquatableArray<UnionCase> Cases, UnionRule Rule) : Schema;

/// <summary>One of the shapes of a <see cref="UnionSchema"/>.</summary>
/// <param name="Schema">What it says.</param>
/// <param name="Name">What the document calls it, if it has no name of its own: its title, or the constant that tells it; or <see langword="null"/>.</param>
internal sealed record UnionCase(Schema Schema, string? Name);

/// <summary>A schema that stands elsewhere under a name.</summary>
/// <param name="Pointer">Its JSON pointer, a key of <see cref="ApiModel.Schemas"/>.</param>
internal sealed record ReferenceSchema(string Pointer) : Schema;

/// <summary>A field of an object.</summary>
/// <example><c>createdAt</c>, a date-time that every event has.</example>
/// <param name="WireName">Its name in JSON.</param>
/// <param name="Schema">What its value is.</param>
/// <param name="IsRequired">Whether it must be there.</param>
/// <param name="IsNullable">Whether it may be null.</param>
/// <param name="Access">Whether requests and answers both have it.</param>
/// <param name="Default">What the service takes where it is not sent; <see langword="null"/> when the document does not say.</param>
/// <param name="Description">What the document says of it.</param>
/// <param name="Deprecation">Why the document advises against it; <see langword="null"/> if it does not.</param>
internal sealed record Property(
    string WireName,
    Schema Schema,
    bool IsRequired,
    bool IsNullable,
    PropertyAccess Access,
    DefaultValue? Default,
    string? Description,
    string? Deprecation)
{
    /// <summary>The name that the document chooses for the C# property (<see cref="ChosenNames"/>), or <see langword="null"/>.</summary>
    public string? Wish { get; init; }
}

/// <summary>Which bodies have a field (OpenAPI 3.0.3, "Schema Object": <c>readOnly</c> and <c>writeOnly</c>).</summary>
internal enum PropertyAccess
{
    /// <summary>Requests and answers.</summary>
    Both,

    /// <summary>Answers only: a request must not send it, and need not where it is required.</summary>
    ReadOnly,

    /// <summary>Requests only: an answer does not hold it, though it be required.</summary>
    WriteOnly,
}

/// <summary>A schema with a name of its own.</summary>
/// <param name="Pointer">Where it stands, as a JSON pointer.</param>
/// <param name="Name">The document's name for it.</param>
/// <param name="Schema">What it says.</param>
/// <param name="IsNullable">Whether each use of it may be null.</param>
/// <param name="Description">What the document says of it.</param>
/// <param name="Deprecation">Why the document advises against it; <see langword="null"/> if it does not.</param>
internal sealed record NamedSchema(string Pointer, string Name, Schema Schema, bool IsNullable, string? Description, string? Deprecation);
