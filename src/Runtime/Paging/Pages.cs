using System.Runtime.CompilerServices;
using System.Text.Json;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Requests;
using Kiln.Runtime.Responses;
using Kiln.Runtime.Wire;
using Microsoft.Kiota.Abstractions;

namespace Kiln.Runtime.Paging;

/// <summary>
/// All items of an operation, page after page. Nothing is fetched before the first item is asked for, and each enumeration starts anew. It
/// throws what a single call throws (<see cref="RequestAdapterExtensions"/>), <see cref="ResponseBodyException"/> also for a body that is no page, and <see cref="PagingException"/> if the
/// pages do not end. Each exception says where the walk can go on: <see cref="ResumeTokens.GetResumeToken"/>. Never changes; safe for all threads.
/// </summary>
/// <typeparam name="TPage">A page.</typeparam>
/// <typeparam name="TItem">An item.</typeparam>
public sealed class Pages<TPage, TItem> : IAsyncEnumerable<TItem>
{
    private readonly IRequestAdapter adapter;
    private readonly PagingContract<TPage, TItem> contract;
    private readonly Func<string?, RequestInformation> request;
    private readonly PagingOptions run;

    /// <summary>Describes the run.</summary>
    /// <param name="adapter">What sends the requests.</param>
    /// <param name="contract">Where pages have their items and cursors.</param>
    /// <param name="request">Makes the request of a page; of the first one for null.</param>
    public Pages(IRequestAdapter adapter, PagingContract<TPage, TItem> contract, Func<string?, RequestInformation> request)
        : this(adapter, contract, request, new())
    {
    }

    private Pages(IRequestAdapter adapter, PagingContract<TPage, TItem> contract, Func<string?, RequestInformation> request, PagingOptions run)
    {
        ArgumentNullException.ThrowIfNull(adapter);
        ArgumentNullException.ThrowIfNull(contract);
        ArgumentNullException.ThrowIfNull(request);
        (this.adapter, this.contract, this.request, this.run) = (adapter, contract, request, run);
    }

    /// <summary>The same run from another place on: the page of a cursor, or behind the last item of an earlier run of the same request.</summary>
    /// <param name="cursor">A cursor (<see cref="Page{TPage, TItem}.NextCursor"/>), or a resume token of an exception or a <see cref="PagePosition"/>.</param>
    /// <exception cref="ArgumentException">It is null or empty, or a resume token that is damaged.</exception>
    public Pages<TPage, TItem> StartAt(string cursor)
    {
        ArgumentException.ThrowIfNullOrEmpty(cursor);
        return ResumePosition.TryParse(cursor, out var place)
            ? With(run with { Start = place.Value })
            : throw new ArgumentException("The resume token is damaged: it must be passed as it was given.", nameof(cursor));
    }

    /// <summary>The same run, ended after that many pages even if there are more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public Pages<TPage, TItem> WithMaxPages(int maxPages)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxPages, 1);
        return With(run with { MaxPages = maxPages });
    }

    /// <summary>The same run with another limit of pages in a row without an item, 100 by default. Beyond it the run ends in a <see cref="PagingException"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public Pages<TPage, TItem> WithMaxEmptyPages(int maxEmptyPages)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxEmptyPages, 1);
        return With(run with { MaxEmptyPages = maxEmptyPages });
    }

    /// <summary>
    /// The same run, in which items and pages are fetched while the caller works on earlier items, until so many wait. Costs their memory, and
    /// requests whose answers nobody may want.
    /// </summary>
    /// <param name="items">How many items may wait.</param>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public Pages<TPage, TItem> WithPrefetch(int items)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(items, 1);
        return With(run with { Ahead = items });
    }

    /// <summary>The same run, which tells a position of each item that it hands out. For one enumeration at a time.</summary>
    public Pages<TPage, TItem> WithTracking(PagePosition position)
    {
        ArgumentNullException.ThrowIfNull(position);
        return With(run with { Position = position });
    }

    /// <summary>The items, one by one, each as soon as it has arrived: memory does not grow with the page.</summary>
    public IAsyncEnumerator<TItem> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        Items(contract.Item, Next, cancellationToken).GetAsyncEnumerator(cancellationToken);

    /// <summary>The pages, with their bodies and cursors. A run from the middle of a page on begins with a page without the items before.</summary>
    public async IAsyncEnumerable<Page<TPage, TItem>> ByPageAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var walk = new PageTraversal(run.Start, run.MaxEmptyPages);
        while (true)
        {
            var page = await walk.StepAsync(FetchAsync(contract.Body, walk.Cursor, cancellationToken)).ConfigureAwait(false);
            var next = contract.GoOn(contract.NextCursor(page.Body));
            IReadOnlyList<TItem> items = contract.Items(page.Body) ?? [];
            var count = items.Count + page.LeftOut.Count;
            walk.EndPage(count);
            var wanted = page.Behind(walk.Skip, items);
            walk.HandOut(count - 1);
            run.Position?.MoveTo(walk.Place, wanted.Count);
            yield return new(walk.Number, page.Body, wanted, next);
            walk.ThrowIfCancelled(cancellationToken);
            if (walk.Number == run.MaxPages || !walk.GoTo(next, count))
                yield break;
        }
    }

    /// <summary>The items exactly as the service sent them, unknown fields, order and spelling of numbers included. Contracts do not count here.</summary>
    public IAsyncEnumerable<JsonElement> AsJsonAsync(CancellationToken cancellationToken = default) => Items(WireType.Json, NextOfRaw, cancellationToken);

    private IAsyncEnumerable<T> Items<T>(WireType<T> item, Func<StreamedPage<T>, string?> next, CancellationToken cancellationToken) => run.Ahead == 0
        ? ItemsAsync(item, next, run.Position, cancellationToken)
        : Prefetcher.Run((position, stop) => ItemsAsync(item, next, position, stop), run.Start, run.Ahead, run.Position, cancellationToken);

    private async IAsyncEnumerable<T> ItemsAsync<T>(
        WireType<T> item, Func<StreamedPage<T>, string?> next, PagePosition? position, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var walk = new PageTraversal(run.Start, run.MaxEmptyPages);
        var batch = new List<PageItem<T>>();
        while (true)
        {
            string? cursor;
            var body = new StreamedPageBody<T>(item, contract.ItemsPointer) { Skip = walk.Skip };
            var page = await walk.StepAsync(FetchAsync(body, walk.Cursor, cancellationToken)).ConfigureAwait(false);
            await using (page.ConfigureAwait(false))
            {
                while (await walk.StepAsync(page.ReadAsync(batch, cancellationToken)).ConfigureAwait(false))
                {
                    foreach (var (value, index) in batch)
                    {
                        walk.ThrowIfCancelled(cancellationToken);
                        walk.HandOut(index);
                        position?.MoveTo(walk.Place);
                        yield return value;
                    }
                }
                cursor = contract.GoOn(walk.Step(() => next(page)));
            }
            walk.ThrowIfCancelled(cancellationToken);
            walk.EndPage(page.Count);
            if (walk.Number == run.MaxPages || !walk.GoTo(cursor, page.Count))
                yield break;
        }
    }

    private string? Next(StreamedPage<TItem> page) => contract.NextCursor(page.ReadEnvelope(contract.Page, contract.Frame));

    // What stands around the items is read as the page that it is, so that both readers see the same; but nobody is told of its violations.
    private string? NextOfRaw(StreamedPage<JsonElement> page) =>
        contract.NextCursor(page.ReadEnvelope(contract.Page, contract.Frame, static o => o with { Mode = ContractMode.Tolerant, OnViolation = null }));

    private async ValueTask<T> FetchAsync<T>(BodyType<T> body, string? cursor, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var information = request(cursor);
        if (RequestAdapterExtensions.HasOwnHandler(information))
            throw new InvalidOperationException("Paging reads each response to find the next one; a response handler can only be used with a single call.");
        var (value, _) = await RequestAdapterExtensions.SendAndReadAsync(adapter, information, body, contract.Errors, cancellationToken).ConfigureAwait(false);
        return value;
    }

    private Pages<TPage, TItem> With(PagingOptions changed) => new(adapter, contract, request, changed);
}
