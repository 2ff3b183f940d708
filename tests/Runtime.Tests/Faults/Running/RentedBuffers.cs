using System.Buffers;
using System.Diagnostics.Tracing;

namespace Kiln.Runtime.Tests.Faults.Running;

/// <summary>The arrays of <see cref="ArrayPool{T}.Shared"/> for bytes that the process has rented since this was made and not given back, as the pool's own events say.</summary>
internal sealed class RentedBuffers : EventListener
{
    private const int Rented = 1;
    private const int Returned = 3;

    private readonly object gate = new();
    private readonly Dictionary<int, int> rented = [];
    private readonly int pool = ArrayPool<byte>.Shared.GetHashCode();
    private TaskCompletionSource allReturned = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long count;

    /// <summary>How many were rented.</summary>
    public long Count
    {
        get
        {
            lock (gate)
                return count;
        }
    }

    /// <summary>How many are not yet given back.</summary>
    public int Outstanding
    {
        get
        {
            lock (gate)
                return rented.Values.Sum();
        }
    }

    /// <summary>Waits until all are given back.</summary>
    public Task WaitUntilAllReturnedAsync(CancellationToken cancellationToken)
    {
        lock (gate)
            return rented.Count == 0 ? Task.CompletedTask : allReturned.Task.WaitAsync(cancellationToken);
    }

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == "System.Buffers.ArrayPoolEventSource")
            EnableEvents(eventSource, EventLevel.Verbose);
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (eventData.EventId is not (Rented or Returned) || eventData.Payload is not [int buffer, int, int ofPool, ..] || ofPool != pool)
            return;
        lock (gate)
        {
            if (eventData.EventId == Rented)
            {
                count++;
                rented[buffer] = rented.GetValueOrDefault(buffer) + 1;
                if (allReturned.Task.IsCompleted)
                    allReturned = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }
            else if (rented.Remove(buffer, out var times))
            {
                // What was rented before this listened is not its business. Two arrays may have one id.
                if (times > 1)
                    rented[buffer] = times - 1;
                else if (rented.Count == 0)
                    allReturned.TrySetResult();
            }
        }
    }
}
