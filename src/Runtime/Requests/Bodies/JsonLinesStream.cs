using Kiln.Runtime.Wire;

namespace Kiln.Runtime.Requests.Bodies;

/// <summary>Items as JSON, each on a line of its own (NDJSON, JSON Lines), written when the one before was sent. Not seekable: what comes is known to nobody before.</summary>
/// <param name="items">The items.</param>
/// <param name="type">The type of an item.</param>
/// <param name="isSequence">Whether a record separator precedes each item (RFC 7464).</param>
internal sealed class JsonLinesStream<T>(IAsyncEnumerable<T> items, WireType<T> type, bool isSequence) : Stream
{
    private const byte RecordSeparator = 0x1E;

    private readonly CancellationTokenSource closing = new();
    private IAsyncEnumerator<T>? enumerator;
    private Task<bool>? moving;
    private byte[] line = [];
    private int position;
    private long number;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (position == line.Length && !await NextAsync(cancellationToken).ConfigureAwait(false))
            return 0;
        var count = Math.Min(buffer.Length, line.Length - position);
        line.AsMemory(position, count).CopyTo(buffer);
        position += count;
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("The items come asynchronously.");

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    // Requests are disposed synchronously, and the caller's iterator may be waiting for its next item: it is told to stop, and ended when it has.
    protected override void Dispose(bool disposing)
    {
        if (disposing && enumerator is { } open)
        {
            enumerator = null;
            closing.Cancel();
            _ = EndAsync(open, moving);
        }
        base.Dispose(disposing);
    }

    private static async Task EndAsync(IAsyncEnumerator<T> open, Task? moving)
    {
        if (moving is not null)
            await moving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await open.DisposeAsync().AsTask().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async ValueTask<bool> NextAsync(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(closing.IsCancellationRequested, this);
        enumerator ??= items.GetAsyncEnumerator(closing.Token);
        cancellationToken.ThrowIfCancellationRequested();
        moving = enumerator.MoveNextAsync().AsTask();
        if (!await moving.WaitAsync(cancellationToken).ConfigureAwait(false))
            return false;

        using var writer = new WireWriter { IsRequest = true, RefusesNull = true };
        var item = enumerator.Current ?? throw new ArgumentException($"The item {number} is null.");
        type.Write(writer, item);
        number++;
        (line, position) = (isSequence ? [RecordSeparator, .. writer.Written, (byte)'\n'] : [.. writer.Written, (byte)'\n'], 0);
        return true;
    }
}
