using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Kiln.Runtime.Paging;

/// <summary>The place of one iteration and the positions that it has seen; attaches the place to the exception that ends it.</summary>
/// <param name="method">How the pages are asked for.</param>
/// <param name="start">Where it begins.</param>
/// <param name="maxEmptyPages">How many pages without items it goes past in a row.</param>
internal sealed class PageTraversal(PagingMethod method, ResumePosition start, int maxEmptyPages)
{
    // Hashes, since a position may be long and a walk may see millions.
    private readonly HashSet<UInt128> seen = start.Cursor is null ? [] : [Hash(start.Cursor)];
    private (int Hash, long Length, int Count)? digest;
    private long? countSoFar;
    private int emptyPages;
    private int items;

    public string? Cursor { get; private set; } = start.Cursor;

    /// <summary>The page's place in this walk, from 1.</summary>
    public int Number { get; private set; } = 1;

    /// <summary>How many of the page's items an earlier walk has handed out.</summary>
    public int Skip { get; private set; } = start.Items;

    /// <summary>The place behind the item that was handed out last.</summary>
    public ResumePosition Place => new(Cursor, Math.Max(items, Skip), method.Kind);

    /// <summary>How many items are on the pages up to this one; null if the walk has not begun with the first one.</summary>
    /// <param name="count">How many items this page has.</param>
    public long? CountSoFar(int count) => countSoFar + count;

    /// <summary>Says with which page the walk begins. Of later pages, it says nothing.</summary>
    /// <param name="position">Its position; null for none.</param>
    /// <param name="url">Its URL, to which no link may lead back.</param>
    public void BeginWith(string? position, Uri url)
    {
        if (Number > 1)
            return;
        if (method.IsFirst(position))
            countSoFar = 0;
        if (method.Kind == PagingKind.NextLink)
            seen.Add(Hash(url.AbsoluteUri));
    }

    /// <summary>Says that an item is handed out.</summary>
    /// <param name="index">Its place in the page.</param>
    public void HandOut(int index) => items = index + 1;

    /// <summary>Says how many items this page has, when all of it has come.</summary>
    /// <exception cref="PagingException">Fewer than an earlier walk has handed out of it.</exception>
    public void EndPage(int count)
    {
        if (count < Skip)
            throw Ended(PagingException.FewerItems(Cursor, Number, Skip, count));
    }

    /// <summary>Goes to the next page.</summary>
    /// <param name="next">Its cursor; null for none.</param>
    /// <param name="count">How many items this page has.</param>
    /// <returns>False if this page is the last one.</returns>
    /// <exception cref="PagingException">The walk would not end, or cannot be continued.</exception>
    public bool GoTo(string? next, int count)
    {
        if (next is null)
            return false;
        countSoFar += count;
        // Kept behind the items of this page: a walk that begins here would hand out none of them again.
        items = count;
        emptyPages = count == 0 ? emptyPages + 1 : 0;
        if (next.Length > PagingMethod.LongestPosition)
            throw Ended(PagingException.TooLong(method.PositionName, next, Number));
        if (next.Contains('\uFFFD'))
            throw Ended(PagingException.NotUnicode(method.PositionName, next, Number));
        if (method.RemembersPositions && !seen.Add(Hash(next)))
            throw Ended(PagingException.Repeated(method.PositionName, next, Number));
        if (emptyPages > maxEmptyPages)
            throw Ended(PagingException.TooManyEmpty(next, Number, emptyPages));
        (Cursor, Skip, items) = (next, 0, 0);
        Number++;
        return true;
    }

    /// <summary>Compares a page with the one before it, where positions alone do not tell that the service ignores them.</summary>
    /// <exception cref="PagingException">It has the same items.</exception>
    public void Compare(ItemsTrace? page)
    {
        if (page is null || method.RemembersPositions)
            return;
        if (page.Digest is { } same && same == digest)
            throw Ended(PagingException.Same(method.PositionName, Cursor, Number));
        digest = page.Digest;
    }

    /// <summary>The exception for a page after which the walk cannot go on.</summary>
    public Exception Stuck(string problem, int count)
    {
        items = count;
        return Ended(PagingException.Stuck(problem, Cursor, Number));
    }

    /// <summary>Awaits a step of the walk, and attaches the place to what it throws.</summary>
    public async ValueTask<T> StepAsync<T>(ValueTask<T> step)
    {
        try
        {
            return await step.ConfigureAwait(false);
        }
        catch (Exception e)
        {
            Ended(e);
            throw;
        }
    }

    /// <summary>The same for a step that need not be awaited.</summary>
    public T Step<T>(Func<T> step)
    {
        try
        {
            return step();
        }
        catch (Exception e)
        {
            Ended(e);
            throw;
        }
    }

    /// <exception cref="OperationCanceledException">With the place.</exception>
    public void ThrowIfCancelled(CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            throw Ended(new OperationCanceledException(cancellationToken));
    }

    private Exception Ended(Exception e)
    {
        ResumeTokens.Attach(e, Place);
        return e;
    }

    private static UInt128 Hash(string cursor)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(cursor.AsSpan()), hash);
        return MemoryMarshal.Read<UInt128>(hash);
    }
}
