using Kiln.Runtime.Responses;
using Kiln.Runtime.Wire;

namespace Kiln.Runtime.Paging;

/// <summary>Describes the pages of an operation: where a page has its items and the cursor of the next page. Immutable and thread-safe.</summary>
/// <typeparam name="TPage">The type of a page.</typeparam>
/// <typeparam name="TItem">The type of an item.</typeparam>
public sealed class PagingContract<TPage, TItem>
{
    private readonly JsonPointer nextCursorPointer;

    /// <summary>Initializes a new description.</summary>
    /// <param name="page">The type of a page.</param>
    /// <param name="item">The type of an item.</param>
    /// <param name="errors">The types of the bodies of error responses.</param>
    /// <param name="items">Gets the items; null means none.</param>
    /// <param name="itemsPointer">The JSON pointer (RFC 6901) of the items in the body.</param>
    /// <param name="nextCursor">Gets the cursor of the next page; null or empty at the end.</param>
    /// <param name="nextCursorPointer">The JSON pointer of the cursor in the body.</param>
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

    /// <summary>Gets the cursors that mean the end, in addition to null and the empty string; some services send <c>"null"</c>.</summary>
    public IReadOnlyList<string> EndCursors { get; init; } = [];

    /// <summary>
    /// Gets the status codes beside 204 and 205 of responses that the document declares without a page, which end the enumeration; null if there are none, not even
    /// 204 and 205, so that a response without a page is an error.
    /// </summary>
    public IReadOnlyList<int>? EmptyStatusCodes { get; init; }

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

    /// <summary>Returns the type of a page that must have the number of items.</summary>
    /// <param name="totalPointer">The JSON pointer (RFC 6901) of the number in the body.</param>
    public BodyType<TPage> CreateCountBodyType(string totalPointer)
    {
        var frame = new PageRequirements(ItemsPointer, nextCursorPointer, new(totalPointer));
        return new JsonBody<TPage>((json, options) => WireJson.ReadPage(Page, json, options, frame, out _));
    }

    /// <summary>The body of a page or a part of one, which may be absent if the document says so.</summary>
    internal BodyType<T?> Optional<T>(BodyType<T> body)
    {
        BodyType<T?> required = body!;
        return EmptyStatusCodes is { } codes ? new OptionalBody<T>(body, codes) : required;
    }

    /// <summary>The cursor to go on with, or null at the end.</summary>
    internal string? GoOn(string? cursor) => string.IsNullOrEmpty(cursor) || EndCursors.Contains(cursor) ? null : cursor;
}
