using Kiln.Generator.Collections;

namespace Kiln.Generator.Api.Model;

/// <summary>What a document says of a value: one of the records derived from this.</summary>
internal abstract record Schema
{
    private protected Schema()
    {
    }

    /// <summary>The name that the document gives the C# type, or <see langword="null"/>.</summary>
    public string? NameOverride { get; init; }

    /// <summary>The title of a schema that the document does not name, if it can be the name of a C# type; else <see langword="null"/>.</summary>
    public string? Title { get; init; }

    /// <summary>Where an object, enum or union is: with <c>allOf</c>, in the schema that declares it, and not in the one that takes it in.</summary>
    public Origin Origin { get; init; }

    /// <summary>Whether two schemas say the same of values, under whatever titles and names.</summary>
    public bool Describes(Schema other) => SchemaNaming.Without(this) with { Title = null } == SchemaNaming.Without(other) with { Title = null };
}

/// <summary>Any JSON.</summary>
internal sealed record AnySchema : Schema;

/// <summary>A scalar.</summary>
/// <example><c>integer</c> of format <c>int64</c>.</example>
/// <param name="Type"><c>string</c>, <c>integer</c>, <c>number</c>, <c>boolean</c>, or <c>literal</c> for any of these.</param>
/// <param name="Format">The format as the document has it, or <see langword="null"/>.</param>
internal sealed record ScalarSchema(string Type, string? Format) : Schema
{
    /// <summary>Whether a number may be a string as well: <c>"5"</c> for 5.</summary>
    public bool AllowsString { get; init; }

    /// <summary>Whether the strings <c>NaN</c>, <c>Infinity</c> and <c>-Infinity</c> are among the values of a number.</summary>
    public bool AllowsNamedLiterals { get; init; }
}

/// <summary>An array.</summary>
/// <example>An array of strings.</example>
internal sealed record ArraySchema(Schema Items, bool ItemsAreNullable) : Schema;

/// <summary>An array of fixed length whose elements have types of their own.</summary>
/// <example>A longitude and a latitude.</example>
/// <param name="Elements">Two to seven.</param>
internal sealed record TupleSchema(EquatableArray<TupleElement> Elements) : Schema;

/// <summary>One element of a <see cref="TupleSchema"/>.</summary>
internal sealed record TupleElement(Schema Schema, bool IsNullable);

/// <summary>An object whose keys are data and whose values have one type.</summary>
/// <example><c>{"en": "Dog", "de": "Hund"}</c></example>
internal sealed record DictionarySchema(Schema Values, bool ValuesAreNullable) : Schema;

/// <summary>A reference to a named schema.</summary>
/// <example><c>/components/schemas/ThreatEvent</c></example>
/// <param name="Pointer">Its JSON pointer, which identifies one of <see cref="ApiModel.Schemas"/>.</param>
internal sealed record ReferenceSchema(string Pointer) : Schema;

/// <summary>A schema with a name of its own.</summary>
/// <param name="Pointer">Its JSON pointer.</param>
/// <param name="Name">The document's name for it.</param>
/// <param name="Schema">The schema.</param>
/// <param name="IsNullable">Whether each use of it may be null.</param>
/// <param name="Description">What the document says of it.</param>
/// <param name="Deprecation">Why it is deprecated; <see langword="null"/> if it is not.</param>
internal sealed record NamedSchema(string Pointer, string Name, Schema Schema, bool IsNullable, string? Description, string? Deprecation);
