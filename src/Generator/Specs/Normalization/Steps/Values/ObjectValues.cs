using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Normalization.Steps.Schemas;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Normalization.Steps.Values;

/// <summary>Normalizes the values of keys that hold objects, or maps and lists of objects.</summary>
internal static class ObjectValues
{
    /// <summary>The value in the form of its key; <see langword="null"/>, with a diagnostic, to remove the entry.</summary>
    public static SpecNode? Normalize(FieldRule rule, SpecEntry entry, NormalizationContext context) => (rule.Form, entry.Value) switch
    {
        (ValueForm.ObjectValue or ValueForm.ObjectOrString or ValueForm.ObjectOrBoolean or ValueForm.ObjectOrList, SpecMap) => entry.Value,
        (ValueForm.ObjectValue, _) => InvalidValues.Remove(entry, "an object", context),
        // In OpenAPI 2.0 a discriminator is only the name of its property.
        (ValueForm.ObjectOrString, SpecScalar { Kind: ScalarKind.String } name) => SpecNodes.EmptyMap(name.Span).With("propertyName", name),
        (ValueForm.ObjectOrString, _) => InvalidValues.Remove(entry, "an object or a string", context),
        (ValueForm.ObjectOrBoolean, SpecScalar { Kind: ScalarKind.Boolean }) => entry.Value,
        (ValueForm.ObjectOrBoolean, _) => InvalidValues.Remove(entry, "an object, true or false", context),
        (ValueForm.ObjectOrList, SpecScalar { Kind: ScalarKind.Boolean } flag) => BooleanSchemas.Expand(flag),
        (ValueForm.ObjectOrList or ValueForm.ObjectList, SpecList list) => list.WithItems((rule, entry, context), static (item, state) => Member(state.rule, state.entry.With(item), state.context)),
        (ValueForm.ObjectOrList, _) => InvalidValues.Remove(entry, "an object or an array of objects", context),
        (ValueForm.ObjectList, _) => InvalidValues.Remove(entry, "an array of objects", context),
        (_, SpecMap map) => Members(rule, map, context),
        _ => InvalidValues.Remove(entry, "an object whose values are objects", context),
    };

    // Extensions beside paths and status codes would be read as such.
    private static SpecMap Members(FieldRule rule, SpecMap map, NormalizationContext context) =>
        map.WithValues(
            (rule, context),
            static (member, state) => state.rule.Form == ValueForm.PatternedMap && SpecGrammar.IsExtension(member.Key) ? null : Member(state.rule, member, state.context));

    /// <summary>The member of a map or list; <see langword="null"/>, with a diagnostic if it is not null itself, to remove it.</summary>
    private static SpecNode? Member(FieldRule rule, SpecEntry member, NormalizationContext context)
    {
        if (member.Value is SpecMap)
            return member.Value;
        // "204:" without a value is a response, and "name:" a property.
        if (member.Value.IsNull())
            return rule.Kind is OpenApiObjectKind.Schema or OpenApiObjectKind.Response or OpenApiObjectKind.MediaType ? SpecNodes.EmptyMap(member.Value.Span) : null;
        return InvalidValues.Remove(member, "an object", context);
    }
}
