using System.Buffers;

namespace Kiln.Runtime.Requests;

/// <summary>A request body in an array of the shared pool, which gets it back when the stream is disposed. Seekable, so that a retry can send it again.</summary>
/// <remarks>
/// The adapter disposes the stream when the response's headers are there, which over HTTP/2 may be while the body is still being sent. So the
/// lock: a read is over before the array goes back, and fails after; it never sends what somebody else has put there.
/// </remarks>
internal sealed class PooledStream(byte[] rented, int length) : Stream
{
    private readonly object gate = new();
    private byte[]? bytes = rented;
    private int position;

    public override bool CanRead => bytes is not null;

    public override bool CanSeek => bytes is not null;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => position;
        set => position = (int)Math.Clamp(value, 0, length);
    }

    private byte[] Bytes => bytes ?? throw new ObjectDisposedException(nameof(PooledStream));

    public override int Read(Span<byte> buffer)
    {
        lock (gate)
        {
            var count = Math.Min(buffer.Length, length - position);
            Bytes.AsSpan(position, count).CopyTo(buffer);
            position += count;
            return count;
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new(Read(buffer.Span));
    }

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => position + offset,
        _ => length + offset,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        lock (gate)
        {
            if (disposing && bytes is not null)
                ArrayPool<byte>.Shared.Return(bytes);
            bytes = null;
        }
        base.Dispose(disposing);
    }
}
