using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Filtering;

/// <summary>Removes the components that nothing refers to, so that neither checks nor later stages see them.</summary>
internal sealed class ComponentPruner
{
    private static readonly string[] SwaggerSections = ["definitions", "parameters", "responses", "securityDefinitions"];

    private readonly SpecMap root;
    private readonly HashSet<SpecNode> seen = [];
    private readonly HashSet<string> reached = new(StringComparer.Ordinal);
    private readonly HashSet<string> tags = new(StringComparer.Ordinal);
    private readonly HashSet<string> schemes = new(StringComparer.Ordinal);
    private readonly Queue<(SpecNode Node, OpenApiObjectKind Kind)> pending = new();
    private Dictionary<string, List<(string Name, SpecNode Node)>>? derivedSchemas;

    private ComponentPruner(SpecMap root) => this.root = root;

    /// <summary>The document without the components and tags that its paths do not use.</summary>
    public static SpecMap Prune(SpecMap root)
    {
        var pruner = new ComponentPruner(root);
        pruner.VisitReachable();
        return pruner.RemoveUnreached(isKept: (_, _) => false, withTags: true);
    }

    /// <summary>The document without the components from other files that are no longer referred to.</summary>
    public static SpecMap PruneUnreferenced(SpecMap root, Func<string[], string, bool> isFromOtherFile)
    {
        var pruner = new ComponentPruner(root);
        foreach (var (section, entry) in pruner.Components().Where(s => !isFromOtherFile(s.Section, s.Entry.Key)))
            pruner.ReachComponent(section, entry.Key, entry.Value);
        pruner.VisitReachable();
        return pruner.RemoveUnreached(isKept: (section, name) => !isFromOtherFile(section, name), withTags: false);
    }

    private void VisitReachable()
    {
        pending.Enqueue((root.Without(e => e.Key == "components" || SwaggerSections.Contains(e.Key)), OpenApiObjectKind.Document));
        while (pending.Count > 0)
        {
            var (node, kind) = pending.Dequeue();
            SpecWalk.Visit(node, kind, Visit);
        }
    }

    private void Visit(SpecMap map, OpenApiObjectKind kind)
    {
        if (!seen.Add(map))
            return;
        if (map[SpecReference.Key].AsText() is { } reference)
            Follow(reference);
        switch (kind)
        {
            case OpenApiObjectKind.Discriminator:
                foreach (var target in DiscriminatorTargets.Of(map))
                    Follow(SpecReference.IsLocalPointer(target) ? target : SpecReference.Write(["components", "schemas", target]));
                break;
            case OpenApiObjectKind.MediaType:
                FollowItem(map);
                break;
            case OpenApiObjectKind.Operation:
                FollowItem(map);
                tags.UnionWith(((map["tags"] as SpecList)?.Items ?? []).OfType<SpecScalar>().Select(t => t.Text));
                break;
            case OpenApiObjectKind.SecurityRequirement:
                schemes.UnionWith(map.Entries.Select(e => e.Key));
                break;
        }
    }

    private void FollowItem(SpecMap owner)
    {
        if (StreamKeys.ItemOf(owner) is { } item)
            Follow(item);
    }

    private void Follow(string reference)
    {
        if (SpecReference.ResolveTokens(root, reference) is not { } keys)
            return;
        var length = keys is ["components", _, _, ..] ? 3 : keys.Length > 1 && SwaggerSections.Contains(keys[0]) ? 2 : 0;
        if (length > 0)
        {
            string[] section = [.. keys.Take(length - 1)];
            if (JsonPointer.Find(root, [.. keys.Take(length)]) is { } component)
                ReachComponent(section, keys[length - 1], component);
        }
        // The target may contain references to components that nothing else refers to.
        if (keys.Length > length && JsonPointer.Find(root, keys) is { } node && length == 0)
            pending.Enqueue((node, OpenApiObjectKind.Schema));
    }

    private void ReachComponent(string[] section, string name, SpecNode node)
    {
        if (!reached.Add(SpecReference.Write([.. section, name])))
            return;
        var kind = KindOf(section);
        pending.Enqueue((node, kind));
        if (kind != OpenApiObjectKind.Schema)
            return;

        // A schema that derives from one with a discriminator, on whatever level, is a possible value, even if nothing refers to it.
        if (HasDiscriminator(node) && DerivedSchemas().TryGetValue(SpecReference.Write([.. section, name]), out var children))
        {
            foreach (var (child, childNode) in children)
                ReachComponent(section, child, childNode);
        }
    }

    /// <summary>Whether a schema or one that it derives from has a discriminator.</summary>
    private bool HasDiscriminator(SpecNode node)
    {
        var visited = new HashSet<SpecNode>();
        var open = new Stack<SpecNode>([node]);
        while (open.Count > 0)
        {
            if (open.Pop() is not SpecMap map || !visited.Add(map))
                continue;
            if (map["discriminator"] is not null)
                return true;
            if (map[SpecReference.Key].AsText() is { } reference && SpecReference.ResolveNode(root, reference) is { } target)
                open.Push(target);
            foreach (var subschema in (map["allOf"] as SpecList)?.Items ?? [])
                open.Push(subschema);
        }
        return false;
    }

    private static OpenApiObjectKind KindOf(string[] section) => section.Length == 1
        ? SpecGrammar.RuleOf(OpenApiObjectKind.Document, section[0]).Kind
        : SpecGrammar.RuleOf(OpenApiObjectKind.Components, section[1]).Kind;

    private Dictionary<string, List<(string Name, SpecNode Node)>> DerivedSchemas()
    {
        if (derivedSchemas is not null)
            return derivedSchemas;
        derivedSchemas = new(StringComparer.Ordinal);
        foreach (var (section, entry) in Components())
        {
            if (KindOf(section) != OpenApiObjectKind.Schema || (entry.Value as SpecMap)?["allOf"] is not SpecList allOf)
                continue;
            foreach (var subschema in allOf.Items)
            {
                if ((subschema as SpecMap)?[SpecReference.Key].AsText() is not { } reference || SpecReference.ResolveTokens(root, reference) is not { } keys)
                    continue;
                var parent = SpecReference.Write(keys);
                if (!derivedSchemas.TryGetValue(parent, out var children))
                    derivedSchemas.Add(parent, children = []);
                children.Add((entry.Key, entry.Value));
            }
        }
        return derivedSchemas;
    }

    private IEnumerable<(string[] Section, SpecEntry Entry)> Components()
    {
        foreach (var name in SwaggerSections)
        {
            foreach (var entry in (root[name] as SpecMap)?.Entries ?? [])
                yield return ([name], entry);
        }
        foreach (var section in (root["components"] as SpecMap)?.Entries ?? [])
        {
            foreach (var entry in (section.Value as SpecMap)?.Entries ?? [])
                yield return (["components", section.Key], entry);
        }
    }

    private SpecMap RemoveUnreached(Func<string[], string, bool> isKept, bool withTags) => root.WithValues(entry => entry switch
    {
        { Key: "components", Value: SpecMap components } => components.WithValues(section => section.Value is SpecMap map && !SpecGrammar.IsExtension(section.Key)
            ? RemoveUnreached(map, ["components", section.Key], isKept)
            : section.Value),
        { Value: SpecMap map } when SwaggerSections.Contains(entry.Key) => RemoveUnreached(map, [entry.Key], isKept),
        { Key: "tags", Value: SpecList list } when withTags => list.WithItems(t => (t as SpecMap)?["name"] is SpecScalar name && !tags.Contains(name.Text) ? null : t),
        _ => entry.Value,
    });

    private SpecMap RemoveUnreached(SpecMap map, string[] section, Func<string[], string, bool> isKept)
    {
        var isScheme = section[section.Length - 1] is "securitySchemes" or "securityDefinitions";
        return map.Without(e => !reached.Contains(SpecReference.Write([.. section, e.Key])) && !(isScheme && schemes.Contains(e.Key)) && !isKept(section, e.Key));
    }
}
