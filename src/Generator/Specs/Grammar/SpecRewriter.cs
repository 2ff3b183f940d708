namespace Kiln.Generator.Specs.Grammar;

/// <summary>Makes a changed copy of a document; what does not change is shared with the original.</summary>
internal static class SpecRewriter
{
    /// <summary>Changes a node's children, then the node. A change that gives <see langword="null"/> removes the node from the map or list where it stands.</summary>
    public static SpecNode? Rewrite(SpecNode node, SpecKind kind, Func<SpecNode, SpecKind, SpecNode?> change)
    {
        if (kind == SpecKind.Data)
            return node;
        return change(node is SpecMap map ? RewriteChildren(map, kind, change) : node, kind);
    }

    private static SpecMap RewriteChildren(SpecMap map, SpecKind kind, Func<SpecNode, SpecKind, SpecNode?> change) => RewriteEntries(map, entry =>
    {
        var slot = SpecGrammar.Of(kind, entry.Key);
        return slot.Kind == SpecKind.Data ? entry.Value : RewriteSlot(slot, entry.Value, change);
    });

    private static SpecNode? RewriteSlot(Slot slot, SpecNode value, Func<SpecNode, SpecKind, SpecNode?> change) => (slot.Shape, value) switch
    {
        (SlotShape.Named, SpecMap map) => RewriteEntries(map, e => Rewrite(e.Value, slot.Kind, change)),
        (SlotShape.Patterned, SpecMap map) => RewriteEntries(map, e => SpecGrammar.IsExtension(e.Key) ? e.Value : Rewrite(e.Value, slot.Kind, change)),
        (SlotShape.Many or SlotShape.OneOrMany, SpecList list) => RewriteItems(list, item => Rewrite(item, slot.Kind, change)),
        (SlotShape.One, not SpecList) or (SlotShape.OneOrMany or SlotShape.OneOrFlag or SlotShape.OneOrText, SpecMap) => Rewrite(value, slot.Kind, change),
        _ => value,
    };

    private static SpecMap RewriteEntries(SpecMap map, Func<SpecEntry, SpecNode?> change)
    {
        List<SpecEntry>? changed = null;
        for (var i = 0; i < map.Entries.Count; i++)
        {
            var entry = map.Entries[i];
            var value = change(entry);
            if (changed is null && !ReferenceEquals(value, entry.Value))
                changed = [.. map.Entries.Take(i)];
            if (value is not null)
                changed?.Add(ReferenceEquals(value, entry.Value) ? entry : entry.With(value));
        }
        return changed is null ? map : new SpecMap(map.Span, changed);
    }

    private static SpecList RewriteItems(SpecList list, Func<SpecNode, SpecNode?> change)
    {
        List<SpecNode>? changed = null;
        for (var i = 0; i < list.Items.Count; i++)
        {
            var item = change(list.Items[i]);
            if (changed is null && !ReferenceEquals(item, list.Items[i]))
                changed = [.. list.Items.Take(i)];
            if (item is not null)
                changed?.Add(item);
        }
        return changed is null ? list : new SpecList(list.Span, changed);
    }
}
