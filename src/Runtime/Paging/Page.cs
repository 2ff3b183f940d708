namespace Kiln.Runtime.Paging;

/// <summary>A page of items.</summary>
/// <typeparam name="TPage">The type of its body.</typeparam>
/// <typeparam name="TItem">The type of its items.</typeparam>
public sealed class Page<TPage, TItem>
{
    internal Page(int number, TPage body, IReadOnlyList<TItem> items, string? nextCursor, long? total) =>
        (Number, Body, Items, NextCursor, Total) = (number, body, items, nextCursor, total);

    /// <summary>Gets the number of the page in this enumeration, from 1. It need not be that by which the service knows it.</summary>
    public int Number { get; }

    /// <summary>Gets the whole body.</summary>
    public TPage Body { get; }

    /// <summary>Gets the items; empty if the body has none.</summary>
    public IReadOnlyList<TItem> Items { get; }

    /// <summary>
    /// Gets the cursor of the next page, for <see cref="Pages{TPage, TItem}.StartAt"/>; null on the last page. Where pages are not asked for by cursors, it is the text that takes their
    /// place: a link, an offset, a page number, or the key of the last item.
    /// </summary>
    public string? NextCursor { get; }

    /// <summary>Gets the number of items of all pages as this page gives it; null if it has none, or the document does not say where.</summary>
    public long? Total { get; }
}
