namespace Kiln.Runtime.Tests.Support;

/// <summary>A body of which each reading gives a piece, without a network and without waiting.</summary>
/// <param name="bytes">The body.</param>
/// <param name="nextLength">The length of the next piece.</param>
internal sealed class PiecesStream(byte[] bytes, Func<int> nextLength) : MemoryStream(bytes)
{
    private readonly TaskCompletionSource waiting = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>A body in pieces of one length.</summary>
    public PiecesStream(byte[] bytes, int length)
        : this(bytes, () => length)
    {
    }

    /// <summary>Called before each piece: the time that passes until it is there, for example.</summary>
    public Action? Before { get; init; }

    /// <summary>What the body ends in; null for its end.</summary>
    public Exception? Error { get; init; }

    /// <summary>What a read throws that was cancelled, as when it sees first that its connection was closed; null for the exception of the token.</summary>
    public Exception? CanceledError { get; init; }

    /// <summary>Whether nothing more comes behind the bytes, but the body does not end either.</summary>
    public bool StaysOpen { get; init; }

    /// <summary>Whether the bytes come again and again.</summary>
    public bool IsEndless { get; init; }

    /// <summary>Done when all bytes were read and more were asked for, where the body stays open.</summary>
    public Task Waiting => waiting.Task;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Before?.Invoke();
        if (cancellationToken.IsCancellationRequested && CanceledError is not null)
            throw CanceledError;
        cancellationToken.ThrowIfCancellationRequested();
        if (IsEndless && Position == Length)
            Position = 0;
        var read = Read(buffer.Span[..Math.Min(nextLength(), buffer.Length)]);
        if (read > 0 || buffer.Length == 0)
            return read;
        if (Error is not null)
            throw Error;
        if (StaysOpen)
        {
            waiting.TrySetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
        return 0;
    }

    // What HttpContent and decompression call.
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
}
