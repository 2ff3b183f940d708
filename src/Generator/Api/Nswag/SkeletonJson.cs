using Kiln.Generator.Specs;
using Kiln.Generator.Specs.Grammar;

namespace Kiln.Generator.Api.Nswag;

/// <summary>
/// Writes the skeleton of a document as JSON. Schemas are read by Kiln, and nothing asks NSwag for examples, links, callbacks and extensions, so all of these
/// are left out.
/// </summary>
internal static class SkeletonJson
{
    public static string Write(SpecMap root) => SpecJson.Write(Strip(root, SpecKind.Document));

    private static SpecNode Strip(SpecNode node, SpecKind kind) => node is SpecMap map && kind != SpecKind.Data
        ? map.WithValues(kind, static (entry, kind) => Strip(entry.Value, SpecGrammar.Of(kind, entry.Key)))
        : node;

    private static SpecNode? Strip(SpecNode value, Slot slot) => (slot.Shape, value) switch
    {
        // The schema keywords of a parameter or header too, which are those of Swagger 2.0.
        _ when slot.Kind is SpecKind.Schema or SpecKind.Example or SpecKind.Link or SpecKind.Callback || slot.Shape == SlotShape.Any => null,
        (SlotShape.Named or SlotShape.Patterned, SpecMap map) => map.WithValues(slot.Kind, static (member, kind) => Strip(member.Value, kind)),
        (SlotShape.Many or SlotShape.OneOrMany, SpecList list) => list.WithItems(slot.Kind, Strip),
        _ => Strip(value, slot.Kind),
    };
}
