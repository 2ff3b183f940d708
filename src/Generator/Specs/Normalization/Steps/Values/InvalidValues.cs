using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Normalization.Steps.Values;

/// <summary>
/// Gives each value the form that its key requires: a number becomes a string where one is required, a key without a value is removed, and
/// any other invalid value is removed and reported. NSwag would throw for each of these, without a location.
/// </summary>
internal static class InvalidValues
{
    public static SpecNode Apply(SpecNode node, OpenApiObjectKind kind, NormalizationContext context) =>
        node is SpecMap map ? map.WithValues((kind, context), static (entry, state) => Normalize(SpecGrammar.RuleOf(state.kind, entry.Key), entry, state.kind, state.context)) : node;

    /// <summary>The value in the form of its key; <see langword="null"/>, mostly with a diagnostic, to remove the entry.</summary>
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

    // A key without a value is rarely intended: mostly everything below it was deleted.
    private static SpecNode? NormalizeNull(FieldRule rule, SpecEntry entry, OpenApiObjectKind kind, NormalizationContext context) => (rule.Form, kind) switch
    {
        (ValueForm.StringList, OpenApiObjectKind.SecurityRequirement) => new SpecList(entry.Value.Span, []),
        (ValueForm.StringOrList, _) when context.Version >= SpecVersion.OpenApi31 => SpecNodes.Text(entry.Value.Span, "null"),
        _ => null,
    };

    /// <summary>Reports an entry with an invalid value, and returns <see langword="null"/>, which removes it.</summary>
    public static SpecNode? Remove(SpecEntry entry, string expected, NormalizationContext context)
    {
        context.Report(SpecRules.InvalidValue, entry.Value.Location, entry.Key, expected, entry.Value.Describe());
        return null;
    }
}
