using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Normalization.Steps.Operations;

/// <summary>Removes and reports the unknown keys of a path item, which NSwag would read as operations, and keys of <c>additionalOperations</c> that are no further methods.</summary>
internal static class UnsupportedMethods
{
    public static SpecNode Apply(SpecNode node, OpenApiObjectKind kind, NormalizationContext context)
    {
        if (kind != OpenApiObjectKind.PathItem || node is not SpecMap map)
            return node;

        var known = map.Without(entry => !SpecGrammar.IsExtension(entry.Key) && SpecGrammar.RuleOf(kind, entry.Key).Form == ValueForm.Any && Report(entry));
        return known[PathOperations.Additional] is SpecMap others
            ? known.With(PathOperations.Additional, others.Without(entry => !PathOperations.IsAdditionalMethod(entry.Key) && Report(entry)))
            : known;

        bool Report(SpecEntry entry)
        {
            context.Report(SpecRules.UnsupportedMethod, entry.KeyLocation, entry.Key, string.Join(", ", SpecGrammar.Methods), context.Suggestions.Question(entry.Key, SpecGrammar.StandardKeysOf(kind)));
            return true;
        }
    }
}
