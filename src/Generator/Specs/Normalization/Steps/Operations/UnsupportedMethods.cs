using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Normalization.Steps.Operations;

/// <summary>Removes and reports the unknown keys of a path item, such as <c>query</c> of 3.2, which NSwag would read as operations.</summary>
internal static class UnsupportedMethods
{
    public static SpecNode Apply(SpecNode node, OpenApiObjectKind kind, NormalizationContext context)
    {
        if (kind != OpenApiObjectKind.PathItem || node is not SpecMap map)
            return node;

        return map.Without(entry =>
        {
            if (SpecGrammar.IsExtension(entry.Key) || SpecGrammar.RuleOf(kind, entry.Key).Form != ValueForm.Any)
                return false;
            context.Report(SpecRules.UnsupportedMethod, entry.KeyLocation, entry.Key, string.Join(", ", SpecGrammar.Methods), context.Suggestions.Question(entry.Key, SpecGrammar.StandardKeysOf(kind)));
            return true;
        });
    }
}
