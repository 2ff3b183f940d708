using System.Text.RegularExpressions;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Normalization.Steps.Operations;

/// <summary>Removes and reports a response with an invalid status (OpenAPI 3.0.3, "Responses Object": a status code, a range such as <c>4XX</c>, or <c>default</c>).</summary>
internal static class InvalidStatusCodes
{
    private static readonly Regex Status = new(@"^([1-9][0-9]{2}|[1-5][xX]{2}|default)\z", RegexOptions.CultureInvariant);

    private static readonly string[] Default = ["default"];

    public static SpecNode Apply(SpecNode node, OpenApiObjectKind kind, NormalizationContext context)
    {
        if (kind != OpenApiObjectKind.Operation || node is not SpecMap map || map["responses"] is not SpecMap responses)
            return node;

        var valid = responses.Without(entry =>
        {
            var isInvalid = !SpecGrammar.IsExtension(entry.Key) && !Status.IsMatch(entry.Key);
            if (isInvalid)
                context.Report(SpecRules.InvalidStatusCode, entry.KeyLocation, entry.Key, context.Suggestions.Question(entry.Key, Default));
            return isInvalid;
        });
        return ReferenceEquals(valid, responses) ? map : map.With("responses", valid);
    }
}
