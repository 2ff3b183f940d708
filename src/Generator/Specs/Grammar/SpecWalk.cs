using Kiln.Generator.Specs.Tree;

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
        // Counted, here and below: an enumerator for each map of a large document is a lot of garbage.
        for (var i = 0; i < map.Entries.Count; i++)
        {
            var entry = map.Entries[i];
            var slot = SpecGrammar.Of(kind, entry.Key);
            if (slot.Kind == SpecKind.Data)
                continue;
            VisitSlot(slot, entry.Value, visit);
        }
    }

    private static void VisitSlot(Slot slot, SpecNode value, Action<SpecMap, SpecKind> visit)
    {
        switch (slot.Shape, value)
        {
            case (SlotShape.Named or SlotShape.Patterned, SpecMap map):
                for (var i = 0; i < map.Entries.Count; i++)
                {
                    var entry = map.Entries[i];
                    if (slot.Shape == SlotShape.Named || !SpecGrammar.IsExtension(entry.Key))
                        Visit(entry.Value, slot.Kind, visit);
                }
                break;
            case (SlotShape.Many or SlotShape.OneOrMany, SpecList list):
                for (var i = 0; i < list.Items.Count; i++)
                    Visit(list.Items[i], slot.Kind, visit);
                break;
            case (SlotShape.One or SlotShape.OneOrFlag or SlotShape.OneOrText or SlotShape.OneOrMany, SpecMap):
                Visit(value, slot.Kind, visit);
                break;
        }
    }
}
