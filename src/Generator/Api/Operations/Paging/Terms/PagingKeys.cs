using Kiln.Generator.Api.Model;

namespace Kiln.Generator.Api.Operations.Terms;

/// <summary>The keys of <c>x-kiln-paging</c>.</summary>
internal static class PagingKeys
{
    public const string Cursor = "cursor";
    public const string CursorInBody = "cursorInBody";
    public const string NextCursor = "nextCursor";
    public const string NextCursorHeader = "nextCursorHeader";
    public const string NextLink = "nextLink";
    public const string NextLinkHeader = "nextLinkHeader";
    public const string Offset = "offset";
    public const string OffsetInBody = "offsetInBody";
    public const string Page = "page";
    public const string PageInBody = "pageInBody";
    public const string FirstPage = "firstPage";
    public const string LastItem = "lastItem";
    public const string HasMore = "hasMore";
    public const string Items = "items";
    public const string Total = "total";
    public const string TotalHeader = "totalHeader";
    public const string TotalPages = "totalPages";
    public const string PageSize = "pageSize";
    public const string PageSizeInBody = "pageSizeInBody";
    public const string EndCursors = "endCursors";
    public const string FirstPageOnly = "firstPageOnly";
    public const string CountOnly = "countOnly";

    // The key that says the kind, of the others only those that it needs or allows.
    private static readonly (PagingKind Kind, string[] Says, string[] Allows)[] OfKinds =
    [
        (PagingKind.Cursor, [NextCursor, NextCursorHeader], [Cursor, CursorInBody, EndCursors]),
        (PagingKind.NextLink, [NextLink, NextLinkHeader], [EndCursors]),
        (PagingKind.Offset, [Offset, OffsetInBody], []),
        (PagingKind.PageNumber, [Page, PageInBody], [FirstPage, TotalPages]),
        (PagingKind.LastItem, [LastItem], [Cursor, CursorInBody]),
    ];

    private static readonly string[] OfAll = [HasMore, Items, Total, TotalHeader, PageSize, PageSizeInBody, FirstPageOnly, CountOnly];

    // Two ways of saying one thing.
    private static readonly (string, string)[] Alternatives =
    [
        (Cursor, CursorInBody), (NextCursor, NextCursorHeader), (NextLink, NextLinkHeader), (Offset, OffsetInBody), (Page, PageInBody), (Total, TotalHeader), (PageSize, PageSizeInBody),
    ];

    /// <summary>All keys, in the order of the alphabet.</summary>
    public static IReadOnlyList<string> All { get; } =
        [.. OfKinds.SelectMany(k => k.Says.Concat(k.Allows)).Concat(OfAll).Distinct().OrderBy(k => k, StringComparer.Ordinal)];

    /// <summary>The keys of which one must be there, since they say how the next page is asked for.</summary>
    public static IReadOnlyList<string> SayingKind { get; } = [.. OfKinds.SelectMany(k => k.Says)];

    /// <summary>The kind that a key says; <see langword="null"/> for a key that says none.</summary>
    public static PagingKind? KindOf(string key)
    {
        foreach (var (kind, says, _) in OfKinds)
        {
            if (says.Contains(key))
                return kind;
        }
        return null;
    }

    /// <summary>Whether a key means something for a kind.</summary>
    public static bool Fits(string key, PagingKind kind) =>
        OfAll.Contains(key) || OfKinds.Any(k => k.Kind == kind && (k.Says.Contains(key) || k.Allows.Contains(key)));

    /// <summary>The key for a place of the request's body, by that for a query parameter.</summary>
    public static string InBody(string key) => key switch
    {
        Cursor => CursorInBody,
        Offset => OffsetInBody,
        Page => PageInBody,
        _ => PageSizeInBody,
    };

    /// <summary>The key that says the same as another; <see langword="null"/> for none.</summary>
    public static string? OtherOf(string key)
    {
        foreach (var (first, second) in Alternatives)
        {
            if (key == second)
                return first;
        }
        return null;
    }
}
