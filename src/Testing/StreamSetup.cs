using Kiln.Runtime.Streaming;

namespace Kiln.Testing;

/// <summary>
/// The answers to calls that return a stream of items. The first answer is for the first request, each further one for the next, and the last one for all requests that follow.
/// Thread-safe.
/// </summary>
/// <typeparam name="T">The type of an item.</typeparam>
public class StreamSetup<T> : CallSetup<T>
{
    internal StreamSetup(RecordedCall call)
        : base(call)
    {
    }

    /// <summary>Answers with a stream of these items, which are written as the document says: as events, lines, texts of a sequence, or elements of an array.</summary>
    /// <param name="items">The items. They are written at once: later changes do not count.</param>
    /// <exception cref="ArgumentException">An item cannot be written.</exception>
    public StreamSetup<T> ReturnsItems(params T[] items) => ReturnsItems(items, null);

    /// <inheritdoc cref="ReturnsItems(T[])"/>
    /// <param name="items">The items. They are written at once: later changes do not count.</param>
    /// <param name="configure">Sets headers and a delay.</param>
    public StreamSetup<T> ReturnsItems(IEnumerable<T> items, Action<FakeResponse>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(items);
        Respond(Written(Expected.WriteStream(items)), configure);
        return this;
    }
}

/// <summary>The answers to calls that return a stream of server-sent events; <see cref="StreamSetup{T}"/>.</summary>
/// <typeparam name="T">The type of the data of an event.</typeparam>
public sealed class EventStreamSetup<T> : StreamSetup<T>
{
    private const string LastEventId = "Last-Event-ID";

    internal EventStreamSetup(RecordedCall call)
        : base(call)
    {
    }

    /// <summary>
    /// Answers with events that have ids, names and reconnection times. A request with the id of one of them (<c>Last-Event-ID</c>) gets those that follow it, and status 204 if there are none, so that a stream which
    /// connects again ends. Without a reconnection time of the first event, it does so without waiting.
    /// </summary>
    /// <exception cref="ArgumentException">An event cannot be written.</exception>
    public EventStreamSetup<T> ReturnsEvents(params ServerSentEvent<T>[] events)
    {
        ArgumentNullException.ThrowIfNull(events);
        if (events is [{ Retry: null } first, ..])
            events = [first with { Retry = TimeSpan.Zero }, .. events[1..]];
        var answers = Enumerable.Range(0, events.Length + 1).Select(i => i > 0 && i == events.Length ? new FakeResponse(204) : Written(Expected.WriteStream(events[i..]))).ToArray();
        Add(request => answers[Array.FindLastIndex(events, e => !string.IsNullOrEmpty(e.Id) && request.Headers[LastEventId].Contains(e.Id)) + 1]);
        return this;
    }
}
