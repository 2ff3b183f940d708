using System.Runtime.CompilerServices;
using System.Text.Json;
using Kiln.Runtime.Requests;
using Kiln.Runtime.Responses;
using Kiln.Runtime.Wire;
using Microsoft.Kiota.Abstractions;

namespace Kiln.Runtime.Paging;

/// <summary>
/// All items of an operation, page after page. Nothing is fetched before the first item is asked for, and each enumeration starts anew. It
/// throws what a single call throws, and <see cref="PagingException"/> if the service goes in circles. Never changes; safe for all threads.
/// </summary>
/// <typeparam name="TPage">A page.</typeparam>
/// <typeparam name="TItem">An item.</typeparam>
public sealed class Pages<TPage, TItem> : IAsyncEnumerable<TItem>
{
    private readonly IRequestAdapter adapter;
    private readonly PagingContract<TPage, TItem> contract;
    private readonly Func<string?, RequestInformation> request;
    private readonly string? start;
    private readonly int maxPages;

    /// <summary>Describes the run.</summary>
    /// <param name="adapter">What sends the requests.</param>
    /// <param name="contract">Where pages have their items and cursors.</param>
    /// <param name="request">Makes the request of a page; of the first one for null.</param>
    public Pages(IRequestAdapter adapter, PagingContract<TPage, TItem> contract, Func<string?, RequestInformation> request)
        : this(adapter, contract, request, null, int.MaxValue)
    {
    }

    private Pages(IRequestAdapter adapter, PagingContract<TPage, TItem> contract, Func<string?, RequestInformation> request, string? start, int maxPages)
    {
        ArgumentNullException.ThrowIfNull(adapter);
        ArgumentNullException.ThrowIfNull(contract);
        ArgumentNullException.ThrowIfNull(request);
        (this.adapter, this.contract, this.request, this.start, this.maxPages) = (adapter, contract, request, start, maxPages);
    }

    /// <summary>The same run from another place on: the page of a cursor that an earlier run has named.</summary>
    /// <exception cref="ArgumentException">The cursor is null or empty.</exception>
    public Pages<TPage, TItem> StartingAt(string cursor)
    {
        ArgumentException.ThrowIfNullOrEmpty(cursor);
        return new(adapter, contract, request, cursor, maxPages);
    }

    /// <summary>The same run, ended after that many pages even if there are more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public Pages<TPage, TItem> WithMaxPages(int maxPages)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxPages, 1);
        return new(adapter, contract, request, start, maxPages);
    }

    /// <summary>The items, one by one.</summary>
    public async IAsyncEnumerator<TItem> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        await foreach (var page in ByPageAsync(cancellationToken).ConfigureAwait(false))
        {
            foreach (var item in page.Items)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return item;
            }
        }
    }

    /// <summary>The pages, with their bodies and cursors.</summary>
    public async IAsyncEnumerable<Page<TPage, TItem>> ByPageAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var walk = new CursorWalk(start);
        do
        {
            var body = await FetchAsync(contract.Body, walk.Cursor, cancellationToken).ConfigureAwait(false);
            var next = contract.GoOn(contract.NextCursor(body));
            yield return new(walk.Number, body, contract.Items(body) ?? [], next);
            cancellationToken.ThrowIfCancellationRequested();
            if (next is null || walk.Number == maxPages)
                yield break;
            walk.GoTo(next);
        }
        while (true);
    }

    /// <summary>The items exactly as the service sent them, unknown fields, order and spelling of numbers included. Contracts do not count here.</summary>
    /// <exception cref="ResponseBodyException">Also if the items are there but not a list, or the cursor is there but neither a string nor a number.</exception>
    public async IAsyncEnumerable<JsonElement> AsJsonAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var rawPage = new RawPageBody(contract.ItemsPointer, contract.NextCursorPointer);
        var walk = new CursorWalk(start);
        do
        {
            var (items, cursor) = await FetchAsync(rawPage, walk.Cursor, cancellationToken).ConfigureAwait(false);
            foreach (var item in items)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return item;
            }
            cancellationToken.ThrowIfCancellationRequested();
            if (contract.GoOn(cursor) is not { } next || walk.Number == maxPages)
                yield break;
            walk.GoTo(next);
        }
        while (true);
    }

    private async Task<T> FetchAsync<T>(BodyType<T> body, string? cursor, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var information = request(cursor);
        if (Calls.HasOwnHandler(information))
            throw new InvalidOperationException("Paging reads each answer to find the next one; a response handler can only be used with a single call.");
        var (value, _) = await Calls.SendAndReadAsync(adapter, information, body, contract.Errors, cancellationToken).ConfigureAwait(false);
        return value;
    }

    /// <summary>Where one run stands, and where it has been.</summary>
    private sealed class CursorWalk(string? start)
    {
        private readonly HashSet<string> seen = start is null ? [] : [start];

        public string? Cursor { get; private set; } = start;

        public int Number { get; private set; } = 1;

        public void GoTo(string next)
        {
            if (!seen.Add(next))
                throw new PagingException(next, Number);
            Cursor = next;
            Number++;
        }
    }
}
