using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Normalization.Steps.Values;

/// <summary>Removes and reports a key that differs from one of OpenAPI's only in case. Keys are case-sensitive, but NSwag would accept it.</summary>
internal static class MisspelledKeys
{
    public static SpecNode Apply(SpecNode node, OpenApiObjectKind kind, NormalizationContext context) => node is not SpecMap map
        ? node
        : map.Without(entry =>
        {
            if (SpecGrammar.CorrectSpelling(kind, entry.Key) is not { } correct)
                return false;
            context.Report(SpecRules.MisspelledKey, entry.KeyLocation, entry.Key, correct);
            return true;
        });
}
