namespace Kiln.Runtime.Timing;

/// <summary>Ends something when its time is over or the caller cancels, and knows which of the two it was.</summary>
internal sealed class TimeLimit : IDisposable
{
    // The longest that a timer of .NET can be set to, about 49 days.
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(uint.MaxValue - 1);

    private readonly CancellationTokenSource timer;
    private readonly CancellationTokenSource link;
    private readonly CancellationToken caller;
    private readonly TimeSpan limit;

    /// <param name="limit">The time; infinite for no limit.</param>
    /// <param name="time">The clock.</param>
    /// <param name="caller">The caller's token.</param>
    public TimeLimit(TimeSpan limit, TimeProvider time, CancellationToken caller)
    {
        (this.limit, this.caller) = (limit, caller);
        timer = new(limit, time);
        link = CancellationTokenSource.CreateLinkedTokenSource(caller, timer.Token);
    }

    /// <summary>Cancelled when the time is over or the caller cancels.</summary>
    public CancellationToken Token => link.Token;

    /// <summary>Checks a limit where it is set.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Zero, negative and not infinite, or longer than about 49 days.</exception>
    public static TimeSpan Checked(TimeSpan value)
    {
        if (IsValid(value))
            return value;
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, Longest);
        return value;
    }

    /// <summary>Whether a limit is infinite, or positive and no longer than a timer can be set to.</summary>
    public static bool IsValid(TimeSpan value) => value == Timeout.InfiniteTimeSpan || (value > TimeSpan.Zero && value <= Longest);

    /// <summary>The exception for the caller: of its own token if it cancelled, a <see cref="TimeoutException"/> if the time was over, otherwise the same.</summary>
    /// <param name="e">What was thrown.</param>
    /// <param name="problem">What did not happen within the time: <c>No response came</c>.</param>
    public Exception Explain(Exception e, string problem)
    {
        if (caller.IsCancellationRequested)
            return Canceled(e, caller);
        return timer.IsCancellationRequested ? new TimeoutException($"{problem} within {limit.TotalSeconds:0.###} seconds.", e) : e;
    }

    /// <summary>The same exception with the caller's own token, in place of one that was linked to it.</summary>
    public static OperationCanceledException Canceled(Exception e, CancellationToken caller) =>
        e is OperationCanceledException canceled && canceled.CancellationToken == caller ? canceled : new TaskCanceledException(e.Message, e, caller);

    /// <summary>Whether a read may have ended in this because it was cancelled: cancellation closes the connection, and a read may see that first.</summary>
    public static bool MayBeCanceled(Exception e) => e is OperationCanceledException or IOException or ObjectDisposedException;

    public void Dispose()
    {
        link.Dispose();
        timer.Dispose();
    }
}
