using Microsoft.Kiota.Abstractions;

namespace Kiln.Runtime.Paging;

/// <summary>The service named a cursor that it had named before: going on would fetch the same pages for ever.</summary>
public sealed class PagingException : ApiException
{
    internal PagingException(string cursor, int pageNumber)
        : base($"Page {pageNumber} names the cursor \"{cursor}\" for the next page, which has been fetched already.") =>
        (Cursor, PageNumber) = (cursor, pageNumber);

    /// <summary>The cursor.</summary>
    public string Cursor { get; }

    /// <summary>The page that named it again, counted from 1.</summary>
    public int PageNumber { get; }
}
