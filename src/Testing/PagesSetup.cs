using Kiln.Runtime.Responses;

namespace Kiln.Testing;

/// <summary>
/// The answers to requests for the pages of an operation. Each request gets the page that it asks for, by a cursor or in another way, so that the pages can be enumerated several times. Thread-safe.
/// </summary>
/// <typeparam name="TPage">The type of a page.</typeparam>
/// <typeparam name="TItem">The type of an item.</typeparam>
public sealed class PagesSetup<TPage, TItem> : CallSetup<TPage>
{
    private readonly Uri first;

    internal PagesSetup(RecordedCall call)
        : base(call) => first = call.Url;

    /// <summary>Answers with one page that has these items.</summary>
    /// <inheritdoc cref="ReturnsItems(IEnumerable{TItem}, int)" path="remarks|exception"/>
    public CallSetup<TPage> ReturnsItems(params TItem[] items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return ReturnsItems(items, Math.Max(1, items.Length));
    }

    /// <summary>Answers with pages that have these items.</summary>
    /// <param name="items">The items.</param>
    /// <param name="pageSize">The number of items of a page.</param>
    /// <remarks>The pages have nothing but the items, and what says how to go on and how many there are. Where the document requires more of a page, the SDK does not accept them; use <see cref="ReturnsPages"/>.</remarks>
    /// <exception cref="ArgumentException">An item cannot be written.</exception>
    public CallSetup<TPage> ReturnsItems(IEnumerable<TItem> items, int pageSize)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentOutOfRangeException.ThrowIfLessThan(pageSize, 1);
        return RespondPages(Expected.WritePages(items.Chunk(pageSize).DefaultIfEmpty([]), first));
    }

    /// <summary>Answers with pages as they are given. The first is for a request without a cursor, each further one for the cursor that the page before it has; likewise for links, offsets, page numbers and keys.</summary>
    /// <exception cref="ArgumentException">There is no page, a page cannot be written, or a page other than the last has no cursor of the next one.</exception>
    public CallSetup<TPage> ReturnsPages(params TPage[] pages)
    {
        ArgumentNullException.ThrowIfNull(pages);
        if (pages.Length == 0)
            throw new ArgumentException("There is no page.", nameof(pages));
        return RespondPages(Expected.WriteWholePages(pages, first));
    }

    private CallSetup<TPage> RespondPages(IReadOnlyList<WrittenPage> pages)
    {
        var expected = Expected;
        var choices = pages.Select(p => (p.Position, Response: Written(p.Body))).ToList();
        // A position that no page has is one of the caller's own, and the first page of another walk.
        Add(request => expected.PositionOf(request.Uri, request.Body.Span) is { } position && choices.FindLast(c => c.Position == position).Response is { } page ? page : choices[0].Response);
        return this;
    }
}
