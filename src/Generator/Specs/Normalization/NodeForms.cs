using Kiln.Generator.Specs.Grammar;

namespace Kiln.Generator.Specs.Normalization;

/// <summary>The forms of keys that hold nodes, or maps and lists of them.</summary>
internal static class NodeForms
{
    public static SpecNode? Fit(Slot slot, SpecEntry entry, NormalizationContext context) => (slot.Shape, entry.Value) switch
    {
        (SlotShape.One or SlotShape.OneOrText or SlotShape.OneOrFlag or SlotShape.OneOrMany, SpecMap) => entry.Value,
        (SlotShape.One, _) => WrongForms.LeaveOut(entry, "an object", context),
        // OpenAPI 2.0 names a discriminator's property only.
        (SlotShape.OneOrText, SpecScalar { Kind: ScalarKind.String } name) => SpecNodes.EmptyMap(name.Span).With("propertyName", name),
        (SlotShape.OneOrText, _) => WrongForms.LeaveOut(entry, "an object or a string", context),
        (SlotShape.OneOrFlag, SpecScalar { Kind: ScalarKind.Boolean }) => entry.Value,
        (SlotShape.OneOrFlag, _) => WrongForms.LeaveOut(entry, "an object, true or false", context),
        (SlotShape.OneOrMany, SpecScalar { Kind: ScalarKind.Boolean } flag) => BooleanSchemas.Expand(flag),
        (SlotShape.OneOrMany or SlotShape.Many, SpecList list) => list.WithItems((slot, entry, context), static (item, state) => Member(state.slot, state.entry.With(item), state.context)),
        (SlotShape.OneOrMany, _) => WrongForms.LeaveOut(entry, "an object or an array of objects", context),
        (SlotShape.Many, _) => WrongForms.LeaveOut(entry, "an array of objects", context),
        (_, SpecMap map) => Members(slot, map, context),
        _ => WrongForms.LeaveOut(entry, "an object whose values are objects", context),
    };

    // Extensions beside paths and status codes would be taken for one.
    private static SpecMap Members(Slot slot, SpecMap map, NormalizationContext context) =>
        map.WithValues(
            (slot, context),
            static (member, state) => state.slot.Shape == SlotShape.Patterned && SpecGrammar.IsExtension(member.Key) ? null : Member(state.slot, member, state.context));

    private static SpecNode? Member(Slot slot, SpecEntry member, NormalizationContext context)
    {
        if (member.Value is SpecMap)
            return member.Value;
        // "204:" without anything is a response, and "name:" a property.
        if (member.Value.IsNull())
            return slot.Kind is SpecKind.Schema or SpecKind.Response or SpecKind.MediaType ? SpecNodes.EmptyMap(member.Value.Span) : null;
        return WrongForms.LeaveOut(member, "an object", context);
    }
}
