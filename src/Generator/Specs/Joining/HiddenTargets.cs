using System.Globalization;
using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Joining;

/// <summary>
/// Gives a place among the shared nodes to what a reference leads to where no one looks: under a key that OpenAPI does not know, within a
/// callback, and in the parameters that the operations of a path share. There it is checked and brought to the normal form like any other node, and NSwag finds it.
/// </summary>
internal sealed class HiddenTargets
{
    private readonly SpecMap root;
    private readonly Dictionary<SpecKind, string[]> homes;
    private readonly Dictionary<SpecKind, string> prefixes;
    private readonly Dictionary<(SpecKind Kind, string Pointer), string> references = [];
    private readonly Dictionary<SpecKind, List<SpecEntry>> added = [];
    private readonly HashSet<(SpecKind Kind, string Name)> names = [];
    private readonly Queue<(SpecKind Kind, string Name, SpecNode Node)> waiting = new();

    private HiddenTargets(SpecMap root, SpecVersion version)
    {
        this.root = root;
        homes = Homes.Of(version).ToDictionary(h => h.Kind, h => h.Keys);
        prefixes = homes.ToDictionary(h => h.Key, h => SpecReference.Write(h.Value) + "/");
    }

    public static SpecMap Share(SpecMap root, SpecVersion version) => new HiddenTargets(root, version).Share();

    private SpecMap Share()
    {
        var shared = (SpecMap)SpecRewriter.Rewrite(root, SpecKind.Document, Change)!;
        while (waiting.Count > 0)
        {
            var (kind, name, node) = waiting.Dequeue();
            added[kind].Add(new SpecEntry(name, node.Span, SpecRewriter.Rewrite(node, kind, Change)!));
        }
        return added.Aggregate(shared, (map, kind) => map.WithEntries(homes[kind.Key], kind.Value));
    }

    private SpecNode Change(SpecNode node, SpecKind kind)
    {
        if (node is not SpecMap map || map[SpecReference.Key] is not { } value || value.AsText() is not { } reference || !homes.ContainsKey(kind) || IsPlain(reference, kind))
            return node;
        if (SpecReference.Resolve(root, reference) is not { } tokens || JsonPointer.Find(root, tokens) is not { } target || !IsHidden(target, kind, tokens))
            return node;
        return map.With(SpecReference.Key, SpecNodes.Text(value.Span, ReferenceTo(target, kind, tokens)));
    }

    // Nearly all references: "#/components/schemas/Pet", "#/definitions/Pet".
    private bool IsPlain(string reference, SpecKind kind)
    {
        var home = prefixes[kind];
        return reference.StartsWith(home, StringComparison.Ordinal) && reference.IndexOf('/', home.Length) < 0;
    }

    private bool IsHidden(SpecNode target, SpecKind wanted, string[] tokens)
    {
        var along = SpecKinds.Along(root, tokens).ToList();
        var found = along[along.Count - 1];

        // "additionalProperties: true" is a schema, but NSwag has a flag of its own for it.
        if (target is not SpecMap)
            return target is SpecScalar { Kind: ScalarKind.Boolean } && found == SpecKind.Schema && wanted == found;

        var isOffTheWay = along.Contains(SpecKind.Callback) || tokens is ["paths", _, "parameters", ..];
        return found == SpecKind.Data || (isOffTheWay && found is not null);
    }

    private string ReferenceTo(SpecNode target, SpecKind kind, string[] tokens)
    {
        var key = (kind, SpecReference.Write(tokens));
        if (!references.TryGetValue(key, out var reference))
        {
            var name = FreeName(kind, tokens.LastOrDefault(t => t is not "schema" && !t.All(char.IsDigit)) ?? "");
            references.Add(key, reference = SpecReference.Write([.. homes[kind], name]));
            waiting.Enqueue((kind, name, target));
            names.Add((kind, name));
            if (!added.ContainsKey(kind))
                added.Add(kind, []);
        }
        return reference;
    }

    private string FreeName(SpecKind kind, string wanted)
    {
        var home = JsonPointer.Find(root, homes[kind]) as SpecMap;
        var name = wanted;
        for (var i = 2; home?[name] is not null || names.Contains((kind, name)); i++)
            name = $"{wanted}_{i.ToString(CultureInfo.InvariantCulture)}";
        return name;
    }
}
