using System.Runtime.CompilerServices;
using System.Text.Json;
using Kiln.Runtime.Http;
using Kiln.Runtime.Paging;
using Kiln.Runtime.Responses;
using Microsoft.Kiota.Abstractions;
using SentinelOne.ThreatEvents;
using SentinelOne.ThreatEvents.Models;
using SentinelOne.ThreatEvents.Threats.Item.Explore.Events;
using ThreatEvents.CommandLine;
using ThreatEvents.Output.Resuming;
using ThreatEvents.Running;

namespace ThreatEvents.Access;

/// <summary>The events of a threat, through the SDK.</summary>
/// <param name="console">The console to ask.</param>
/// <param name="input">What to ask for.</param>
/// <param name="from">Where an earlier run ended; null for the start.</param>
/// <param name="messages">Is told of retries, and of an order that the service refuses.</param>
/// <param name="retryDelay">The longest wait before the first retry, where the service says nothing of it.</param>
internal sealed class EventSource(ConsoleAccess console, CommandInput input, ResumePoint? from, Messages messages, TimeSpan retryDelay)
{
    private const int LargestPage = 1000;

    private readonly ThreatEventsClient client = new(console.Address, console.Token);
    private PagePosition position = new();

    /// <summary>
    /// Whether the service is asked for the order of time. A cursor belongs to a query, order included: one that was given is asked with what was
    /// given beside it, and one that was kept with what was asked then.
    /// </summary>
    public bool IsInTimeOrder { get; private set; } =
        from is { Token: not null } ? from.IsInTimeOrder : input.SortBy is null && input.Cursor is null;

    /// <summary>The place behind the event that was read last, which stays as it is when more are read.</summary>
    public PagePosition Place => position.Copy();

    /// <summary>Every event that was asked for, as the service sent it.</summary>
    public async IAsyncEnumerable<JsonElement> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var events = Walk(cancellationToken).GetAsyncEnumerator(cancellationToken);
        try
        {
            bool isThere;
            try
            {
                isThere = await events.MoveNextAsync().ConfigureAwait(false);
            }
            catch (ServiceException refused) when (IsInTimeOrder && from?.Token is null && IsAboutOrder(refused))
            {
                messages.Say("The service does not support sorting by createdAt: the events are in the service's own order.");
                IsInTimeOrder = false;
                await events.DisposeAsync().ConfigureAwait(false);
                events = Walk(cancellationToken).GetAsyncEnumerator(cancellationToken);
                isThere = await events.MoveNextAsync().ConfigureAwait(false);
            }

            while (isThere)
            {
                yield return events.Current;
                isThere = await events.MoveNextAsync().ConfigureAwait(false);
            }
        }
        finally
        {
            await events.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>How many events match.</summary>
    public Task<long> CountAsync(CancellationToken cancellationToken) =>
        client.Threats[console.ThreatId].Explore.Events.CountAsync(
            request =>
            {
                Filter(request.QueryParameters);
                request.Options.Add(Retries());
            },
            cancellationToken);

    private static bool IsAboutOrder(ServiceException refused) => refused.StatusCode == 400 && ErrorBody.IsAbout(refused.BodyText, "sortBy");

    private IAsyncEnumerable<JsonElement> Walk(CancellationToken cancellationToken)
    {
        position = new();
        var pages = client.Threats[console.ThreatId].Explore.Events.GetAllAsync(request =>
        {
            Filter(request.QueryParameters);
            Order(request.QueryParameters);
            request.QueryParameters.Limit = input.PageSize ?? (int)Math.Min(input.Max, LargestPage);
            request.QueryParameters.Skip = from?.Token is null ? input.Skip : null;
            request.Options.Add(Retries());
        });
        if ((from?.Token ?? input.Cursor) is { } start)
            pages = pages.StartAt(start);

        return pages.WithTracking(position).AsJsonAsync(cancellationToken);
    }

    private void Filter(GetThreatEventsQuery query)
    {
        query.EventTypes = [.. input.EventTypes.Select(value => new EventType(value))];
        query.EventSubTypes = [.. input.EventSubTypes.Select(value => new EventSubType(value))];
        query.ProcessNameLike = input.ProcessNameLike;
        query.EventId = input.EventId;
    }

    private void Order(GetThreatEventsQuery query)
    {
        query.SortBy = input.SortBy is { } field ? new SortField(field) : IsInTimeOrder ? SortField.CreatedAt : null;
        query.SortOrder = input.SortOrder is { } order ? new SortOrder(order) : IsInTimeOrder ? SortOrder.Asc : null;
    }

    private RetryOptions Retries() => new() { Delay = retryDelay, OnRetry = notice => messages.Say(RetryText.Of(notice, console.Address)) };
}
