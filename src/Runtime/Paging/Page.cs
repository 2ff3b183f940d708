namespace Kiln.Runtime.Paging;

/// <summary>A page of items.</summary>
/// <typeparam name="TPage">The type of its body.</typeparam>
/// <typeparam name="TItem">The type of its items.</typeparam>
public sealed class Page<TPage, TItem>
{
    internal Page(int number, TPage body, IReadOnlyList<TItem> items, string? nextCursor) =>
        (Number, Body, Items, NextCursor) = (number, body, items, nextCursor);

    /// <summary>Gets the number of the page in this enumeration, from 1.</summary>
    public int Number { get; }

    /// <summary>Gets the whole body.</summary>
    public TPage Body { get; }

    /// <summary>Gets the items; empty if the body has none.</summary>
    public IReadOnlyList<TItem> Items { get; }

    /// <summary>Gets the cursor of the next page, for <see cref="Pages{TPage, TItem}.StartAt"/>; null on the last page.</summary>
    public string? NextCursor { get; }
}
