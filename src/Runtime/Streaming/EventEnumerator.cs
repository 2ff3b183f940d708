using System.Runtime.ExceptionServices;
using Kiln.Runtime.Requests;
using Kiln.Runtime.Responses;
using Microsoft.Kiota.Abstractions;

namespace Kiln.Runtime.Streaming;

/// <summary>One enumeration of events, over one connection or several.</summary>
/// <param name="adapter">The adapter that sends the requests.</param>
/// <param name="type">What the events are.</param>
/// <param name="errors">The types of errors.</param>
/// <param name="request">Makes a request.</param>
/// <param name="settings">How the caller wants the stream.</param>
/// <param name="cancellationToken">The caller's token.</param>
internal sealed class EventEnumerator<T>(
    IRequestAdapter adapter, EventStreamType<T> type, ErrorMap errors, Func<RequestInformation> request, EventStreamSettings settings, CancellationToken cancellationToken)
    : IAsyncEnumerator<T>
{
    private const string Header = "Last-Event-ID";

    private readonly EventPosition position = new(settings.LastEventId);
    private EventReader<T>? reader;
    private Reconnection? reconnection;
    private bool isOver;

    public T Current => reader!.Value;

    /// <summary>The event with its other fields. To be asked before the next one is.</summary>
    public ServerSentEvent<T> CurrentEvent => reader!.Event;

    public ValueTask<bool> MoveNextAsync()
    {
        if (reader is null || cancellationToken.IsCancellationRequested)
            return MoveOnAsync(null);
        try
        {
            // Most events have come with the one before them.
            return reader.TryRead() ? new(true) : MoveOnAsync(null);
        }
        catch (Exception e)
        {
            return MoveOnAsync(e);
        }
    }

    public ValueTask DisposeAsync()
    {
        isOver = true;
        return CloseAsync();
    }

    private ValueTask CloseAsync()
    {
        var opened = reader;
        reader = null;
        return opened?.DisposeAsync() ?? default;
    }

    private async ValueTask<bool> MoveOnAsync(Exception? error)
    {
        try
        {
            if (error is not null)
                ExceptionDispatchInfo.Throw(error);
            while (!isOver)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (await ReadAsync().ConfigureAwait(false))
                    return true;
            }
            return false;
        }
        catch (Exception e)
        {
            LastEventIds.Attach(e, position.LastEventId);
            await DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Reads the next event, over one connection.</summary>
    /// <returns>False if the connection is over; another one may follow.</returns>
    private async ValueTask<bool> ReadAsync()
    {
        try
        {
            reader ??= await ConnectAsync().ConfigureAwait(false);
            while (reader is { IsEnd: false })
            {
                if (reader.TryRead())
                    return true;
                if (!reader.IsEnd)
                    await reader.FillAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (Reconnection.IsLost(e) && reconnection?.MayFollow(reader, e) == true)
        {
            await ReconnectAsync().ConfigureAwait(false);
            return false;
        }

        // The service has ended the response: without one (204), with an end marker, or to be asked again.
        if (reader is null or { IsOver: true } || reconnection?.MayFollow(reader, null) != true)
            await DisposeAsync().ConfigureAwait(false);
        else
            await ReconnectAsync().ConfigureAwait(false);
        return false;
    }

    private async ValueTask ReconnectAsync()
    {
        if (reader is not null)
            reconnection!.Time = reader.Time;
        await CloseAsync().ConfigureAwait(false);
        await reconnection!.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<EventReader<T>?> ConnectAsync()
    {
        var information = StreamResponse.Check(request());
        if (position.LastEventId is { } id && position.HasSendableId)
        {
            information.Headers.Remove(Header);
            information.Headers.Add(Header, id);
        }
        var body = new EventStreamBody<T>(type, errors, position, isResumed: reconnection is not null, settings.IdleTimeout);
        var opened = await RequestAdapterExtensions.SendAndReadAsync(adapter, information, body, errors, new() { Writer = type }, cancellationToken).ConfigureAwait(false);
        // Nothing but GET may be sent again without being asked for.
        if (information.HttpMethod == Method.GET)
            reconnection ??= new(position, settings);
        return opened;
    }
}
