using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Joining;

/// <summary>Which nodes of other files have become shared nodes of the document, and under which names.</summary>
internal sealed class HoistedComponents(SpecVersion version, string entry, ReferenceTargetFinder finder)
{
    /// <summary>A node that is to become a shared one.</summary>
    internal sealed record Component(ReferenceTarget Target, OpenApiObjectKind Kind, string[] Section, string Name);

    private readonly Dictionary<OpenApiObjectKind, string[]> sections = ComponentSections.Of(version).ToDictionary(s => s.Kind, s => s.Keys);
    private readonly Dictionary<OpenApiObjectKind, ComponentNames> names = [];
    private readonly Dictionary<(OpenApiObjectKind, string), string> byTarget = [];
    private readonly Dictionary<SpecNode, string> sources = [];
    private readonly Dictionary<SpecMap, SpecNode> replacements = [];
    private readonly Queue<Component> waiting = [];
    private readonly List<(Component Component, SpecNode Node)> added = [];
    private readonly HashSet<string> fromOtherFiles = new(StringComparer.Ordinal);

    /// <summary>The keys that lead to the shared nodes of a kind; <see langword="null"/> when there is no such place.</summary>
    public string[]? SectionOf(OpenApiObjectKind kind) => sections.TryGetValue(kind, out var section) ? section : null;

    public bool IsFromOtherFile(string[] section, string name) => fromOtherFiles.Contains(SpecReference.Write([.. section, name]));

    /// <summary>Remembers where a shared node stands that came with the whole container it is in.</summary>
    public void RecordSource(ReferenceTarget container, SpecEntry entry) => sources[entry.Value] = new ReferenceTarget(container.File, [.. container.Keys, entry.Key], entry.Value).Id;

    /// <summary>Looks at the names that the document has. <c>Pet: {$ref: pet.yaml}</c> among the shared nodes gives what stands in that file the name and the place.</summary>
    public SpecMap ReserveNames(SpecMap root)
    {
        foreach (var section in sections)
        {
            names[section.Key] = new ComponentNames(entry);
            if (JsonPointer.Find(root, section.Value) is not SpecMap container)
                continue;
            foreach (var shared in container.Entries)
            {
                names[section.Key].Reserve(shared.Key);
                AssignExistingName(section.Key, shared);
            }
        }
        return root;
    }

    /// <summary>What is to stand in the place of a node; <see langword="null"/> when that is the node itself.</summary>
    public SpecNode? TakeReplacement(SpecMap map)
    {
        if (!replacements.TryGetValue(map, out var body))
            return null;
        replacements.Remove(map);
        return body;
    }

    /// <summary>A reference to a node of another file, which becomes a shared one with it.</summary>
    public string ReferenceTo(ReferenceTarget target, OpenApiObjectKind kind, string[] section)
    {
        if (!byTarget.TryGetValue((kind, target.Id), out var name))
        {
            name = names[kind].Take(target);
            byTarget.Add((kind, target.Id), name);
            waiting.Enqueue(new Component(target, kind, section, name));
        }
        return SpecReference.Write([.. section, name]);
    }

    public Component? TakeNext() => waiting.Count == 0 ? null : waiting.Dequeue();

    public void Add(Component component, SpecNode node)
    {
        added.Add((component, node));
        fromOtherFiles.Add(SpecReference.Write([.. component.Section, component.Name]));
    }

    /// <summary>The document with all nodes that have become shared ones since the last time, behind its own.</summary>
    public SpecMap AddTo(SpecMap root)
    {
        foreach (var group in added.GroupBy(a => a.Component.Section))
            root = root.WithEntries(group.Key, [.. group.Select(a => new SpecEntry(a.Component.Name, a.Node.Span, a.Node))]);
        added.Clear();
        return root;
    }

    private void AssignExistingName(OpenApiObjectKind kind, SpecEntry shared)
    {
        if (sources.TryGetValue(shared.Value, out var id) && !byTarget.ContainsKey((kind, id)))
            byTarget.Add((kind, id), shared.Key);
        if (shared.Value is not SpecMap { Entries.Count: 1 } map || map[SpecReference.Key] is not { } value || value.AsText() is not { } reference)
            return;
        if (finder.FindFinal(reference, value.Span.File) is not { Node: SpecMap } target || finder.IsEntry(target.File) || byTarget.ContainsKey((kind, target.Id)))
            return;
        byTarget.Add((kind, target.Id), shared.Key);
        replacements[map] = target.Node;
    }
}
