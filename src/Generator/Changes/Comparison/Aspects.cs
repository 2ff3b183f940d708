namespace Kiln.Generator.Changes.Comparison;

/// <summary>What can differ between two documents: the keywords of OpenAPI and JSON Schema in the spelling of the ids of rules, and what is no keyword.</summary>
internal static class Aspects
{
    // Of schemas.
    public const string Property = "property";
    public const string EnumValue = "enum-value";
    public const string Type = "type";

    // Of schemas, parameters and operations alike.
    public const string Deprecated = "deprecated";
    public const string Sunset = "sunset";
    public const string Stability = "stability";
    public const string Required = "required";
    public const string Title = "title";

    // Of all else.
    public const string Operation = "operation";
    public const string Parameter = "parameter";
    public const string Response = "response";
    public const string MediaType = "media-type";
}
