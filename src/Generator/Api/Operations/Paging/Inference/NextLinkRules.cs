using Kiln.Generator.Api.Model;
using Kiln.Generator.Api.Operations.Terms;

namespace Kiln.Generator.Api.Operations.Inference;

/// <summary>The URL of the next page, in the body or in the header <c>Link</c> (RFC 8288).</summary>
internal static class NextLinkRules
{
    private static readonly string[] ODataNames = ["odatanextlink"];
    private static readonly string[] HalNames = ["links/next/href"];
    private static readonly string[] LinkNames = ["nextlink", "nexturl", "nexturi", "nexthref", "nextpageurl", "nextpageuri", "nextpagelink", "nextpagehref", "links/next"];

    // A cursor may be called so too: the description or the format decides.
    private static readonly string[] VagueNames = ["next", "nextpage"];

    /// <summary>The contracts with a URL in the body that fit.</summary>
    public static IEnumerable<PagingGuess> FindInBody(PageFacts facts)
    {
        var links = facts.Fields.Where(f => IsText(f) && (f.IsInEnvelope || PageParts.HasPagingInput(facts))).Select(f => (Field: f, Rule: RuleOf(f))).Where(l => l.Rule is not null).ToList();
        // {"next": …, "links": {"next": …}}: the one whose name says it.
        var clear = links.Where(l => !IsVague(l.Field)).ToList();
        foreach (var (field, rule) in clear.Count > 0 ? clear : links)
        {
            if (ItemsRule.Find(facts, field.Container) is { } items)
                yield return new(rule!, Confidence.High, new PagingTerms().With(PagingKeys.NextLink, field.Pointer).WithItems(facts, items, field.Container));
        }
    }

    /// <summary>The contract with the header, if the success response has it and the operation has an input for pages.</summary>
    public static IEnumerable<PagingGuess> FindInHeader(PageFacts facts)
    {
        var header = facts.Operation.Success?.Headers.FirstOrDefault(h => string.Equals(h.WireName, "Link", StringComparison.OrdinalIgnoreCase));
        if (header is null || facts.Actual(header.Schema) is not ScalarSchema { Type: "string" })
            yield break;
        // The header has links of other relations too.
        if (!PageParts.HasPagingInput(facts) && !facts.InputsNamed("since").Any() && !Words.Mentions(header.Description ?? "", "next", "page", "pages", "pagination"))
            yield break;
        if (ItemsRule.Find(facts, allowScalars: true) is { } items)
            yield return new("Link header", Confidence.High, new PagingTerms().With(PagingKeys.NextLinkHeader, header.WireName).WithItems(facts, items));
    }

    private static bool IsText(PageField field) => field.Schema is ScalarSchema { Type: "string" };

    private static string? RuleOf(PageField field) => field switch
    {
        _ when ODataNames.Any(field.Is) => "OData next link",
        _ when HalNames.Any(field.Is) => "HAL next link",
        _ when LinkNames.Any(field.Is) => "next URL",
        _ when IsVague(field) && SaysUrl(field) => "next URL",
        _ => null,
    };

    private static bool IsVague(PageField field) => VagueNames.Contains(field.Name) && !LinkNames.Any(field.Is);

    private static bool SaysUrl(PageField field) =>
        field.Schema is ScalarSchema { Format: "uri" or "uri-reference" or "url" }
        || (Words.Mentions(field.Description, "url", "uri", "link", "http", "https", "href") && !Words.Mentions(field.Description, "cursor", "token"));
}
