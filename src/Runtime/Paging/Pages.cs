using System.Runtime.CompilerServices;
using System.Text.Json;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Requests;
using Kiln.Runtime.Responses;
using Kiln.Runtime.Wire;
using Microsoft.Kiota.Abstractions;

namespace Kiln.Runtime.Paging;

/// <summary>
/// The items of all pages of an operation. The first request is sent when the enumeration starts, and each enumeration starts anew. It throws the exceptions of
/// a single call (<see cref="RequestAdapterExtensions"/>), a <see cref="ResponseBodyException"/> also for a body that is not a page, and a <see cref="PagingException"/>
/// if the pages do not end. Each exception has a token to resume the enumeration: <see cref="ResumeTokens.GetResumeToken"/>. Immutable and thread-safe.
/// </summary>
/// <typeparam name="TPage">The type of a page.</typeparam>
/// <typeparam name="TItem">The type of an item.</typeparam>
public sealed class Pages<TPage, TItem> : IAsyncEnumerable<TItem>
{
    private readonly IRequestAdapter adapter;
    private readonly PagingContract<TPage, TItem> contract;
    private readonly Func<string?, RequestInformation> request;
    private readonly PagingOptions run;

    /// <summary>Initializes a new instance.</summary>
    /// <param name="adapter">The adapter that sends the requests.</param>
    /// <param name="contract">The description of the pages.</param>
    /// <param name="request">Creates the request of the page with a cursor; of the first page for null.</param>
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

    /// <summary>Returns the items from another position on: the page of a cursor, or after the last item of an earlier enumeration of the same request.</summary>
    /// <param name="cursor">A cursor (<see cref="Page{TPage, TItem}.NextCursor"/>), or a resume token of an exception or a <see cref="PagePosition"/>.</param>
    /// <exception cref="ArgumentException">The value is null or empty, or a damaged resume token.</exception>
    public Pages<TPage, TItem> StartAt(string cursor)
    {
        ArgumentException.ThrowIfNullOrEmpty(cursor);
        return ResumePosition.TryParse(cursor, out var place)
            ? With(run with { Start = place.Value })
            : throw new ArgumentException("The resume token is damaged.", nameof(cursor));
    }

    /// <summary>Returns the items of at most so many pages.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public Pages<TPage, TItem> WithMaxPages(int maxPages)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxPages, 1);
        return With(run with { MaxPages = maxPages });
    }

    /// <summary>Returns the same items with another limit of consecutive empty pages. The default is 100; beyond it, a <see cref="PagingException"/> is thrown.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public Pages<TPage, TItem> WithMaxEmptyPages(int maxEmptyPages)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxEmptyPages, 1);
        return With(run with { MaxEmptyPages = maxEmptyPages });
    }

    /// <summary>
    /// Returns the same items, fetched ahead while the caller processes earlier ones. This takes memory, and requests whose responses may not
    /// be needed.
    /// </summary>
    /// <param name="items">The maximum number of items to fetch ahead.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public Pages<TPage, TItem> WithPrefetch(int items)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(items, 1);
        return With(run with { Ahead = items });
    }

    /// <summary>Returns the same items with a position that is updated for each item. For one enumeration at a time.</summary>
    public Pages<TPage, TItem> WithTracking(PagePosition position)
    {
        ArgumentNullException.ThrowIfNull(position);
        return With(run with { Position = position });
    }

    /// <summary>Enumerates the items, each as soon as it has arrived, so that memory does not grow with the size of a page.</summary>
    public IAsyncEnumerator<TItem> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        Items(contract.Item, Next, cancellationToken).GetAsyncEnumerator(cancellationToken);

    /// <summary>Enumerates the pages with their bodies and cursors. An enumeration that resumes within a page begins with the remaining items of that page.</summary>
    public async IAsyncEnumerable<Page<TPage, TItem>> ByPageAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var walk = new PageTraversal(run.Start, run.MaxEmptyPages);
        while (true)
        {
            var page = await walk.StepAsync(FetchAsync(contract.Body, walk.Cursor, cancellationToken)).ConfigureAwait(false);
            if (page.Body is null)
            {
                walk.EndPage(0);
                yield break;
            }
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

    /// <summary>Enumerates the items as JSON exactly as received, with unknown properties, their order and the format of numbers. Contract violations are not reported.</summary>
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
            if (page is null)
            {
                walk.EndPage(0);
                yield break;
            }
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
                cursor = contract.EmptyStatusCodes is not null && page.IsEmpty ? null : contract.GoOn(walk.Step(() => next(page)));
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

    private async ValueTask<T?> FetchAsync<T>(BodyType<T> body, string? cursor, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var information = request(cursor);
        if (RequestAdapterExtensions.HasOwnHandler(information))
            throw new InvalidOperationException("Paging reads each response to find the next one; a response handler can only be used with a single call.");
        var (value, _) = await RequestAdapterExtensions.SendAndReadAsync(adapter, information, contract.Optional(body), contract.Errors, cancellationToken).ConfigureAwait(false);
        return value;
    }

    private Pages<TPage, TItem> With(PagingOptions changed) => new(adapter, contract, request, changed);
}
