using Kiln.Runtime.Text;
using Microsoft.Kiota.Abstractions;

namespace Kiln.Runtime.Paging;

/// <summary>
/// The exception that is thrown when pages cannot be enumerated further although each response could be read: the service returned a cursor or link that it had
/// returned before or that does not fit into a URL, a link that cannot be read or leads to another origin, the same page or too many empty pages in a row, or no longer has the
/// items after which to resume.
/// </summary>
public sealed class PagingException : ApiException
{
    private PagingException(string message, string? cursor, int pageNumber)
        : base(message) => (Cursor, PageNumber) = (cursor, pageNumber);

    /// <summary>Gets the cursor in question, as received, or the link, offset, page number or key; null for that of the first page.</summary>
    public string? Cursor { get; }

    /// <summary>Gets the number of the page at which the enumeration ended, from 1.</summary>
    public int PageNumber { get; }

    /// <summary>Gets the token to resume the enumeration, for <see cref="Pages{TPage, TItem}.StartAt"/>.</summary>
    public string? ResumeToken => this.GetResumeToken();

    internal static PagingException Repeated(string name, string cursor, int pageNumber) => new(
        $"Page {pageNumber} names the {name} \"{MessageText.OneLine(cursor)}\" for the next page, which has been fetched already.", cursor, pageNumber);

    internal static PagingException TooLong(string name, string cursor, int pageNumber) => new(
        $"Page {pageNumber} names a {name} of {cursor.Length} characters for the next page, which is too long for a URL.", cursor, pageNumber);

    internal static PagingException NotUnicode(string name, string cursor, int pageNumber) => new(
        $"Page {pageNumber} names a {name} that is not valid Unicode for the next page: \"{MessageText.OneLine(cursor)}\".", cursor, pageNumber);

    internal static PagingException TooManyEmpty(string? cursor, int pageNumber, int count) => new(
        $"{count} pages in a row have no items, and page {pageNumber} names another one. The limit of empty pages is {count - 1}.", cursor, pageNumber);

    internal static PagingException Same(string name, string? cursor, int pageNumber) => new(
        $"Page {pageNumber} has the same items as the page before it, so that the service seems to ignore the {name}.", cursor, pageNumber);

    internal static PagingException Stuck(string problem, string? cursor, int pageNumber) => new($"Page {pageNumber} {problem}.", cursor, pageNumber);

    internal static PagingException NotAsked(string problem, string cursor) => new($"The page to start at cannot be requested: the link {problem}.", cursor, 1);

    internal static PagingException FewerItems(string? cursor, int pageNumber, int expected, int found) => new(
        $"Cannot resume after item {expected} of the page: it has {found} items now.", cursor, pageNumber);
}
