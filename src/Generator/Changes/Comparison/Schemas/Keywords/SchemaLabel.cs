using Kiln.Generator.Changes.Comparison.Schemas.Facts;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Changes.Comparison.Schemas.Keywords;

/// <summary>What a schema is called in a difference.</summary>
internal static class SchemaLabel
{
    private const int MaxProperties = 3;
    private const int MaxNodes = 12;

    /// <summary>The name of the component, its title, its type with the first of its properties, or the whole of it where that is short.</summary>
    public static string Of(SchemaFacts facts) => CanonicalValue.Shorten(facts.Component ?? facts.Schema.Title ?? Described(facts));

    private static string Described(SchemaFacts facts)
    {
        var names = facts.Properties.Names.Count > 0 ? facts.Properties.Names : [.. facts.Required.Keys];
        var type = facts.Types.Names is { } types ? string.Join(" or ", types) : "any";
        if (names.Count == 0 && facts.Types.Names is null && TreeSize.Of(facts.Schema.Node, MaxNodes) is > 1 and <= MaxNodes)
            return SpecJson.Write(facts.Schema.Node);
        if (names.Count == 0)
            return facts.Schema.Format is { } format ? $"{type} ({format})" : type;
        return $"{type} with {string.Join(", ", names.Take(MaxProperties))}{(names.Count > MaxProperties ? ", …" : "")}";
    }
}
