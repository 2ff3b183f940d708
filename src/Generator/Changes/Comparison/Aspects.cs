namespace Kiln.Generator.Changes.Comparison;

/// <summary>What can differ between two documents: the keywords of OpenAPI and JSON Schema in the spelling of the ids of rules, and what is no keyword.</summary>
internal static class Aspects
{
    // Of schemas.
    public const string Property = "property";
    public const string EnumValue = "enum-value";
    public const string Type = "type";
    public const string ListOfTypes = "list-of-types";
    public const string Format = "format";
    public const string Nullable = "nullable";
    public const string Enum = "enum";
    public const string ExtensibleEnumValue = "x-extensible-enum-value";
    public const string Const = "const";
    public const string Pattern = "pattern";
    public const string Max = "max";
    public const string Min = "min";
    public const string ExclusiveMax = "exclusive-max";
    public const string ExclusiveMin = "exclusive-min";
    public const string MaxLength = "max-length";
    public const string MinLength = "min-length";
    public const string MaxItems = "max-items";
    public const string MinItems = "min-items";
    public const string MaxProperties = "max-properties";
    public const string MinProperties = "min-properties";
    public const string MaxContains = "max-contains";
    public const string MinContains = "min-contains";
    public const string MultipleOf = "multiple-of";
    public const string UniqueItems = "unique-items";
    public const string Items = "items";
    public const string PrefixItems = "prefix-items";
    public const string UnevaluatedItems = "unevaluated-items";
    public const string AdditionalProperties = "additional-properties";
    public const string UnevaluatedProperties = "unevaluated-properties";
    public const string PatternProperty = "pattern-property";
    public const string PropertyNames = "property-names";
    public const string Contains = "contains";
    public const string ContentEncoding = "content-encoding";
    public const string ContentMediaType = "content-media-type";
    public const string ContentSchema = "content-schema";
    public const string Not = "not";
    public const string If = "if";
    public const string Then = "then";
    public const string Else = "else";
    public const string DependentRequired = "dependent-required";
    public const string DependentSchema = "dependent-schema";
    public const string AllOf = "all-of";
    public const string AnyOf = "any-of";
    public const string OneOf = "one-of";
    public const string WrappedInOneOf = "wrapped-in-one-of";
    public const string Discriminator = "discriminator";
    public const string DiscriminatorPropertyName = "discriminator-property-name";
    public const string DiscriminatorMapping = "discriminator-mapping";
    public const string DefaultValue = "default-value";
    public const string Example = "example";
    public const string ReadOnly = "read-only";
    public const string WriteOnly = "write-only";

    // Of schemas, parameters and operations alike.
    public const string Deprecated = "deprecated";
    public const string Sunset = "sunset";
    public const string Stability = "stability";
    public const string Required = "required";
    public const string Title = "title";
    public const string Description = "description";

    // Of all else.
    public const string Operation = "operation";
    public const string Parameter = "parameter";
    public const string Response = "response";
    public const string MediaType = "media-type";
    public const string SchemaComponent = "schema-component";
}
