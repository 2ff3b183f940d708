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
    private readonly Func<RequestInformation> request;
    private readonly PagingOptions run;

    /// <summary>Initializes a new instance.</summary>
    /// <param name="adapter">The adapter that sends the requests.</param>
    /// <param name="contract">The description of the pages.</param>
    /// <param name="request">Creates the request of the first page, anew for each page.</param>
    public Pages(IRequestAdapter adapter, PagingContract<TPage, TItem> contract, Func<RequestInformation> request)
        : this(adapter, contract, request, new())
    {
    }

    private Pages(IRequestAdapter adapter, PagingContract<TPage, TItem> contract, Func<RequestInformation> request, PagingOptions run)
    {
        ArgumentNullException.ThrowIfNull(adapter);
        ArgumentNullException.ThrowIfNull(contract);
        ArgumentNullException.ThrowIfNull(request);
        (this.adapter, this.contract, this.request, this.run) = (adapter, contract, request, run);
    }

    /// <summary>Returns the items from another position on: the page of a cursor, or after the last item of an earlier enumeration of the same request.</summary>
    /// <param name="cursor">
    /// A cursor (<see cref="Page{TPage, TItem}.NextCursor"/>), or a resume token of an exception or a <see cref="PagePosition"/>. Where pages are not asked for by cursors, it is
    /// the link, offset, page number or key that the operation takes; a link is checked when the enumeration starts.
    /// </param>
    /// <exception cref="ArgumentException">The value is null or empty, no such position, or a resume token that is damaged or belongs to pages of another kind.</exception>
    public Pages<TPage, TItem> StartAt(string cursor)
    {
        ArgumentException.ThrowIfNullOrEmpty(cursor);
        var method = contract.Method;
        if (!ResumePosition.TryParse(cursor, method.Kind, out var place))
            throw new ArgumentException("The resume token is damaged.", nameof(cursor));
        if (place.Value.Kind != method.Kind)
            throw new ArgumentException($"The resume token is of an operation whose pages are asked for in another way: this one's by the {method.PositionName}.", nameof(cursor));
        if (place.Value.Cursor is { } position && method.ProblemOf(position) is { } problem)
            throw new ArgumentException(problem, nameof(cursor));
        return With(run with { Start = place.Value });
    }

    /// <summary>Returns the items of at most so many pages.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public Pages<TPage, TItem> WithMaxPages(int maxPages)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxPages, 1);
        return With(run with { MaxPages = maxPages });
    }

    /// <summary>Returns at most so many items. No page is requested behind the last one of them; the size of the pages stays as it is.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public Pages<TPage, TItem> WithMaxItems(long maxItems)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxItems, 1);
        return With(run with { MaxItems = maxItems });
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
        Items(contract.Item, CheckRest, cancellationToken).GetAsyncEnumerator(cancellationToken);

    /// <summary>
    /// Enumerates the pages with their bodies and cursors. An enumeration that resumes within a page begins with the remaining items of that page, and one of at most so many items
    /// ends with the first items of a page, whose body has all.
    /// </summary>
    public async IAsyncEnumerable<Page<TPage, TItem>> ByPageAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var walk = new PageTraversal(contract.Method, Start, run.MaxEmptyPages);
        var left = run.MaxItems;
        while (true)
        {
            var trace = contract.Method.CreateTrace();
            var fetched = await walk.StepAsync(FetchAsync(contract.Body(trace), walk, cancellationToken)).ConfigureAwait(false);
            var page = fetched.Value;
            if (page.Body is null)
            {
                walk.EndPage(0);
                yield break;
            }
            IReadOnlyList<TItem> items = contract.Items(page.Body) ?? [];
            var count = items.Count + page.LeftOut.Count;
            walk.EndPage(count);
            walk.Compare(trace);
            var received = fetched.Received(page.Rest, count, walk, trace);
            var (next, problem) = walk.Step(() => contract.Next(received));
            var wanted = page.Behind(walk.Skip, items);
            walk.HandOut(count - 1);
            if (wanted.Count > left)
            {
                wanted = [.. wanted.Take((int)left)];
                walk.HandOut(page.PlaceOf(walk.Skip, wanted.Count - 1));
            }
            left -= wanted.Count;
            run.Position?.MoveTo(walk.Place, wanted.Count);
            yield return new(walk.Number, page.Body, wanted, next, received.Total);
            walk.ThrowIfCancelled(cancellationToken);
            if (left == 0 || walk.Number == run.MaxPages)
                yield break;
            if (problem is not null)
                throw walk.Stuck(problem, count);
            if (!walk.GoTo(next, count))
                yield break;
        }
    }

    /// <summary>Enumerates the items as JSON exactly as received, with unknown properties, their order and the format of numbers. Contract violations are not reported.</summary>
    public IAsyncEnumerable<JsonElement> AsJsonAsync(CancellationToken cancellationToken = default) => Items(WireType.Json, CheckRestOfRaw, cancellationToken);

    /// <summary>Gets the number of items of all pages, by one request for as few items as the operation allows: for none, if the document says how.</summary>
    /// <param name="cancellationToken">A token to cancel the request.</param>
    /// <returns>The number as the service gives it; 0 if the response has no page although it is successful, which the document must allow.</returns>
    /// <exception cref="InvalidOperationException">The document does not say where a page has the number.</exception>
    public async Task<long> GetTotalAsync(CancellationToken cancellationToken = default)
    {
        var body = contract.CountBody();
        var information = Create();
        contract.PrepareCount(information);
        return await RequestAdapterExtensions.SendAndReadAsync(adapter, information, contract.Optional(body), contract.Errors, null, cancellationToken).ConfigureAwait(false);
    }

    private ResumePosition Start => run.Start ?? new(null, 0, contract.Method.Kind);

    private IAsyncEnumerable<T> Items<T>(WireType<T> item, Action<StreamedPage<T>> checkRest, CancellationToken cancellationToken) => run.Ahead == 0
        ? ItemsAsync(item, checkRest, run.Position, cancellationToken)
        : Prefetcher.Run((position, stop) => ItemsAsync(item, checkRest, position, stop), Start, run.Ahead, run.Position, cancellationToken);

    private async IAsyncEnumerable<T> ItemsAsync<T>(
        WireType<T> item, Action<StreamedPage<T>> checkRest, PagePosition? position, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var walk = new PageTraversal(contract.Method, Start, run.MaxEmptyPages);
        var batch = new List<PageItem<T>>();
        var left = run.MaxItems;
        while (true)
        {
            (string? Next, string? Problem) then = default;
            var trace = contract.Method.CreateTrace();
            var body = new StreamedPageBody<T>(item, contract.ItemsPointer) { Skip = walk.Skip, Trace = trace };
            var fetched = await walk.StepAsync(FetchAsync(body, walk, cancellationToken)).ConfigureAwait(false);
            var page = fetched.Value;
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
                        if (--left == 0)
                            yield break;
                    }
                }
                if (contract.EmptyStatusCodes is null || !page.IsEmpty)
                {
                    then = walk.Step(() =>
                    {
                        checkRest(page);
                        return contract.Next(fetched.Received(page.Rest, page.Count, walk, trace));
                    });
                }
            }
            walk.ThrowIfCancelled(cancellationToken);
            walk.EndPage(page.Count);
            walk.Compare(trace);
            if (walk.Number == run.MaxPages)
                yield break;
            if (then.Problem is not null)
                throw walk.Stuck(then.Problem, page.Count);
            if (!walk.GoTo(then.Next, page.Count))
                yield break;
        }
    }

    // What stands around the items is read as the page that it is, so that a body that is no page is an error.
    private void CheckRest(StreamedPage<TItem> page) => page.ReadEnvelope(contract.Page, contract.Frame);

    // Both readers see the same; but nobody is told of its violations.
    private void CheckRestOfRaw(StreamedPage<JsonElement> page) =>
        page.ReadEnvelope(contract.Page, contract.Frame, static o => o.Silent);

    private async ValueTask<FetchedPage<T?>> FetchAsync<T>(BodyType<T> body, PageTraversal walk, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var information = Create();
        if (contract.Prepare(information, walk.Cursor) is { } problem)
            throw PagingException.NotAsked(problem, walk.Cursor!);
        var position = walk.Cursor ?? contract.Method.Find(information);
        var asked = information.URI;
        walk.BeginWith(position, asked);
        var capture = new ResponseCapture { Writer = contract };
        var value = await RequestAdapterExtensions.SendAndReadAsync(adapter, information, contract.Optional(body), contract.Errors, capture, cancellationToken).ConfigureAwait(false);
        return new(value, capture.Response!, asked, position);
    }

    private RequestInformation Create()
    {
        var information = request();
        return RequestAdapterExtensions.HasOwnHandler(information)
            ? throw new InvalidOperationException("Paging reads each response to find the next one; a response handler can only be used with a single call.")
            : information;
    }

    private Pages<TPage, TItem> With(PagingOptions changed) => new(adapter, contract, request, changed);
}
