namespace Kiln.Runtime.Paging;

/// <summary>One page.</summary>
/// <typeparam name="TPage">Its body.</typeparam>
/// <typeparam name="TItem">An item of it.</typeparam>
public sealed class Page<TPage, TItem>
{
    internal Page(int number, TPage body, IReadOnlyList<TItem> items, string? nextCursor) =>
        (Number, Body, Items, NextCursor) = (number, body, items, nextCursor);

    /// <summary>Its place among the pages of this run, from 1.</summary>
    public int Number { get; }

    /// <summary>The whole body.</summary>
    public TPage Body { get; }

    /// <summary>The items; empty if the body has none.</summary>
    public IReadOnlyList<TItem> Items { get; }

    /// <summary>The cursor of the next page, to start at with <see cref="Pages{TPage, TItem}.StartAt"/>; null on the last page.</summary>
    public string? NextCursor { get; }
}
