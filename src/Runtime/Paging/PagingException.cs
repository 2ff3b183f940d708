using Kiln.Runtime.Text;
using Microsoft.Kiota.Abstractions;

namespace Kiln.Runtime.Paging;

/// <summary>
/// The exception that is thrown when pages cannot be enumerated further although each response could be read: the service returned a cursor that it had
/// returned before or that does not fit into a URL, returned too many empty pages in a row, or no longer has the items after which to resume.
/// </summary>
public sealed class PagingException : ApiException
{
    private PagingException(string message, string? cursor, int pageNumber)
        : base(message) => (Cursor, PageNumber) = (cursor, pageNumber);

    /// <summary>Gets the cursor in question, as received; null for that of the first page.</summary>
    public string? Cursor { get; }

    /// <summary>Gets the number of the page at which the enumeration ended, from 1.</summary>
    public int PageNumber { get; }

    /// <summary>Gets the token to resume the enumeration, for <see cref="Pages{TPage, TItem}.StartAt"/>.</summary>
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
