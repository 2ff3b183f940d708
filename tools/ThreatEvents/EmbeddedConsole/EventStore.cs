using System.Text.Json;
using ThreatEvents.EmbeddedConsole.SampleData;

namespace ThreatEvents.EmbeddedConsole;

/// <summary>The events that a console serves, in their listed order.</summary>
public sealed class EventStore
{
    private static readonly Lazy<EventStore> LazySample = new(() => new EventStore([.. SampleEvents.All()]));

    private readonly IReadOnlyList<StoredEvent> events;

    private EventStore(IReadOnlyList<StoredEvent> events) => this.events = events;

    /// <summary>The sample: the two events of the action's example, then 2,498 made from a fixed seed.</summary>
    public static EventStore Sample => LazySample.Value;

    /// <summary>How many events there are.</summary>
    public int Count => events.Count;

    /// <summary>Events of the caller's own.</summary>
    /// <param name="json">A JSON array of events.</param>
    public static EventStore FromJson(string json)
    {
        using var document = JsonDocument.Parse(json);
        return new EventStore([.. document.RootElement.EnumerateArray().Select(StoredEvent.Read)]);
    }

    /// <summary>Every event as it is sent, compact JSON, in the listed order.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> AsJson() => events.Select(e => e.Json);

    internal IReadOnlyList<StoredEvent> Find(EventFilter filter, EventOrder order) => [.. order.Apply(events.Where(filter.Lets))];
}
