using Kiln.Runtime.Responses;
using Kiln.Runtime.Wire;

namespace Kiln.Runtime.Paging;

/// <summary>How one operation hands out pages: where a page has its items, and where the cursor of the next page. Never changes.</summary>
/// <typeparam name="TPage">A page.</typeparam>
/// <typeparam name="TItem">An item of it.</typeparam>
public sealed class PagingContract<TPage, TItem>
{
    private readonly JsonPointer nextCursorPointer;

    /// <summary>Describes the pages.</summary>
    /// <param name="page">What the body of a response is.</param>
    /// <param name="item">What an item is.</param>
    /// <param name="errors">What the bodies of error answers are.</param>
    /// <param name="items">Gets the items; null counts as none.</param>
    /// <param name="itemsPointer">Where they are in the body, as a JSON pointer (RFC 6901).</param>
    /// <param name="nextCursor">Gets the cursor of the next page; null or empty at the end.</param>
    /// <param name="nextCursorPointer">Where it is in the body, as a JSON pointer.</param>
    public PagingContract(
        WireType<TPage> page, WireType<TItem> item, ErrorMap errors,
        Func<TPage, IReadOnlyList<TItem>?> items, string itemsPointer,
        Func<TPage, string?> nextCursor, string nextCursorPointer)
    {
        Errors = errors;
        Items = items;
        ItemsPointer = new(itemsPointer);
        NextCursor = nextCursor;
        this.nextCursorPointer = new(nextCursorPointer);
        Page = page;
        Item = item;
        Frame = new(ItemsPointer, this.nextCursorPointer);
        Body = new JsonBody<WholePage<TPage>>((json, options) => new(WireJson.ReadPage(page, json, options, Frame, out var leftOut), leftOut));
    }

    /// <summary>Cursors that mean the end, beside null and the empty string; some services send <c>"null"</c>.</summary>
    public IReadOnlyList<string> EndCursors { get; init; } = [];

    internal ErrorMap Errors { get; }

    internal Func<TPage, IReadOnlyList<TItem>?> Items { get; }

    internal JsonPointer ItemsPointer { get; }

    internal Func<TPage, string?> NextCursor { get; }

    internal WireType<TPage> Page { get; }

    internal WireType<TItem> Item { get; }

    /// <summary>What a body needs to be a page.</summary>
    internal PageRequirements Frame { get; }

    /// <summary>A page that is read whole.</summary>
    internal BodyType<WholePage<TPage>> Body { get; }

    /// <summary>A page of which only the number of items is wanted; a body without it is no such page.</summary>
    /// <param name="totalPointer">Where the number is, as a JSON pointer (RFC 6901).</param>
    public BodyType<TPage> CreateCountBodyType(string totalPointer)
    {
        var frame = new PageRequirements(ItemsPointer, nextCursorPointer, new(totalPointer));
        return new JsonBody<TPage>((json, options) => WireJson.ReadPage(Page, json, options, frame, out _));
    }

    /// <summary>The cursor to go on with, or null at the end.</summary>
    internal string? GoOn(string? cursor) => string.IsNullOrEmpty(cursor) || EndCursors.Contains(cursor) ? null : cursor;
}
