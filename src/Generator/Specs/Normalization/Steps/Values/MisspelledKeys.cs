using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Normalization.Steps.Values;

/// <summary>Leaves out a key that is one of OpenAPI's but for case. It means nothing, since keys are told apart by case, but NSwag would take it for the key.</summary>
internal static class MisspelledKeys
{
    public static SpecNode Apply(SpecNode node, OpenApiObjectKind kind, NormalizationContext context) => node is not SpecMap map
        ? node
        : map.Without(entry =>
        {
            if (SpecGrammar.CorrectSpelling(kind, entry.Key) is not { } meant)
                return false;
            context.Report(SpecRules.MisspelledKey, entry.KeyLocation, entry.Key, meant);
            return true;
        });
}
