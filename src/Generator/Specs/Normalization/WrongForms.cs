using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Grammar;

namespace Kiln.Generator.Specs.Normalization;

/// <summary>
/// Gives each key the form that its place asks for: a number where a text belongs becomes one, an empty key goes, and
/// what cannot be mended goes with a warning. NSwag would throw at each of these, without a place.
/// </summary>
internal static class WrongForms
{
    public static SpecNode Apply(SpecNode node, SpecKind kind, NormalizationContext context) =>
        node is SpecMap map ? map.WithValues((kind, context), static (entry, state) => Fit(SpecGrammar.Of(state.kind, entry.Key), entry, state.kind, state.context)) : node;

    private static SpecNode? Fit(Slot slot, SpecEntry entry, SpecKind kind, NormalizationContext context)
    {
        if (slot.Shape == SlotShape.Any)
            return entry.Value;
        if (entry.Value.IsNull())
            return OfNothing(slot, entry, kind, context);

        return slot.Shape switch
        {
            SlotShape.One or SlotShape.OneOrText or SlotShape.OneOrFlag or SlotShape.OneOrMany or SlotShape.Many or SlotShape.Named or SlotShape.Patterned
                => NodeForms.Fit(slot, entry, context),
            _ => ValueForms.Fit(slot.Shape, entry, context),
        };
    }

    // A key without a value: nobody writes one on purpose, and mostly all that stood under it was taken out.
    private static SpecNode? OfNothing(Slot slot, SpecEntry entry, SpecKind kind, NormalizationContext context) => (slot.Shape, kind) switch
    {
        (SlotShape.Texts, SpecKind.SecurityRequirement) => new SpecList(entry.Value.Span, []),
        (SlotShape.TextOrTexts, _) when context.Version >= SpecVersion.OpenApi31 => SpecNodes.Text(entry.Value.Span, "null"),
        _ => null,
    };

    public static SpecNode? LeaveOut(SpecEntry entry, string wanted, NormalizationContext context)
    {
        context.Tell(SpecRules.InvalidValue, entry.Value.Place, entry.Key, wanted, entry.Value.Describe());
        return null;
    }
}
