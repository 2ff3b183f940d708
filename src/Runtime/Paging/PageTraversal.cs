using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Kiln.Runtime.Paging;

/// <summary>The position of one iteration and the cursors that it has seen; attaches the position to the exception that ends it.</summary>
/// <param name="start">Where it begins.</param>
/// <param name="maxEmptyPages">How many pages without items it goes past in a row.</param>
internal sealed class PageTraversal(ResumePosition start, int maxEmptyPages)
{
    // Servers take URLs of some 8,000 to 64,000 characters.
    private const int LongestCursor = 32 * 1024;

    // Hashes, since a cursor may be long and a walk may see millions.
    private readonly HashSet<UInt128> seen = start.Cursor is null ? [] : [Hash(start.Cursor)];
    private int emptyPages;
    private int items;

    public string? Cursor { get; private set; } = start.Cursor;

    /// <summary>The page's place in this walk, from 1.</summary>
    public int Number { get; private set; } = 1;

    /// <summary>How many of the page's items an earlier walk has handed out.</summary>
    public int Skip { get; private set; } = start.Items;

    /// <summary>The place behind the item that was handed out last.</summary>
    public ResumePosition Place => new(Cursor, Math.Max(items, Skip));

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
        // Kept behind the items of this page: a walk that begins here would hand out none of them again.
        items = count;
        emptyPages = count == 0 ? emptyPages + 1 : 0;
        if (next.Length > LongestCursor)
            throw Ended(PagingException.TooLong(next, Number));
        if (next.Contains('\uFFFD'))
            throw Ended(PagingException.NotUnicode(next, Number));
        if (!seen.Add(Hash(next)))
            throw Ended(PagingException.Repeated(next, Number));
        if (emptyPages > maxEmptyPages)
            throw Ended(PagingException.TooManyEmpty(next, Number, emptyPages));
        (Cursor, Skip, items) = (next, 0, 0);
        Number++;
        return true;
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
