namespace Kiln.Generator.Specs.Grammar;

/// <summary>Goes through the nodes of a document that OpenAPI gives a meaning to.</summary>
internal static class SpecWalk
{
    /// <summary>A node and all nodes below it, in the order of the document, data left out.</summary>
    public static void Visit(SpecNode node, SpecKind kind, Action<SpecMap, SpecKind> visit)
    {
        if (node is not SpecMap map || kind == SpecKind.Data)
            return;

        visit(map, kind);
        foreach (var entry in map.Entries)
        {
            var slot = SpecGrammar.Of(kind, entry.Key);
            if (slot.Kind == SpecKind.Data)
                continue;
            foreach (var child in Children(slot, entry.Value))
                Visit(child, slot.Kind, visit);
        }
    }

    private static IEnumerable<SpecNode> Children(Slot slot, SpecNode value) => (slot.Shape, value) switch
    {
        (SlotShape.Named, SpecMap map) => map.Entries.Select(e => e.Value),
        (SlotShape.Patterned, SpecMap map) => map.Entries.Where(e => !SpecGrammar.IsExtension(e.Key)).Select(e => e.Value),
        (SlotShape.Many or SlotShape.OneOrMany, SpecList list) => list.Items,
        (SlotShape.One or SlotShape.OneOrFlag or SlotShape.OneOrText or SlotShape.OneOrMany, SpecMap) => [value],
        _ => [],
    };
}
