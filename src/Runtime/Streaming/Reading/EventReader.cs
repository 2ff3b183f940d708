using System.Text;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Responses;
using Kiln.Runtime.Wire;

namespace Kiln.Runtime.Streaming;

/// <summary>The events of one response. In memory is a piece of the body.</summary>
internal sealed class EventReader<T> : IEventConnection, IAsyncDisposable
{
    private readonly RawResponse response;
    private readonly ReadOptions options;
    private readonly BodyReadBuffer window;
    private readonly EventStreamType<T> type;
    private readonly ErrorMap errors;
    private readonly EventPosition position;
    private readonly EventParser parser = new();
    private readonly EventData<T> data;
    private readonly bool isResumed;
    private readonly long countAtStart;
    private bool isBehindMark;
    private bool isTaken;
    private T value = default!;

    /// <param name="response">The response.</param>
    /// <param name="body">Its body.</param>
    /// <param name="options">How it is read.</param>
    /// <param name="type">What its events are.</param>
    /// <param name="errors">The types of errors.</param>
    /// <param name="position">What is known of the stream, which this continues.</param>
    /// <param name="isResumed">Whether events came in an earlier connection.</param>
    /// <param name="idleTimeout">How long the stream may be silent.</param>
    public EventReader(
        RawResponse response, Stream body, ReadOptions options, EventStreamType<T> type, ErrorMap errors, EventPosition position, bool isResumed, TimeSpan idleTimeout)
    {
        (this.response, this.options, this.type, this.errors, this.position, this.isResumed) = (response, options, type, errors, position, isResumed);
        window = new(response, body, options, idleTimeout);
        data = new(type, options);
        countAtStart = position.Count;
    }

    /// <summary>The data of the event that was read last.</summary>
    public T Value => value;

    /// <summary>The event that was read last. To be asked before the next is read.</summary>
    public ServerSentEvent<T> Event => new(
        parser.HasId ? Text(parser.Id) : null,
        parser.Name.Length > 0 ? Text(parser.Name) : "message",
        parser.Retry < 0 ? null : TimeSpan.FromMilliseconds(parser.Retry),
        value);

    /// <summary>Whether no event follows.</summary>
    public bool IsEnd { get; private set; }

    /// <summary>Whether the service has said that the stream is over, or has nothing but what was there before.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Whether an event has come.</summary>
    public bool HasProgressed => position.Count > countAtStart;

    /// <summary>Whether anything has come.</summary>
    public bool HasReceived => window.Offset > 0 || !window.Bytes.IsEmpty;

    /// <summary>The clock of the call.</summary>
    public TimeProvider Time => options.TimeProvider;

    /// <summary>Reads the next event of what has come.</summary>
    /// <returns>False if it has not come yet, or the stream is at its end.</returns>
    /// <exception cref="ServiceException">It cannot be read, or is an error.</exception>
    public bool TryRead()
    {
        while (!IsEnd)
        {
            GoOn();
            if (!isBehindMark && !PassMark())
                return false;
            if (!parser.TryParse(window.Bytes))
            {
                Wait();
                return false;
            }
            if (Take())
                return true;
        }
        return false;
    }

    /// <summary>Waits for more of the body.</summary>
    /// <exception cref="ResponseBodyException">It broke off, or the event is too large.</exception>
    public ValueTask FillAsync(CancellationToken cancellationToken) => window.FillAsync(position.Count, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        data.Dispose();
        using (response)
            await window.DisposeAsync().ConfigureAwait(false);
    }

    // The event before is kept until the next one is asked for.
    private void GoOn()
    {
        if (!isTaken)
            return;
        isTaken = false;
        window.Consume(parser.End);
        parser.Next();
    }

    private bool PassMark()
    {
        if (!window.IsEnd && window.Bytes is [] or [0xEF] or [0xEF, 0xBB])
            return false;
        window.Consume(window.Bytes.Length - JsonText.SkipByteOrderMark(window.Bytes).Length);
        return isBehindMark = true;
    }

    private void Wait()
    {
        if (parser.IsEmpty)
        {
            // Comments between events, which shall not fill the memory.
            window.Consume(parser.End);
            parser.Forget();
        }
        if (!window.IsEnd)
            return;
        IsEnd = true;
        if (parser.DataLines > 0)
            data.ReportUnfinished(position.Count, window.Offset + window.Bytes.Length, Unreadable);
    }

    /// <summary>Takes the event that was found.</summary>
    /// <returns>Whether it is one for the caller.</returns>
    private bool Take()
    {
        isTaken = true;
        if (parser.End > options.MaxBodyBytes)
            throw response.ItemTooLarge(options, window.Memory[..parser.End], window.Offset).At(position.Count);
        if (parser.Retry >= 0)
            position.Retry = TimeSpan.FromMilliseconds(parser.Retry);
        if (isResumed && !HasProgressed && parser.HasId && IsRepeated(parser.Id.Of(window.Bytes)))
            return false;
        if (parser.HasId)
            position.SetId(parser.Id.Of(window.Bytes));
        if (parser.DataLines == 0)
            return false;
        return TakeData();
    }

    private bool TakeData()
    {
        if (parser.DataLines > 1)
            data.Join(parser, window.Bytes);
        if (type.IsEndMarker(data.Of(parser, window.Bytes)))
        {
            (IsEnd, IsOver) = (true, true);
            return false;
        }
        if (parser.HasName && type.IsError(parser.Name.Of(window.Bytes)))
            throw StreamErrors.Make(response, errors, data.Of(parser, window.Bytes).ToArray());
        try
        {
            var isItem = data.TryRead(parser, window, position.Count, out value!);
            position.Count++;
            return isItem;
        }
        catch (WireFormatException e)
        {
            throw Unreadable(e);
        }
    }

    /// <summary>Whether an event after a new connection is not a new one.</summary>
    private bool IsRepeated(ReadOnlySpan<byte> id)
    {
        if (position.IsLast(id))
            return true;
        // The service has begun again, so that it cannot say what would have followed.
        if (!position.IsFirst(id))
            return false;
        (IsEnd, IsOver) = (true, true);
        return true;
    }

    private ResponseBodyException Unreadable(WireFormatException e) => response.Unreadable(e, window.Memory[..parser.End], window.Offset).At(position.Count);

    private string Text(TextSpan text) => Encoding.UTF8.GetString(text.Of(window.Bytes));
}

/// <summary>What a connection has brought.</summary>
internal interface IEventConnection
{
    /// <summary>Whether an event has come.</summary>
    bool HasProgressed { get; }

    /// <summary>Whether anything has come.</summary>
    bool HasReceived { get; }
}
