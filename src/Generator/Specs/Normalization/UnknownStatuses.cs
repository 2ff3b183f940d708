using System.Text.RegularExpressions;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Grammar;

namespace Kiln.Generator.Specs.Normalization;

/// <summary>Leaves out a response that no answer could ever have (OpenAPI 3.0.3, "Responses Object": a status, a class of them such as <c>4XX</c>, or <c>default</c>).</summary>
internal static class UnknownStatuses
{
    private static readonly Regex Status = new(@"^([1-9][0-9]{2}|[1-5][xX]{2}|default)\z", RegexOptions.CultureInvariant);

    public static SpecNode Apply(SpecNode node, SpecKind kind, NormalizationContext context)
    {
        if (kind != SpecKind.Operation || node is not SpecMap map || map["responses"] is not SpecMap responses)
            return node;

        var known = responses.Without(entry =>
        {
            var isUnknown = !SpecGrammar.IsExtension(entry.Key) && !Status.IsMatch(entry.Key);
            if (isUnknown)
                context.Tell(SpecRules.InvalidStatusCode, entry.KeyPlace, entry.Key);
            return isUnknown;
        });
        return ReferenceEquals(known, responses) ? map : map.With("responses", known);
    }
}
