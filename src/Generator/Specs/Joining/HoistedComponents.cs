using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Joining;

/// <summary>The nodes of other files that become components of the document, and their names.</summary>
internal sealed class HoistedComponents(SpecVersion version, string entry, ReferenceTargetFinder finder)
{
    /// <summary>A node that becomes a component.</summary>
    internal sealed record Component(ReferenceTarget Target, OpenApiObjectKind Kind, string[] Section, string Name);

    private readonly Dictionary<OpenApiObjectKind, string[]> sections = ComponentSections.Of(version).ToDictionary(s => s.Kind, s => s.Keys);
    private readonly Dictionary<OpenApiObjectKind, ComponentNames> names = [];
    private readonly Dictionary<(OpenApiObjectKind, string), string> byTarget = [];
    private readonly Dictionary<SpecNode, string> sources = [];
    private readonly Dictionary<SpecMap, SpecNode> replacements = [];
    private readonly Queue<Component> pending = [];
    private readonly List<(Component Component, SpecNode Node)> added = [];
    private readonly HashSet<string> fromOtherFiles = new(StringComparer.Ordinal);

    /// <summary>The pointer tokens of the section for a kind; <see langword="null"/> if there is none.</summary>
    public string[]? SectionOf(OpenApiObjectKind kind) => sections.TryGetValue(kind, out var section) ? section : null;

    public bool IsFromOtherFile(string[] section, string name) => fromOtherFiles.Contains(SpecReference.Write([.. section, name]));

    /// <summary>Records the origin of a component whose whole section came from another file.</summary>
    public void RecordSource(ReferenceTarget container, SpecEntry entry) => sources[entry.Value] = new ReferenceTarget(container.File, [.. container.Keys, entry.Key], entry.Value).Id;

    /// <summary>Reserves the names of the document's own components. A component <c>Pet: {$ref: pet.yaml}</c> is replaced by the content of that file, under its name.</summary>
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

    /// <summary>The replacement of a node, once; <see langword="null"/> if it is not replaced.</summary>
    public SpecNode? TakeReplacement(SpecMap map)
    {
        if (!replacements.TryGetValue(map, out var body))
            return null;
        replacements.Remove(map);
        return body;
    }

    /// <summary>A reference to a node of another file, which becomes a component.</summary>
    public string ReferenceTo(ReferenceTarget target, OpenApiObjectKind kind, string[] section)
    {
        if (!byTarget.TryGetValue((kind, target.Id), out var name))
        {
            name = names[kind].Take(target);
            byTarget.Add((kind, target.Id), name);
            pending.Enqueue(new Component(target, kind, section, name));
        }
        return SpecReference.Write([.. section, name]);
    }

    /// <summary>The next node to be joined as a component; <see langword="null"/> if there is none left.</summary>
    public Component? TakeNext() => pending.Count == 0 ? null : pending.Dequeue();

    public void Add(Component component, SpecNode node)
    {
        added.Add((component, node));
        fromOtherFiles.Add(SpecReference.Write([.. component.Section, component.Name]));
    }

    /// <summary>The document with the components that were added since the last call, after its own.</summary>
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
