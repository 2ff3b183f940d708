using System.Text.Json;
using Microsoft.Kiota.Abstractions;
using SentinelOne.ThreatEvents;
using SentinelOne.ThreatEvents.Models;
using SentinelOne.ThreatEvents.Threats.Item.Explore.Events;
using ThreatEvents.CommandLine;

namespace ThreatEvents.Access;

/// <summary>The events of a threat, through the SDK.</summary>
internal sealed class EventSource(ConsoleAccess console, CommandInput input)
{
    private const int LargestPage = 1000;

    private readonly ThreatEventsClient client = new(console.Address, console.Token);

    /// <summary>Every event that was asked for, as the service sent it.</summary>
    public IAsyncEnumerable<JsonElement> ReadAsync(CancellationToken cancellationToken) =>
        client.Threats[console.ThreatId].Explore.Events
            .GetAllAsync(request =>
            {
                Filter(request.QueryParameters);
                request.QueryParameters.Limit = input.PageSize ?? (int)Math.Min(input.Max, LargestPage);
                request.QueryParameters.Skip = input.Skip;
                request.QueryParameters.Cursor = input.Cursor;
            })
            .AsJsonAsync(cancellationToken);

    /// <summary>How many events match.</summary>
    public Task<long> CountAsync(CancellationToken cancellationToken) =>
        client.Threats[console.ThreatId].Explore.Events.CountAsync(request => Filter(request.QueryParameters), cancellationToken);

    private void Filter(EventsQuery query)
    {
        query.EventTypes = [.. input.EventTypes.Select(value => new EventType(value))];
        query.EventSubTypes = [.. input.EventSubTypes.Select(value => new EventSubType(value))];
        query.ProcessNameLike = input.ProcessNameLike;
        query.EventId = input.EventId;
        query.SortBy = input.SortBy is { } field ? new SortField(field) : null;
        query.SortOrder = input.SortOrder is { } order ? new SortOrder(order) : null;
    }
}
