using Kiln.Runtime.Responses;

namespace Kiln.Runtime.Streaming;

/// <summary>Whether and when a stream of events is asked for again (HTML Standard, sections 9.2.3 and 9.2.4).</summary>
/// <param name="position">Where the stream is.</param>
/// <param name="settings">What the caller wants.</param>
internal sealed class Reconnection(EventPosition position, EventStreamSettings settings)
{
    private static readonly TimeSpan DefaultWait = TimeSpan.FromSeconds(3);

    // A service that asks for more is asked before.
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    // Beyond it, the longest wait is reached by any time but zero.
    private const int MostDoublings = 16;

    private int attempts;

    /// <summary>The clock of the waits.</summary>
    public TimeProvider Time { get; set; } = TimeProvider.System;

    /// <summary>Whether an exception says that the connection was lost, and not that something is wrong.</summary>
    public static bool IsLost(Exception e) => e switch
    {
        ResponseBodyException body => body.InnerException is not null && body.Path is null,
        ServiceException error => error.StatusCode is >= 500 or 429 or 408,
        _ => e is HttpRequestException or TimeoutException,
    };

    /// <summary>Whether another connection may follow.</summary>
    /// <param name="last">The last one; null if there was no response.</param>
    /// <param name="error">Why it was lost; null if the service has ended it.</param>
    public bool MayFollow(IEventConnection? last, Exception? error)
    {
        if (settings.MaxAttempts == 0 || !(position.HasSendableId || settings.ReconnectsWithoutId))
            return false;
        // A service that has nothing more to say.
        if (error is null && last is not { HasReceived: true })
            return false;
        attempts = last is { HasProgressed: true } ? 1 : attempts + 1;
        return attempts <= settings.MaxAttempts;
    }

    /// <summary>Waits until the service may be asked again: longer with each attempt.</summary>
    public Task WaitAsync(CancellationToken cancellationToken)
    {
        var wait = (position.Retry ?? DefaultWait) * Math.Pow(2, Math.Min(attempts - 1, MostDoublings));
        return wait == TimeSpan.Zero ? Task.CompletedTask : Task.Delay(wait < LongestWait ? wait : LongestWait, Time, cancellationToken);
    }
}
