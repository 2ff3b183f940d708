using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Filtering;

/// <summary>Leaves out the shared nodes that nothing reaches, so that neither checks nor NSwag see them.</summary>
internal sealed class Pruner
{
    private static readonly string[] SwaggerHomes = ["definitions", "parameters", "responses", "securityDefinitions"];

    private readonly SpecMap root;
    private readonly HashSet<SpecNode> seen = [];
    private readonly HashSet<string> reached = new(StringComparer.Ordinal);
    private readonly HashSet<string> tags = new(StringComparer.Ordinal);
    private readonly HashSet<string> schemes = new(StringComparer.Ordinal);
    private readonly Queue<(SpecNode Node, SpecKind Kind)> open = new();
    private Dictionary<string, List<(string Name, SpecNode Node)>>? heirs;

    private Pruner(SpecMap root) => this.root = root;

    /// <summary>The document without what its paths do not reach.</summary>
    public static SpecMap Prune(SpecMap root)
    {
        var pruner = new Pruner(root);
        pruner.Reach();
        return pruner.Cut(isKept: (_, _) => false, withTags: true);
    }

    /// <summary>The document without those shared nodes that came from other files and are no longer reached.</summary>
    public static SpecMap PruneOnly(SpecMap root, Func<string[], string, bool> isBrought)
    {
        var pruner = new Pruner(root);
        foreach (var (home, entry) in pruner.Shared().Where(s => !isBrought(s.Home, s.Entry.Key)))
            pruner.ReachShared(home, entry.Key, entry.Value);
        pruner.Reach();
        return pruner.Cut(isKept: (home, name) => !isBrought(home, name), withTags: false);
    }

    private void Reach()
    {
        open.Enqueue((root.Without(e => e.Key == "components" || SwaggerHomes.Contains(e.Key)), SpecKind.Document));
        while (open.Count > 0)
        {
            var (node, kind) = open.Dequeue();
            SpecWalk.Visit(node, kind, Look);
        }
    }

    private void Look(SpecMap map, SpecKind kind)
    {
        if (!seen.Add(map))
            return;
        if (map[SpecReference.Key].AsText() is { } reference)
            Follow(reference);
        switch (kind)
        {
            case SpecKind.Discriminator:
                foreach (var entry in (map["mapping"] as SpecMap)?.Entries ?? [])
                {
                    if (entry.Value.AsText() is { } target)
                        Follow(SpecReference.IsLocalPointer(target) ? target : SpecReference.Write(["components", "schemas", target]));
                }
                break;
            case SpecKind.Operation:
                tags.UnionWith(((map["tags"] as SpecList)?.Items ?? []).OfType<SpecScalar>().Select(t => t.Text));
                break;
            case SpecKind.SecurityRequirement:
                schemes.UnionWith(map.Entries.Select(e => e.Key));
                break;
        }
    }

    private void Follow(string reference)
    {
        if (SpecReference.Resolve(root, reference) is not { } keys)
            return;
        var length = keys is ["components", _, _, ..] ? 3 : keys.Length > 1 && SwaggerHomes.Contains(keys[0]) ? 2 : 0;
        if (length > 0)
        {
            string[] home = [.. keys.Take(length - 1)];
            if (JsonPointer.Find(root, [.. keys.Take(length)]) is { } shared)
                ReachShared(home, keys[length - 1], shared);
        }
        // Through other references the way may lead by shared nodes that nothing else names.
        if (keys.Length > length && JsonPointer.Find(root, keys) is { } node && length == 0)
            open.Enqueue((node, SpecKind.Schema));
    }

    private void ReachShared(string[] home, string name, SpecNode node)
    {
        if (!reached.Add(SpecReference.Write([.. home, name])))
            return;
        var kind = KindOf(home);
        open.Enqueue((node, kind));
        if (kind != SpecKind.Schema)
            return;

        // Who inherits from a schema that tells its heirs apart is one of its values, though nothing may name it.
        if (node is SpecMap map && map["discriminator"] is not null && Heirs().TryGetValue(SpecReference.Write([.. home, name]), out var children))
        {
            foreach (var (child, childNode) in children)
                ReachShared(home, child, childNode);
        }
    }

    private static SpecKind KindOf(string[] home) => home.Length == 1
        ? SpecGrammar.Of(SpecKind.Document, home[0]).Kind
        : SpecGrammar.Of(SpecKind.Components, home[1]).Kind;

    private Dictionary<string, List<(string Name, SpecNode Node)>> Heirs()
    {
        if (heirs is not null)
            return heirs;
        heirs = new(StringComparer.Ordinal);
        foreach (var (home, entry) in Shared())
        {
            if (KindOf(home) != SpecKind.Schema || (entry.Value as SpecMap)?["allOf"] is not SpecList allOf)
                continue;
            foreach (var part in allOf.Items)
            {
                if ((part as SpecMap)?[SpecReference.Key].AsText() is not { } reference || SpecReference.Resolve(root, reference) is not { } keys)
                    continue;
                var parent = SpecReference.Write(keys);
                if (!heirs.TryGetValue(parent, out var children))
                    heirs.Add(parent, children = []);
                children.Add((entry.Key, entry.Value));
            }
        }
        return heirs;
    }

    private IEnumerable<(string[] Home, SpecEntry Entry)> Shared()
    {
        foreach (var name in SwaggerHomes)
        {
            foreach (var entry in (root[name] as SpecMap)?.Entries ?? [])
                yield return ([name], entry);
        }
        foreach (var home in (root["components"] as SpecMap)?.Entries ?? [])
        {
            foreach (var entry in (home.Value as SpecMap)?.Entries ?? [])
                yield return (["components", home.Key], entry);
        }
    }

    private SpecMap Cut(Func<string[], string, bool> isKept, bool withTags) => root.WithValues(entry => entry switch
    {
        { Key: "components", Value: SpecMap components } => components.WithValues(home => home.Value is SpecMap map && !SpecGrammar.IsExtension(home.Key)
            ? Cut(map, ["components", home.Key], isKept)
            : home.Value),
        { Value: SpecMap map } when SwaggerHomes.Contains(entry.Key) => Cut(map, [entry.Key], isKept),
        { Key: "tags", Value: SpecList list } when withTags => list.WithItems(t => (t as SpecMap)?["name"] is SpecScalar name && !tags.Contains(name.Text) ? null : t),
        _ => entry.Value,
    });

    private SpecMap Cut(SpecMap map, string[] home, Func<string[], string, bool> isKept)
    {
        var isScheme = home[home.Length - 1] is "securitySchemes" or "securityDefinitions";
        return map.Without(e => !reached.Contains(SpecReference.Write([.. home, e.Key])) && !(isScheme && schemes.Contains(e.Key)) && !isKept(home, e.Key));
    }
}
