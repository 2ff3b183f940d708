using System.Text.RegularExpressions;
using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Tool.Observing.Validation.Schemas;

/// <summary>What a schema says, in the form in which values are compared with it. It is made once for each schema.</summary>
internal sealed class SchemaFacts
{
    private static readonly TimeSpan PatternTimeout = TimeSpan.FromMilliseconds(100);

    private readonly Dictionary<string, SchemaNode> properties;

    public SchemaFacts(SchemaNode schema)
    {
        Schema = schema;
        properties = schema.Properties.ToDictionary(p => p.Name, p => p.Schema, StringComparer.Ordinal);
        ConditionalNames = schema.ConditionalProperties.Select(p => p.Name).ToHashSet(StringComparer.Ordinal);
        Patterns = [.. schema.PatternProperties.Select(p => (Compile(p.Name), p.Schema))];
        Pattern = schema["pattern"].AsText() is { } pattern ? Compile(pattern) : null;
        Types = TypesOf(schema);
        // OpenAPI 3.1 has the keyword of JSON Schema in place of the format.
        Format = schema["contentEncoding"].AsText() == "base64" ? "byte" : schema.Format;
        IsComposed = schema.AllOf.Count + schema.OneOf.Count + schema.AnyOf.Count > 0 || schema["discriminator"] is SpecMap;
        AllowsOthers = schema["additionalProperties"] is SpecScalar { Kind: ScalarKind.Boolean, Text: "true" };
    }

    public SchemaNode Schema { get; }

    public string Pointer => Schema.Pointer;

    /// <summary>The types that it allows, null left out; empty for any. One that only speaks of properties or items means objects or arrays.</summary>
    public IReadOnlyList<string> Types { get; }

    public string? Format { get; }

    public Regex? Pattern { get; }

    public IReadOnlyList<(Regex? Name, SchemaNode Schema)> Patterns { get; }

    /// <summary>Properties that are described beside others only.</summary>
    public IReadOnlySet<string> ConditionalNames { get; }

    /// <summary>Whether other schemas belong to it.</summary>
    public bool IsComposed { get; }

    /// <summary>Whether it says itself that there may be other properties.</summary>
    public bool AllowsOthers { get; }

    /// <summary>Whether it declares properties, so that others are not documented.</summary>
    public bool DeclaresProperties => properties.Count > 0 || Schema.ForbidsAdditionalProperties;

    /// <summary>The schema of the elements behind those of a tuple; <see langword="null"/> if it says nothing of them.</summary>
    public SchemaNode? AdditionalItems(DocumentNodes document) =>
        Schema["additionalItems"] is SpecMap items ? document.Schema(new(items, Schema.Pointer + "/additionalItems")) : null;

    public SchemaNode? Property(string name) => properties.GetValueOrDefault(name);

    /// <summary>Whether null is a value of the schema. One that says nothing of types allows it, whatever is not said of null.</summary>
    public bool AllowsNull => Schema.AllowsNull || (Types.Count == 0 && Schema.Enum is null && Schema.AllOf.All(part => part.IsAnnotationOnly()) && Schema.Alternatives.Count == 0);

    private static IReadOnlyList<string> TypesOf(SchemaNode schema)
    {
        if (schema.Types.Count > 0)
            return schema.Types;
        if (schema.Type is { } type)
            return [type];
        if (schema.Properties.Count + schema.PatternProperties.Count + schema.Required.Count > 0 || schema.AdditionalProperties is not null)
            return ["object"];
        return schema.Items is not null || schema.TupleItems.Count > 0 ? ["array"] : [];
    }

    // The engine without backtracking takes no time that a pattern of a stranger decides; what it cannot do is limited by time.
    private static Regex? Compile(string pattern)
    {
        foreach (var options in new[] { RegexOptions.NonBacktracking, RegexOptions.ECMAScript, RegexOptions.None })
        {
            try
            {
                return new(pattern, options | (options == RegexOptions.ECMAScript ? RegexOptions.None : RegexOptions.CultureInvariant), PatternTimeout);
            }
            catch (Exception refused) when (refused is ArgumentException or NotSupportedException)
            {
                // Tried with the next one; a pattern that none can read allows every value.
            }
        }
        return null;
    }
}
