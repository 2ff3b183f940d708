using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Overlays;

/// <summary>Merges an update into a node, as the Overlay Specification defines it.</summary>
internal static class TreeMerge
{
    /// <summary>Whether an update can be merged into a node: only a map can be merged into a map.</summary>
    public static bool CanMerge(SpecNode target, SpecNode update) => target is not SpecMap || update is SpecMap;

    /// <summary>The node with the update merged: keys of maps are set, items are appended to a list, a scalar is replaced. New nodes keep their positions in the overlay.</summary>
    public static SpecNode Update(SpecNode target, SpecNode update) => target switch
    {
        SpecMap map when update is SpecMap changes => Merge(map, changes),
        SpecList list => new SpecList(list.Span, [.. list.Items, .. update is SpecList items ? items.Items : [update]]),
        _ => update,
    };

    private static SpecMap Merge(SpecMap target, SpecMap changes)
    {
        List<SpecEntry> entries = [.. target.Entries.Select(e => changes.Entry(e.Key) is { } change ? new SpecEntry(e.Key, change.KeySpan, UpdateValue(e.Value, change.Value)) : e)];
        entries.AddRange(changes.Entries.Where(c => target.Entry(c.Key) is null));
        return new SpecMap(target.Span, entries);
    }

    private static SpecNode UpdateValue(SpecNode target, SpecNode update) => (target, update) switch
    {
        (SpecMap, SpecMap) or (SpecList, SpecList) => Update(target, update),
        // "components:" without a value, as in the specification's own example, removes nothing.
        (SpecMap or SpecList, SpecScalar { Kind: ScalarKind.Null }) => target,
        _ => update,
    };
}
