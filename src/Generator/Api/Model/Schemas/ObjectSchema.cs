using Kiln.Generator.Collections;

namespace Kiln.Generator.Api.Model;

/// <summary>An object with properties that the document names, those of its <c>allOf</c> included.</summary>
/// <example><c>ThreatEvent</c></example>
/// <param name="Properties">The properties.</param>
/// <param name="AdditionalProperties">The type of properties that the document does not name; <see langword="null"/> for any JSON.</param>
internal sealed record ObjectSchema(EquatableArray<Property> Properties, AdditionalProperties? AdditionalProperties = null) : Schema
{
    /// <summary>Its place among the schemas that a discriminator distinguishes; <see langword="null"/> if none does.</summary>
    public Inheritance? Inheritance { get; init; }
}

/// <summary>Properties of an object that the document does not name, but gives a type.</summary>
/// <example>Integers, under names that begin with <c>x-</c>.</example>
/// <param name="Values">The type of their values.</param>
/// <param name="ValuesAreNullable">Whether their values may be null.</param>
/// <param name="AreOpen">Whether only properties of some names have the type, and others may be anything.</param>
internal sealed record AdditionalProperties(Schema Values, bool ValuesAreNullable, bool AreOpen);

/// <summary>A property of an object.</summary>
/// <example><c>createdAt</c>, a date-time that every event has.</example>
/// <param name="WireName">Its name in JSON.</param>
/// <param name="Schema">The schema of its value.</param>
/// <param name="IsRequired">Whether it must be present.</param>
/// <param name="IsNullable">Whether it may be null.</param>
/// <param name="Access">Whether both requests and responses have it.</param>
/// <param name="Default">The value that the service uses when it is not sent; <see langword="null"/> when the document has none.</param>
/// <param name="Description">What the document says of it.</param>
/// <param name="Deprecation">Why it is deprecated; <see langword="null"/> if it is not.</param>
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
    /// <summary>The only value that the document allows: the string, or the JSON of a number or boolean; <see langword="null"/> if there are others.</summary>
    public string? Constant { get; init; }

    /// <summary>What restricts its values, for the documentation; two properties that differ in nothing else have one C# property.</summary>
    public EquatableArray<ValueLimit> Limits { get; init; } = [];

    /// <summary>The schema that declares it; of several the first.</summary>
    public Origin Origin { get; init; }

    /// <summary>The name that the document gives the C# property, or <see langword="null"/>.</summary>
    public string? NameOverride { get; init; }
}

/// <summary>Which bodies have a property (OpenAPI 3.0.3, "Schema Object": <c>readOnly</c> and <c>writeOnly</c>).</summary>
internal enum PropertyAccess
{
    /// <summary>Requests and responses.</summary>
    Both,

    /// <summary>Responses only: a request must not send it, and need not where it is required.</summary>
    ReadOnly,

    /// <summary>Requests only: a response does not have it, even if it is required.</summary>
    WriteOnly,
}
