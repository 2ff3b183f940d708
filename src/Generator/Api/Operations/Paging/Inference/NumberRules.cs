using Kiln.Generator.Api.Model;
using Kiln.Generator.Api.Operations.Terms;

namespace Kiln.Generator.Api.Operations.Inference;

/// <summary>Pages that are asked for by the key of the last item, by an offset, or by their number.</summary>
internal static class NumberRules
{
    private static readonly string[] OffsetNames = ["offset", "skip", "start", "startat", "startoffset", "pageoffset"];
    private static readonly string[] PageNames = ["page", "pagenumber", "pageno", "pagenum", "pageindex"];

    // Where pages have a size under this name, they are counted from 1, as Rails and GitHub do it.
    private static readonly string[] CountedFromOne = ["perpage", "resultsperpage"];

    /// <summary><c>starting_after</c> and <c>has_more</c>, with items that have an <c>id</c>.</summary>
    public static IEnumerable<PagingGuess> FindLastItem(PageFacts facts)
    {
        if (PageParts.HasMore(facts) is not { } more || ItemsRule.Find(facts, more.Container) is not { } items || IdOf(facts, items) is not { } id)
            yield break;
        foreach (var input in facts.InputsNamed("startingafter", "after", "afterid").Where(i => i.IsText && !i.InBody))
        {
            var isSaid = Words.Mentions(input.Description, "id", "ids", "identifier");
            if (input.Key == "startingafter" || isSaid)
                yield return new("starting_after", Confidence.High, new PagingTerms().With(PagingKeys.Cursor, input.Place).With(PagingKeys.LastItem, id).With(PagingKeys.HasMore, more.Pointer).WithItems(facts, items));
        }
    }

    /// <summary>An offset and a page size, with a total or the word that items are skipped.</summary>
    public static IEnumerable<PagingGuess> FindOffset(PageFacts facts)
    {
        if (PageParts.Size(facts) is not { } size)
            yield break;
        foreach (var input in facts.InputsNamed(OffsetNames).Where(i => i.IsInteger && !i.InBody && FirstNumber.Of(i) is null or 0))
        {
            var isCounted = PageParts.Total(facts) is not null || PageParts.HasMore(facts) is not null;
            var skips = input.Key == "skip" && size.Key is "top" or "take" or "limit";
            // An OData service has the number of all items under /$count, which is a page of nothing.
            if (!(isCounted || skips) || facts.Operation.Path.EndsWith("/$count", StringComparison.Ordinal))
                continue;
            foreach (var guess in Of("offset", isCounted ? Confidence.High : Confidence.Medium, new PagingTerms().With(PagingKeys.Offset, input.Place).With(PagingKeys.HasMore, PageParts.HasMore(facts)?.Pointer), facts))
                yield return guess;
        }
    }

    /// <summary>The number of a page, if the document says with which they begin.</summary>
    public static IEnumerable<PagingGuess> FindPageNumber(PageFacts facts)
    {
        var size = PageParts.Size(facts);
        foreach (var input in facts.InputsNamed(PageNames).Where(i => i.IsInteger && !i.InBody))
        {
            var more = PageParts.HasMore(facts);
            var pages = PageParts.PageCount(facts);
            var isCounted = PageParts.Total(facts) is not null || more is not null || pages is not null;
            // With a cursor as well, of which the document does not say where it comes from, it is not clear which of both goes through all pages.
            if ((!isCounted && (size is null || PageParts.HasCursorInput(facts))) || FirstNumber.Of(input, countsFromOne: size is not null && CountedFromOne.Contains(size.Key)) is not { } first)
                continue;
            var terms = new PagingTerms().With(PagingKeys.Page, input.Place);
            if (first == 0)
                terms.With(PagingKeys.FirstPage, 0);
            foreach (var guess in Of("page number", isCounted ? Confidence.High : Confidence.Medium, terms.With(PagingKeys.TotalPages, pages?.Pointer).With(PagingKeys.HasMore, more?.Pointer), facts))
                yield return guess;
        }
    }

    private static IEnumerable<PagingGuess> Of(string rule, Confidence confidence, PagingTerms terms, PageFacts facts)
    {
        if (ItemsRule.Find(facts) is { } items)
            yield return new(rule, confidence, terms.WithItems(facts, items));
    }

    // The pointer from an item to its id.
    private static string? IdOf(PageFacts facts, string items)
    {
        var array = items.Length == 0 ? facts.Body : facts.Fields.FirstOrDefault(f => f.Pointer == items)?.Schema;
        return array is ArraySchema { Items: var item } && facts.PropertiesOf(item).Any(p => p.WireName == "id" && facts.Actual(p.Schema) is ScalarSchema { Type: "string" or "integer" }) ? "/id" : null;
    }
}
