using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Joining;

/// <summary>Which nodes of other files have become shared nodes of the document, and under which names.</summary>
internal sealed class PlacedParts(SpecVersion version, string entry, TargetFinder finder)
{
    /// <summary>A node that is to become a shared one.</summary>
    internal sealed record Part(Target Target, SpecKind Kind, string[] Home, string Name);

    private readonly Dictionary<SpecKind, string[]> homes = Homes.Of(version).ToDictionary(h => h.Kind, h => h.Keys);
    private readonly Dictionary<SpecKind, ComponentNames> names = [];
    private readonly Dictionary<(SpecKind, string), string> byTarget = [];
    private readonly Dictionary<SpecNode, string> kept = [];
    private readonly Dictionary<SpecMap, SpecNode> places = [];
    private readonly Queue<Part> waiting = [];
    private readonly List<(Part Part, SpecNode Node)> added = [];
    private readonly HashSet<string> brought = new(StringComparer.Ordinal);

    /// <summary>The keys that lead to the shared nodes of a kind; <see langword="null"/> when there is no such place.</summary>
    public string[]? HomeOf(SpecKind kind) => homes.TryGetValue(kind, out var home) ? home : null;

    public bool Brought(string[] home, string name) => brought.Contains(SpecReference.Write([.. home, name]));

    /// <summary>Remembers where a shared node stands that came with the whole container it is in.</summary>
    public void Keep(Target container, SpecEntry entry) => kept[entry.Value] = new Target(container.File, [.. container.Keys, entry.Key], entry.Value).Id;

    /// <summary>Looks at the names that the document has. <c>Pet: {$ref: pet.yaml}</c> among the shared nodes gives what stands in that file the name and the place.</summary>
    public SpecMap Prepare(SpecMap root)
    {
        foreach (var home in homes)
        {
            names[home.Key] = new ComponentNames(entry);
            if (JsonPointer.Find(root, home.Value) is not SpecMap container)
                continue;
            foreach (var shared in container.Entries)
            {
                names[home.Key].Reserve(shared.Key);
                Claim(home.Key, shared);
            }
        }
        return root;
    }

    /// <summary>What is to stand in the place of a node; <see langword="null"/> when that is the node itself.</summary>
    public SpecNode? TakePlace(SpecMap map)
    {
        if (!places.TryGetValue(map, out var body))
            return null;
        places.Remove(map);
        return body;
    }

    /// <summary>A reference to a node of another file, which becomes a shared one with it.</summary>
    public string ReferenceTo(Target target, SpecKind kind, string[] home)
    {
        if (!byTarget.TryGetValue((kind, target.Id), out var name))
        {
            name = names[kind].Take(target);
            byTarget.Add((kind, target.Id), name);
            waiting.Enqueue(new Part(target, kind, home, name));
        }
        return SpecReference.Write([.. home, name]);
    }

    public Part? TakeNext() => waiting.Count == 0 ? null : waiting.Dequeue();

    public void Add(Part part, SpecNode node)
    {
        added.Add((part, node));
        brought.Add(SpecReference.Write([.. part.Home, part.Name]));
    }

    /// <summary>The document with all nodes that have become shared ones since the last time, behind its own.</summary>
    public SpecMap AddTo(SpecMap root)
    {
        foreach (var group in added.GroupBy(a => a.Part.Home))
            root = root.WithEntries(group.Key, [.. group.Select(a => new SpecEntry(a.Part.Name, a.Node.Span, a.Node))]);
        added.Clear();
        return root;
    }

    private void Claim(SpecKind kind, SpecEntry shared)
    {
        if (kept.TryGetValue(shared.Value, out var id) && !byTarget.ContainsKey((kind, id)))
            byTarget.Add((kind, id), shared.Key);
        if (shared.Value is not SpecMap { Entries.Count: 1 } map || map[SpecReference.Key] is not { } value || value.AsText() is not { } reference)
            return;
        if (finder.FindEnd(reference, value.Span.File) is not { Node: SpecMap } target || finder.IsEntry(target.File) || byTarget.ContainsKey((kind, target.Id)))
            return;
        byTarget.Add((kind, target.Id), shared.Key);
        places[map] = target.Node;
    }
}
