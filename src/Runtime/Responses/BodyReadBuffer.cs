using System.Buffers;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Http;
using Kiln.Runtime.Timing;

namespace Kiln.Runtime.Responses;

/// <summary>The piece of a body that was received and not yet consumed, in an array of the shared pool that grows only for a value that does not fit.</summary>
/// <param name="response">The response.</param>
/// <param name="body">Its body.</param>
/// <param name="options">The limits: of the body, or of one item of a stream that may never end.</param>
/// <param name="idleTimeout">How long a stream may be silent, of which any byte is progress; null for a body that is to arrive.</param>
internal sealed class BodyReadBuffer(RawResponse response, Stream body, ReadOptions options, TimeSpan? idleTimeout = null) : IAsyncDisposable
{
    private const int Smallest = 64 * 1024;

    // What a slow but working connection brings within any sensible limit, and what cannot be brought a byte at a time.
    private const int ProgressBytes = 64 * 1024;

    private CancellationTokenSource timer = new(Timeout.InfiniteTimeSpan, response.Time);
    private TimeSpan waited;
    private int received;
    private byte[] bytes = ArrayPool<byte>.Shared.Rent(Smallest);
    private int start;
    private int end;

    /// <summary>Bytes from the start of the body to the window.</summary>
    public long Offset { get; private set; }

    /// <summary>Whether nothing more comes.</summary>
    public bool IsEnd { get; private set; }

    public ReadOnlySpan<byte> Bytes => bytes.AsSpan(start, end - start);

    public ReadOnlyMemory<byte> Memory => bytes.AsMemory(start, end - start);

    public void Consume(int count)
    {
        start += count;
        Offset += count;
    }

    /// <summary>Says that what has come was of use, so that the service has all its time again for what comes next.</summary>
    public void Progress() => (waited, received) = (TimeSpan.Zero, 0);

    /// <summary>Waits for more; makes room for it first.</summary>
    /// <exception cref="ResponseBodyException">The body is too large, too slow, cut off, or its compression is broken.</exception>
    public async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        if (idleTimeout is not null && end - start > options.MaxBodyBytes)
            throw response.ItemTooLarge(options, Memory, Offset);
        MakeRoom();
        if (end == bytes.Length)
            throw response.TooLarge(options, Memory, Offset);
        try
        {
            var read = await ReadAsync(cancellationToken).ConfigureAwait(false);
            end += read;
            IsEnd = read == 0;
        }
        catch (Exception e) when (RawResponse.IsBroken(e))
        {
            throw response.BrokenOff(e, Memory, Offset);
        }
        if (idleTimeout is null && Offset + (end - start) > options.MaxBodyBytes)
            throw response.TooLarge(options, Memory, Offset);
    }

    public async ValueTask DisposeAsync()
    {
        timer.Dispose();
        await body.DisposeAsync().ConfigureAwait(false);
        var returned = bytes;
        (bytes, start, end) = ([], 0, 0);
        if (returned.Length > 0)
            ArrayPool<byte>.Shared.Return(returned);
    }

    // The time that a body may take is that of the service: while the caller works on an item, the clock stands still.
    private async ValueTask<int> ReadAsync(CancellationToken cancellationToken)
    {
        // It may have rung just when something came, and rings only once.
        if (!timer.TryReset())
        {
            timer.Dispose();
            timer = new(Timeout.InfiniteTimeSpan, response.Time);
        }
        var limit = idleTimeout ?? options.BodyTimeout;
        if (limit != Timeout.InfiniteTimeSpan)
            timer.CancelAfter(limit > waited ? limit - waited : TimeSpan.Zero);
        using var link = cancellationToken.UnsafeRegister(static state => ((CancellationTokenSource)state!).Cancel(), timer);
        var asked = response.Time.GetTimestamp();
        try
        {
            var read = await body.ReadAsync(bytes.AsMemory(end), timer.Token).ConfigureAwait(false);
            waited += response.Time.GetElapsedTime(asked);
            received += read;
            if (received >= ProgressBytes || idleTimeout is not null)
                Progress();
            return read;
        }
        catch (Exception e) when (TimeLimit.MayBeCanceled(e) && cancellationToken.IsCancellationRequested)
        {
            throw TimeLimit.Canceled(e, cancellationToken);
        }
        catch (Exception e) when (TimeLimit.MayBeCanceled(e) && timer.IsCancellationRequested)
        {
            var missing = idleTimeout is null ? $"no whole item and less than {ProgressBytes / 1024} KiB" : "nothing";
            throw new TimeoutException($"{missing} came within {limit.TotalSeconds:0.###} seconds", e);
        }
        catch (OperationCanceledException e)
        {
            throw new IOException(e.Message, e); // a handler's own token
        }
        finally
        {
            timer.CancelAfter(Timeout.InfiniteTimeSpan);
        }
    }

    private void MakeRoom()
    {
        if (start > 0)
        {
            bytes.AsSpan(start, end - start).CopyTo(bytes);
            (start, end) = (0, end - start);
        }
        if (end < bytes.Length)
            return;

        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min((long)bytes.Length * 2, Array.MaxLength));
        bytes.AsSpan(0, end).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(bytes);
        bytes = larger;
    }
}
