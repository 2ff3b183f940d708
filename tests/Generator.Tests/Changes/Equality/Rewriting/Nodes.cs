using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Tests.Changes.Equality.Rewriting;

/// <summary>Makes nodes that are in no text yet, and finds those of a document.</summary>
internal static class Nodes
{
    public static readonly SpecScalar True = new(default, ScalarKind.Boolean, "true");
    public static readonly SpecScalar False = new(default, ScalarKind.Boolean, "false");

    public static SpecScalar Text(string text) => new(default, ScalarKind.String, text);

    public static SpecList List(params IEnumerable<SpecNode> items) => new(default, [.. items]);

    public static SpecMap Map(params IEnumerable<(string Key, SpecNode Value)> entries) => new(default, [.. entries.Select(e => new SpecEntry(e.Key, default, e.Value))]);

    public static SpecMap Reference(string reference) => Map((SpecReference.Key, Text(reference)));

    public static bool IsTrue(this SpecNode? node) => node is SpecScalar { Kind: ScalarKind.Boolean, Text: "true" };

    /// <summary>What a node refers to; <see langword="null"/> if it is not a reference.</summary>
    public static string? ReferenceOf(SpecNode? node) => (node as SpecMap)?[SpecReference.Key].AsText();

    /// <summary>The map with entries before its own, as far as it does not have their keys.</summary>
    public static SpecMap Before(this SpecMap map, params IEnumerable<(string Key, SpecNode Value)> entries) =>
        new(default, [.. entries.Where(e => map[e.Key] is null).Select(e => new SpecEntry(e.Key, default, e.Value)), .. map.Entries]);

    /// <summary>The map with only some of its keys.</summary>
    public static SpecMap Only(this SpecMap map, Func<SpecEntry, bool> isWanted) => map.Without(e => !isWanted(e));

    /// <summary>All objects of a kind.</summary>
    public static IReadOnlyList<SpecMap> Of(SpecMap root, OpenApiObjectKind kind)
    {
        List<SpecMap> found = [];
        SpecWalk.Visit(root, OpenApiObjectKind.Document, (map, k) =>
        {
            if (k == kind)
                found.Add(map);
        });
        return found;
    }

    /// <summary>All references of a document, wherever they are.</summary>
    public static IReadOnlyList<string> References(SpecNode root, OpenApiObjectKind kind = OpenApiObjectKind.Document)
    {
        List<string> found = [];
        SpecWalk.Visit(root, kind, (map, _) =>
        {
            if (ReferenceOf(map) is { } reference)
                found.Add(reference);
        });
        return found;
    }

    /// <summary>Whether some schema has one of some keywords.</summary>
    public static bool AnySchemaHas(SpecMap root, params string[] keys) => Of(root, OpenApiObjectKind.Schema).Any(s => keys.Any(k => s[k] is not null));

    /// <summary>The document with each object changed, the inner ones first.</summary>
    public static SpecMap Rewrite(SpecMap root, Func<SpecMap, OpenApiObjectKind, SpecNode> change) =>
        (SpecMap)SpecRewriter.Rewrite(root, OpenApiObjectKind.Document, (node, kind) => node is SpecMap map ? change(map, kind) : node)!;
}
