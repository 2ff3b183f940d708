using Kiln.Generator.Changes.Comparison.Values;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Changes.Comparison.Contents;

/// <summary>The text of a node that is equal for nodes that differ only in the order of their keys and in what is written for people.</summary>
internal static class CanonicalText
{
    private static readonly HashSet<string> ForPeople = new(StringComparer.Ordinal) { "summary", "description", "example", "examples", "externalDocs", "title" };

    /// <summary>The text of a node; empty for none.</summary>
    public static string Of(SpecNode? node) => CanonicalJson.Of(node, IsForPeople);

    /// <summary>The same, without the value of some keys of the node itself.</summary>
    public static string Of(SpecNode? node, Func<string, bool> isIgnored) => Of(node is SpecMap map ? map.Without(e => isIgnored(e.Key)) : node);

    // A property may have such a name too, and is then a map.
    private static bool IsForPeople(SpecEntry entry) => ForPeople.Contains(entry.Key) && entry.Value is not SpecMap;
}
