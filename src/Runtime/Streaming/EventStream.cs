using System.Runtime.CompilerServices;
using Kiln.Runtime.Requests;
using Kiln.Runtime.Responses;
using Kiln.Runtime.Timing;
using Microsoft.Kiota.Abstractions;

namespace Kiln.Runtime.Streaming;

/// <summary>
/// The server-sent events of an operation (HTML Standard, section 9.2), each as soon as it has arrived. The request is sent when the enumeration starts, and each enumeration
/// starts anew. It throws the exceptions of a single call (<see cref="RequestAdapterExtensions"/>), after the events that arrived before the error; each exception has the id of the
/// last event: <see cref="LastEventIds.GetLastEventId"/>. Leaving the loop closes the connection. Immutable and thread-safe.
/// </summary>
/// <remarks>
/// <para>A GET is sent again with the header <c>Last-Event-ID</c> if the connection breaks or the service ends the response, and the service has sent ids: after the time that it has
/// chosen (<c>retry</c>, at most a minute; 3 seconds by default), twice as long after each attempt that brings no event. The enumeration ends with status 204, with an end marker, or when a new connection brings nothing.
/// Other methods are never sent again.</para>
/// <para>The limit <see cref="Contracts.ReadOptions.MaxBodyBytes"/> applies to each event, and <see cref="Contracts.ReadOptions.CallTimeout"/> to the time until the headers of a
/// response arrive; <see cref="Contracts.ReadOptions.BodyTimeout"/> does not apply. An event whose data are not of the type is left out and reported as a contract violation.</para>
/// </remarks>
/// <typeparam name="T">The type of the data of an event.</typeparam>
public sealed class EventStream<T> : IAsyncEnumerable<T>
{
    private readonly IRequestAdapter adapter;
    private readonly EventStreamType<T> type;
    private readonly ErrorMap errors;
    private readonly Func<RequestInformation> request;
    private readonly EventStreamSettings settings;

    /// <summary>Initializes a new instance.</summary>
    /// <param name="adapter">The adapter that sends the request.</param>
    /// <param name="type">The description of the events.</param>
    /// <param name="errors">The types of the bodies of error responses.</param>
    /// <param name="request">Creates the request.</param>
    public EventStream(IRequestAdapter adapter, EventStreamType<T> type, ErrorMap errors, Func<RequestInformation> request)
        : this(adapter, type, errors, request, new())
    {
    }

    private EventStream(IRequestAdapter adapter, EventStreamType<T> type, ErrorMap errors, Func<RequestInformation> request, EventStreamSettings settings)
    {
        ArgumentNullException.ThrowIfNull(adapter);
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(errors);
        ArgumentNullException.ThrowIfNull(request);
        (this.adapter, this.type, this.errors, this.request, this.settings) = (adapter, type, errors, request, settings);
    }

    /// <summary>Returns the events that follow the event with an id, which is sent in the header <c>Last-Event-ID</c>.</summary>
    /// <param name="lastEventId">The id, from a <see cref="ServerSentEvent{T}"/> or an exception (<see cref="LastEventIds.GetLastEventId"/>).</param>
    /// <exception cref="ArgumentException">The id is null or empty, longer than 4096 characters, or has characters other than printable ASCII.</exception>
    public EventStream<T> StartAfter(string lastEventId)
    {
        ArgumentException.ThrowIfNullOrEmpty(lastEventId);
        if (!EventPosition.IsSendable(lastEventId))
            throw new ArgumentException("The id cannot be sent in a header.", nameof(lastEventId));
        return With(settings with { LastEventId = lastEventId });
    }

    /// <summary>
    /// Returns the same events, with another limit of consecutive attempts to connect again without receiving an event. The default is 5. It also makes a stream connect again whose
    /// service sends no ids, so that events may be missing or repeated.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public EventStream<T> WithReconnect(int maxAttempts)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxAttempts, 1);
        return With(settings with { MaxAttempts = maxAttempts, ReconnectsWithoutId = true });
    }

    /// <summary>Returns the events of one connection: the enumeration ends when the service ends the response, and throws if the connection breaks.</summary>
    public EventStream<T> WithoutReconnect() => With(settings with { MaxAttempts = 0 });

    /// <summary>
    /// Returns the same events, with a limit of the time in which nothing arrives, not even a comment; the connection is then lost. By default there is none, because a stream may be
    /// silent for hours.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is zero, negative and not infinite, or longer than about 49 days.</exception>
    public EventStream<T> WithIdleTimeout(TimeSpan timeout) => With(settings with { IdleTimeout = TimeLimit.Checked(timeout) });

    /// <summary>Enumerates the data of the events.</summary>
    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default) => Open(cancellationToken);

    /// <summary>Enumerates the events with their ids, names and reconnection times.</summary>
    public async IAsyncEnumerable<ServerSentEvent<T>> AsEventsAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var events = Open(cancellationToken);
        await using (events.ConfigureAwait(false))
        {
            while (await events.MoveNextAsync().ConfigureAwait(false))
                yield return events.CurrentEvent;
        }
    }

    private EventEnumerator<T> Open(CancellationToken cancellationToken) => new(adapter, type, errors, request, settings, cancellationToken);

    private EventStream<T> With(EventStreamSettings changed) => new(adapter, type, errors, request, changed);
}
