using Kiln.Generator.Specs.Tree;

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

    private static SpecMap RewriteChildren(SpecMap map, SpecKind kind, Func<SpecNode, SpecKind, SpecNode?> change) => map.WithValues(
        (kind, change),
        static (entry, state) =>
        {
            var slot = SpecGrammar.Of(state.kind, entry.Key);
            return slot.Kind == SpecKind.Data ? entry.Value : RewriteSlot(slot, entry.Value, state.change);
        });

    private static SpecNode? RewriteSlot(Slot slot, SpecNode value, Func<SpecNode, SpecKind, SpecNode?> change) => (slot.Shape, value) switch
    {
        (SlotShape.Named, SpecMap map) => map.WithValues((slot.Kind, change), static (e, state) => Rewrite(e.Value, state.Kind, state.change)),
        (SlotShape.Patterned, SpecMap map) => map.WithValues(
            (slot.Kind, change), static (e, state) => SpecGrammar.IsExtension(e.Key) ? e.Value : Rewrite(e.Value, state.Kind, state.change)),
        (SlotShape.Many or SlotShape.OneOrMany, SpecList list) => list.WithItems((slot.Kind, change), static (item, state) => Rewrite(item, state.Kind, state.change)),
        (SlotShape.One, not SpecList) or (SlotShape.OneOrMany or SlotShape.OneOrFlag or SlotShape.OneOrText, SpecMap) => Rewrite(value, slot.Kind, change),
        _ => value,
    };
}
