using Kiln.Runtime.Contracts;
using Kiln.Runtime.Http;
using Microsoft.Kiota.Abstractions;

namespace Kiln.Runtime.Requests;

/// <summary>Ends the sending of one call when its time is over or the caller cancels, and knows which of the two it was.</summary>
internal sealed class CallLimit : IDisposable
{
    private readonly CancellationTokenSource timer;
    private readonly CancellationTokenSource link;
    private readonly CancellationToken caller;
    private readonly TimeSpan timeout;

    public CallLimit(RequestInformation request, ReadOptions options, CancellationToken cancellationToken)
    {
        caller = cancellationToken;
        timeout = options.CallTimeout;
        State = new(request, timeout, options.TimeProvider);
        timer = new(timeout, options.TimeProvider);
        link = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timer.Token);
    }

    public CallState State { get; }

    public CancellationToken Token => link.Token;

    /// <summary>The exception for the caller: of its own token if it cancelled, a <see cref="TimeoutException"/> if time was over, otherwise the same.</summary>
    public Exception Explain(OperationCanceledException e)
    {
        if (caller.IsCancellationRequested)
            return Canceled(e, caller);
        if (timer.IsCancellationRequested)
            return new TimeoutException($"No answer came within {timeout.TotalSeconds:0.###} seconds, the time limit of the call.", e);
        // HttpClient has a limit of its own, and says so in this way.
        return e.InnerException is TimeoutException ? new TimeoutException(e.Message, e) : e;
    }

    /// <summary>The same exception with the caller's own token, in place of one that was linked to it.</summary>
    public static OperationCanceledException Canceled(OperationCanceledException e, CancellationToken caller) =>
        e.CancellationToken == caller ? e : new TaskCanceledException(e.Message, e, caller);

    public void Dispose()
    {
        link.Dispose();
        timer.Dispose();
    }
}
