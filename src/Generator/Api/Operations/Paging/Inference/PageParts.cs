using Kiln.Generator.Api.Model;
using Kiln.Generator.Api.Operations.Terms;

namespace Kiln.Generator.Api.Operations.Inference;

/// <summary>The parts of a contract that several rules look for: the page size, the totals, and whether there is more.</summary>
internal static class PageParts
{
    // Beyond this a service may not be able to send in one answer what it allows to ask for.
    private const long LargestPage = 1_000;

    private static readonly string[] SizeNames =
    [
        "limit", "perpage", "pagesize", "size", "count", "top", "take", "maxresults", "maxitems", "pagelimit", "resultsperpage", "itemsperpage", "first", "rows", "maxkeys", "psize",
    ];

    private static readonly string[] PlaceNames =
    [
        "page", "pagenumber", "pageno", "pagenum", "pageindex", "offset", "skip", "startat", "startindex", "continue", "marker", "bookmark", "skiptoken", "maxpagesize",
    ];

    private static readonly string[] CursorNames =
    [
        "cursor", "nextcursor", "pagecursor", "startcursor", "pagetoken", "nexttoken", "nextpagetoken", "continuationtoken", "after", "startingafter", "endingbefore",
    ];

    private static readonly HashSet<string> TotalNames = new(StringComparer.Ordinal)
    {
        "total", "totalcount", "totalitems", "totalresults", "totalrecords", "totalelements", "totalsize", "totalhits", "totalnumber", "odatacount", "totalentries", "totalrows",
    };

    private static readonly HashSet<string> PageCountNames = new(StringComparer.Ordinal) { "totalpages", "pagecount", "pagescount", "totalpagecount", "numpages", "numberofpages", "pagestotal", "lastpage" };

    private static readonly HashSet<string> MoreNames = new(StringComparer.Ordinal) { "hasmore", "hasnext", "hasnextpage", "hasmorepages", "hasmoreitems", "hasmoreresults", "morerecords", "moreresults", "moreavailable" };

    private static readonly string[] TotalHeaders = ["xtotalcount", "xtotal", "totalcount", "xtotalitems", "paginationcount"];

    /// <summary>Whether the operation has an input that is for pages.</summary>
    public static bool HasPagingInput(PageFacts facts) => Size(facts) is not null || facts.InputsNamed([.. PlaceNames, .. CursorNames]).Any(i => i.Schema is ScalarSchema);

    /// <summary>Whether the operation has an input for a cursor.</summary>
    public static bool HasCursorInput(PageFacts facts) => facts.InputsNamed(CursorNames).Any(i => i.IsText);

    /// <summary>The input for the number of items of a page; <see langword="null"/> for none, and for several.</summary>
    public static PageInputFact? Size(PageFacts facts)
    {
        var sizes = facts.InputsNamed(SizeNames).Where(i => i.IsInteger).ToList();
        return sizes.Count == 1 ? sizes[0] : null;
    }

    /// <summary>The number of all items; <see langword="null"/> for none, and for several.</summary>
    public static PageField? Total(PageFacts facts, string container = "") => Only(
        facts, container, f => f.IsNumber && (TotalNames.Contains(f.Name) || (f.Name == "count" && Words.Mentions(f.Description, "total"))) && !IsOfOnePage(f.Description));

    /// <summary>The number of all pages; <see langword="null"/> for none, and for several.</summary>
    public static PageField? PageCount(PageFacts facts) =>
        Only(facts, "", f => f.IsNumber && (PageCountNames.Contains(f.Name) || (f.Name == "pages" && f.Parent is not null)));

    /// <summary>Whether there are more pages; <see langword="null"/> for none, and for several.</summary>
    public static PageField? HasMore(PageFacts facts, string container = "") => Only(facts, container, f => f.IsBoolean && MoreNames.Contains(f.Name));

    /// <summary>Adds what every kind can have: the items, the totals and the page size.</summary>
    public static PagingTerms WithItems(this PagingTerms terms, PageFacts facts, string items, string container = "")
    {
        var total = Total(facts, container)?.Pointer;
        var header = total is null ? TotalHeader(facts) : null;
        return terms
            .With(PagingKeys.Items, items)
            .With(PagingKeys.Total, total)
            .With(PagingKeys.TotalHeader, header)
            .With(PagingKeys.PageSize, Size(facts) is { Parameter: { } size } && IsOfUse(size, hasTotal: (total ?? header) is not null) ? size.WireName : null);
    }

    /// <summary>Adds an input under the key for its place.</summary>
    public static PagingTerms WithInput(this PagingTerms terms, string key, PageInputFact input) => terms.With(input.InBody ? PagingKeys.InBody(key) : key, input.Place);

    // Its maximum is sent; without one it is sent only to count the items, with a page that is as small as can be.
    private static bool IsOfUse(Parameter size, bool hasTotal) => size.Maximum is { } maximum ? maximum is > 1 and <= LargestPage : hasTotal;

    private static string? TotalHeader(PageFacts facts) => facts.Operation.Success?.Headers
        .FirstOrDefault(h => TotalHeaders.Contains(Words.Key(h.WireName)) && facts.Actual(h.Schema) is ScalarSchema { Type: "integer" or "number" })?.WireName;

    // A number of what this answer has would end the walk too early.
    private static bool IsOfOnePage(string description) =>
        Words.Mentions(description, "returned", "this page", "the page", "current page", "this response") && !Words.Mentions(description, "total", "all", "available", "overall");

    // What is beside the place that leads to the next page says it best.
    private static PageField? Only(PageFacts facts, string container, Func<PageField, bool> fits)
    {
        var all = facts.Fields.Where(f => fits(f) && (f.IsInEnvelope || f.Container == container)).ToList();
        var near = all.Where(f => f.Container == container).ToList();
        return near.Count == 1 ? near[0] : all.Count == 1 ? all[0] : null;
    }
}
