using Kiln.Runtime.Text;
using Microsoft.Kiota.Abstractions;

namespace Kiln.Runtime.Paging;

/// <summary>
/// A walk of pages cannot go on although each response could be read: the service named a cursor that it had named before or that no URL can hold, sent too
/// many empty pages in a row, or no longer has the items behind which a walk was to go on.
/// </summary>
public sealed class PagingException : ApiException
{
    private PagingException(string message, string? cursor, int pageNumber)
        : base(message) => (Cursor, PageNumber) = (cursor, pageNumber);

    /// <summary>The cursor in question, as it came; null for that of the first page.</summary>
    public string? Cursor { get; }

    /// <summary>The page that the walk ended at, counted from 1.</summary>
    public int PageNumber { get; }

    /// <summary>Where the walk can go on, for <see cref="Pages{TPage, TItem}.StartAt"/>.</summary>
    public string? ResumeToken => this.GetResumeToken();

    internal static PagingException Repeated(string cursor, int pageNumber) => new(
        $"Page {pageNumber} names the cursor \"{MessageText.OneLine(cursor)}\" for the next page, which has been fetched already.", cursor, pageNumber);

    internal static PagingException TooLong(string cursor, int pageNumber) => new(
        $"Page {pageNumber} names a cursor of {cursor.Length} characters for the next page, which is too long for a URL.", cursor, pageNumber);

    internal static PagingException NotUnicode(string cursor, int pageNumber) => new(
        $"Page {pageNumber} names a cursor that is not valid Unicode for the next page: \"{MessageText.OneLine(cursor)}\".", cursor, pageNumber);

    internal static PagingException TooManyEmpty(string? cursor, int pageNumber, int count) => new(
        $"{count} pages in a row have no items, and page {pageNumber} names another one. The limit of empty pages is {count - 1}.", cursor, pageNumber);

    internal static PagingException FewerItems(string? cursor, int pageNumber, int expected, int found) => new(
        $"Cannot resume after item {expected} of the page: it has {found} items now.", cursor, pageNumber);
}
