using Kiln.Generator.Changes.Comparison.Schemas.Facts;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Changes.Comparison.Schemas.Pairs;

/// <summary>
/// Finds components that have another name: those that are used in one place, with the same content or most of it, and those of which there is only one with such content on
/// each side. Only a name that is gone, and one that is new, belong together.
/// </summary>
internal sealed class ComponentRenames
{
    private readonly Dictionary<string, SchemaFacts> removed;
    private readonly Dictionary<string, SchemaFacts> added;
    private readonly Lazy<HashSet<ulong>> oldContents;
    private readonly Lazy<HashSet<ulong>> newContents;
    private readonly Dictionary<string, string> newNames = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> oldNames = new(StringComparer.Ordinal);

    public ComponentRenames(SchemaFactsSource old, SchemaFactsSource current)
    {
        (removed, added) = (Missing(old, current), Missing(current, old));
        (oldContents, newContents) = (new(() => ContentsOf(removed)), new(() => ContentsOf(added)));
    }

    /// <summary>The pairs of names so far, by the old name.</summary>
    public IReadOnlyDictionary<string, string> NewNames => newNames;

    /// <summary>Whether both schemas are the same component, perhaps with another name.</summary>
    public bool AreSame(SchemaFacts oldFacts, SchemaFacts currentFacts)
    {
        if (oldFacts.Component is not { } oldName || currentFacts.Component is not { } newName)
            return false;
        return oldName == newName || IsKnown(oldName, newName) || IsRename(oldFacts, currentFacts);
    }

    /// <summary>The same, where the content may have changed too. Both are used in one place.</summary>
    public bool AreSameOrAlike(SchemaFacts oldFacts, SchemaFacts currentFacts)
    {
        if (AreSame(oldFacts, currentFacts))
            return true;
        if (oldFacts.Component is not { } oldName || currentFacts.Component is not { } newName || !IsOpen(oldName, newName) || !AreAlike(oldFacts, currentFacts)
            || newContents.Value.Contains(SchemaContent.Of(oldFacts)) || oldContents.Value.Contains(SchemaContent.Of(currentFacts)))
            return false;
        Add(oldFacts, currentFacts);
        return true;
    }

    /// <summary>Adds what is found without knowing a place where both are used.</summary>
    public void AddUnused()
    {
        var candidates = added.Values.Where(f => !oldNames.ContainsKey(f.Component!)).ToLookup(f => SchemaContent.Of(f));
        foreach (var group in removed.Values.Where(f => !newNames.ContainsKey(f.Component!)).GroupBy(f => SchemaContent.Of(f)).ToList())
        {
            if (group.Count() == 1 && candidates[group.Key].Count() == 1 && SchemaContent.IsDistinctive(group.Single()))
                Add(group.Single(), candidates[group.Key].Single());
        }
    }

    public SchemaFacts OldFacts(string name) => removed[name];

    public SchemaFacts NewFacts(string name) => added[name];

    private bool IsKnown(string oldName, string newName) => newNames.TryGetValue(oldName, out var known) && known == newName;

    private bool IsRename(SchemaFacts oldFacts, SchemaFacts currentFacts)
    {
        if (!IsOpen(oldFacts.Component!, currentFacts.Component!) || SchemaContent.Of(oldFacts) != SchemaContent.Of(currentFacts))
            return false;
        Add(oldFacts, currentFacts);
        return true;
    }

    private bool IsOpen(string oldName, string newName) => removed.ContainsKey(oldName) && added.ContainsKey(newName) && !newNames.ContainsKey(oldName) && !oldNames.ContainsKey(newName);

    // At least half of the properties, or of the values, of the one that has more of them.
    private static bool AreAlike(SchemaFacts old, SchemaFacts current) =>
        AreHalfEqual(old.Properties.Names, current.Properties.Names) || AreHalfEqual(ValuesOf(old), ValuesOf(current));

    private static bool AreHalfEqual(IReadOnlyCollection<string> old, IReadOnlyCollection<string> current) =>
        old.Count > 0 && current.Count > 0 && old.Intersect(current, StringComparer.Ordinal).Count() * 2 >= Math.Max(old.Count, current.Count);

    private static List<string> ValuesOf(SchemaFacts facts) => facts.Find("enum")?.Node is SpecList values ? [.. values.Items.Select(CanonicalValue.Of).Distinct(StringComparer.Ordinal)] : [];

    private void Add(SchemaFacts oldFacts, SchemaFacts currentFacts)
    {
        newNames.Add(oldFacts.Component!, currentFacts.Component!);
        oldNames.Add(currentFacts.Component!, oldFacts.Component!);
    }

    // What says little is equal to much.
    private static HashSet<ulong> ContentsOf(Dictionary<string, SchemaFacts> schemas) => [.. schemas.Values.Where(SchemaContent.IsDistinctive).Select(f => SchemaContent.Of(f))];

    private static Dictionary<string, SchemaFacts> Missing(SchemaFactsSource side, SchemaFactsSource other)
    {
        var names = new HashSet<string>(other.Document.ComponentSchemas.Select(ComponentNames.Of).OfType<string>(), StringComparer.Ordinal);
        var missing = new Dictionary<string, SchemaFacts>(StringComparer.Ordinal);
        foreach (var schema in side.Document.ComponentSchemas)
        {
            // A component that is only a reference to another one has no content of its own.
            if (ComponentNames.Of(schema) is { } name && !names.Contains(name) && !schema.IsReference)
                missing[name] = side.Of(schema);
        }
        return missing;
    }
}
