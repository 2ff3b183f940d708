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
    private readonly int ahead;

    /// <summary>Describes the run.</summary>
    /// <param name="adapter">What sends the requests.</param>
    /// <param name="contract">Where pages have their items and cursors.</param>
    /// <param name="request">Makes the request of a page; of the first one for null.</param>
    public Pages(IRequestAdapter adapter, PagingContract<TPage, TItem> contract, Func<string?, RequestInformation> request)
        : this(adapter, contract, request, null, int.MaxValue, 0)
    {
    }

    private Pages(IRequestAdapter adapter, PagingContract<TPage, TItem> contract, Func<string?, RequestInformation> request, string? start, int maxPages, int ahead)
    {
        ArgumentNullException.ThrowIfNull(adapter);
        ArgumentNullException.ThrowIfNull(contract);
        ArgumentNullException.ThrowIfNull(request);
        (this.adapter, this.contract, this.request, this.start, this.maxPages, this.ahead) = (adapter, contract, request, start, maxPages, ahead);
    }

    /// <summary>The same run from another place on: the page of a cursor that an earlier run has named.</summary>
    /// <exception cref="ArgumentException">The cursor is null or empty.</exception>
    public Pages<TPage, TItem> StartingAt(string cursor)
    {
        ArgumentException.ThrowIfNullOrEmpty(cursor);
        return new(adapter, contract, request, cursor, maxPages, ahead);
    }

    /// <summary>The same run, ended after that many pages even if there are more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public Pages<TPage, TItem> WithMaxPages(int maxPages)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxPages, 1);
        return new(adapter, contract, request, start, maxPages, ahead);
    }

    /// <summary>
    /// The same run, in which items and pages are fetched while the caller works on earlier items, until so many wait. Costs their memory, and
    /// requests whose answers nobody may want.
    /// </summary>
    /// <param name="items">How many items may wait.</param>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public Pages<TPage, TItem> FetchingAhead(int items)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(items, 1);
        return new(adapter, contract, request, start, maxPages, items);
    }

    /// <summary>The items, one by one, each as soon as it has arrived: memory does not grow with the page.</summary>
    public IAsyncEnumerator<TItem> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        var items = ItemsAsync(contract.Arriving, Next, cancellationToken);
        return (ahead == 0 ? items : ReadAhead.Run(items, ahead, cancellationToken)).GetAsyncEnumerator(cancellationToken);
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
    public IAsyncEnumerable<JsonElement> AsJsonAsync(CancellationToken cancellationToken = default)
    {
        var items = ItemsAsync(contract.ArrivingRaw, NextOfRaw, cancellationToken);
        return ahead == 0 ? items : ReadAhead.Run(items, ahead, cancellationToken);
    }

    private async IAsyncEnumerable<T> ItemsAsync<T>(
        ArrivingPageBody<T> body, Func<ArrivingPage<T>, string?> next, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var walk = new CursorWalk(start);
        var batch = new List<T>();
        do
        {
            string? cursor;
            var page = await FetchAsync(body, walk.Cursor, cancellationToken).ConfigureAwait(false);
            await using (page.ConfigureAwait(false))
            {
                while (await page.ReadAsync(batch, cancellationToken).ConfigureAwait(false))
                {
                    foreach (var item in batch)
                    {
                        cancellationToken.ThrowIfCancellationRequested();
                        yield return item;
                    }
                }
                cursor = contract.GoOn(next(page));
            }
            cancellationToken.ThrowIfCancellationRequested();
            if (cursor is null || walk.Number == maxPages)
                yield break;
            walk.GoTo(cursor);
        }
        while (true);
    }

    private string? Next(ArrivingPage<TItem> page)
    {
        var envelope = page.ReadEnvelope(contract.Page);
        return contract.Items(envelope) is { Count: > 0 } ? throw page.ItemsTwice() : contract.NextCursor(envelope);
    }

    private string? NextOfRaw(ArrivingPage<JsonElement> page) => RawEnvelope.Cursor(page, contract.ItemsPointer, contract.NextCursorPointer);

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
