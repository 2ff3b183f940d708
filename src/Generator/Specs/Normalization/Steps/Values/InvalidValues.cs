using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Normalization.Steps.Values;

/// <summary>
/// Gives each key the form that its place asks for: a number where a text belongs becomes one, an empty key goes, and
/// what cannot be mended goes with a warning. NSwag would throw at each of these, without a place.
/// </summary>
internal static class InvalidValues
{
    public static SpecNode Apply(SpecNode node, OpenApiObjectKind kind, NormalizationContext context) =>
        node is SpecMap map ? map.WithValues((kind, context), static (entry, state) => Normalize(SpecGrammar.RuleOf(state.kind, entry.Key), entry, state.kind, state.context)) : node;

    private static SpecNode? Normalize(FieldRule rule, SpecEntry entry, OpenApiObjectKind kind, NormalizationContext context)
    {
        if (rule.Form == ValueForm.Any)
            return entry.Value;
        if (entry.Value.IsNull())
            return NormalizeNull(rule, entry, kind, context);

        return rule.Form switch
        {
            ValueForm.ObjectValue or ValueForm.ObjectOrString or ValueForm.ObjectOrBoolean or ValueForm.ObjectOrList or ValueForm.ObjectList or ValueForm.ObjectMap or ValueForm.PatternedMap
                => ObjectValues.Normalize(rule, entry, context),
            _ => ScalarValues.Normalize(rule.Form, entry, context),
        };
    }

    // A key without a value: nobody writes one on purpose, and mostly all that stood under it was taken out.
    private static SpecNode? NormalizeNull(FieldRule rule, SpecEntry entry, OpenApiObjectKind kind, NormalizationContext context) => (rule.Form, kind) switch
    {
        (ValueForm.StringList, OpenApiObjectKind.SecurityRequirement) => new SpecList(entry.Value.Span, []),
        (ValueForm.StringOrList, _) when context.Version >= SpecVersion.OpenApi31 => SpecNodes.Text(entry.Value.Span, "null"),
        _ => null,
    };

    public static SpecNode? Remove(SpecEntry entry, string wanted, NormalizationContext context)
    {
        context.Report(SpecRules.WrongForm, entry.Value.Location, entry.Key, wanted, entry.Value.Describe());
        return null;
    }
}
