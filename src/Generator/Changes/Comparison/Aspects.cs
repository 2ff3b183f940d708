namespace Kiln.Generator.Changes.Comparison;

/// <summary>What can differ between two documents: the keywords of OpenAPI and JSON Schema in the spelling of the ids of rules, and what is no keyword.</summary>
internal static class Aspects
{
    public const string Operation = "operation";
    public const string Parameter = "parameter";
    public const string Property = "property";
    public const string Response = "response";
    public const string MediaType = "media-type";
    public const string EnumValue = "enum-value";
    public const string Type = "type";
}
