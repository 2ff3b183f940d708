using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Normalization.Steps.Values;

/// <summary>
/// Reports a key that is similar to one of OpenAPI's, and removes it if it differs only in case: keys are case-sensitive, but NSwag would accept it. Other
/// unknown keys are left alone.
/// </summary>
internal static class MisspelledKeys
{
    public static SpecNode Apply(SpecNode node, OpenApiObjectKind kind, NormalizationContext context) => node is not SpecMap map
        ? node
        : map.WithValues((map, kind, context), static (entry, state) =>
        {
            if (!SpecGrammar.MayBeMisspelled(state.kind, entry.Key))
                return entry.Value;
            if (SpecGrammar.CorrectSpelling(state.kind, entry.Key) is { } correct)
            {
                state.context.Report(SpecRules.MisspelledKey, entry.KeyLocation, entry.Key, correct);
                return null;
            }
            // An unknown key of a path item is reported as an unsupported method.
            if (state.kind != OpenApiObjectKind.PathItem && state.context.Suggestions.Find(entry.Key, SpecGrammar.StandardKeysOf(state.kind)) is { } similar && state.map[similar] is null)
                state.context.Report(SpecRules.MisspelledKey, entry.KeyLocation, entry.Key, similar);
            return entry.Value;
        });
}
