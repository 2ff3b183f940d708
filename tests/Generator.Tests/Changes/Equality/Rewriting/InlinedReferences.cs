using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Tests.Changes.Equality.Rewriting;

/// <summary>
/// What references refer to in their place: objects of some kinds, or schemas, as far as they are small and do not contain themselves. Where the name of a
/// component says something, in a discriminator and for the base of a class, it stays a reference.
/// </summary>
internal sealed class InlinedReferences
{
    private const int MaxNodes = 60;

    private static readonly OpenApiObjectKind[] Objects =
        [OpenApiObjectKind.Parameter, OpenApiObjectKind.RequestBody, OpenApiObjectKind.Response, OpenApiObjectKind.Header, OpenApiObjectKind.Example, OpenApiObjectKind.Link];

    private readonly SpecMap root;
    private readonly Func<OpenApiObjectKind, bool> isInlined;
    private readonly HashSet<SpecMap> kept = [];
    private readonly Dictionary<(string, OpenApiObjectKind), SpecNode?> targets = [];

    // Each copy is counted, so that a document does not become many times as large.
    private int budget;

    private InlinedReferences(SpecMap root, Func<OpenApiObjectKind, bool> isInlined)
    {
        (this.root, this.isInlined) = (root, isInlined);
        budget = Math.Max(10_000, CountNodes(root, int.MaxValue));
        foreach (var schema in Nodes.Of(root, OpenApiObjectKind.Schema))
        {
            string[] keys = schema["discriminator"] is null ? ["allOf"] : ["allOf", "oneOf", "anyOf"];
            foreach (var item in keys.Select(k => schema[k]).OfType<SpecList>().SelectMany(l => l.Items).OfType<SpecMap>())
                kept.Add(item);
        }
    }

    /// <summary>References to parameters, bodies, responses, headers, examples and links.</summary>
    public static DocumentTree? OfObjects(DocumentTree document, Random random) => Apply(document, kind => Objects.Contains(kind));

    /// <summary>References to schemas.</summary>
    public static DocumentTree? OfSchemas(DocumentTree document, Random random) => Apply(document, kind => kind == OpenApiObjectKind.Schema);

    /// <summary>Some of the references to schemas, at random.</summary>
    public static DocumentTree? OfSomeSchemas(DocumentTree document, Random random) => Apply(document, kind => kind == OpenApiObjectKind.Schema && random.Next(3) == 0);

    private static DocumentTree? Apply(DocumentTree document, Func<OpenApiObjectKind, bool> isInlined)
    {
        // A schema with an identifier of its own is a document of its own.
        if (Nodes.AnySchemaHas(document.Root, "$id", "$anchor", "$dynamicAnchor", "$dynamicRef"))
            return null;
        var inlined = new InlinedReferences(document.Root, isInlined);
        var changed = Nodes.Rewrite(document.Root, inlined.Inlined);
        return ReferenceEquals(changed, document.Root) ? null : document with { Root = WithoutUnused(changed, document) };
    }

    // A schema that nothing uses would be a type of the SDK, of which it is not known whether it is sent or received.
    private static SpecMap WithoutUnused(SpecMap changed, DocumentTree document)
    {
        string[] keys = document.Version == SpecVersion.Swagger20 ? ["definitions"] : ["components", "schemas"];
        if (JsonPointer.Find(changed, keys) is not SpecMap section)
            return changed;
        var before = UsedComponents.Of(document.Root, keys);
        var after = UsedComponents.Of(changed, keys, section.Entries.Select(e => e.Key).Where(k => !before.Contains(k)).ToHashSet(StringComparer.Ordinal));
        var rest = section.Without(e => before.Contains(e.Key) && !after.Contains(e.Key));
        return UsedComponents.WithSection(changed, keys, rest);
    }

    private SpecNode Inlined(SpecMap map, OpenApiObjectKind kind) =>
        map.Entries.Count == 1 && Nodes.ReferenceOf(map) is { } reference && !kept.Contains(map) && isInlined(kind) && Target(reference, kind) is { } target && Afford(target) ? target : map;

    private SpecNode? Target(string reference, OpenApiObjectKind kind)
    {
        if (targets.TryGetValue((reference, kind), out var known))
            return known;
        // While it is read it is none, so that a cycle ends.
        targets.Add((reference, kind), null);
        if (SpecReference.ResolveNode(root, reference) is not SpecMap target || kind == OpenApiObjectKind.Schema && (NamesMatter(target) || ContainsItself(reference, target)))
            return null;
        return targets[(reference, kind)] = SpecRewriter.Rewrite(target, kind, (node, k) => node is SpecMap map ? Inlined(map, k) : node);
    }

    // Of a class with a discriminator the names of derived classes are values.
    private static bool NamesMatter(SpecMap schema) => schema["discriminator"] is not null || schema["allOf"] is not null;

    private bool ContainsItself(string reference, SpecMap target)
    {
        HashSet<string> seen = [];
        var open = new Stack<SpecMap>([target]);
        while (open.TryPop(out var next))
        {
            var found = false;
            SpecWalk.Visit(next, OpenApiObjectKind.Schema, (map, _) =>
            {
                if (Nodes.ReferenceOf(map) is not { } inner)
                    return;
                found |= inner == reference;
                if (seen.Add(inner) && SpecReference.ResolveNode(root, inner) is SpecMap schema)
                    open.Push(schema);
            });
            if (found)
                return true;
        }
        return false;
    }

    private bool Afford(SpecNode target)
    {
        var count = CountNodes(target, MaxNodes);
        if (count >= MaxNodes || count > budget)
            return false;
        budget -= count;
        return true;
    }

    private static int CountNodes(SpecNode node, int max) => node switch
    {
        SpecMap map => Sum(map.Entries.Select(e => e.Value), max),
        SpecList list => Sum(list.Items, max),
        _ => 1,
    };

    private static int Sum(IEnumerable<SpecNode> nodes, int max)
    {
        var count = 1;
        foreach (var node in nodes)
        {
            if (count >= max)
                break;
            count += CountNodes(node, max - count);
        }
        return count;
    }
}
