namespace Kiln.Runtime.Http;

/// <summary>
/// A request's body for one attempt to send it. The adapter does not dispose it, since it may have to be sent again, and an attempt that still goes on when the next one has begun reads nothing
/// more.
/// </summary>
internal sealed class KeptBody(Stream body) : Stream
{
    private readonly long start = body.Position;
    private volatile bool isOver;

    public override bool CanRead => !isOver && body.CanRead;

    public override bool CanSeek => !isOver && body.CanSeek;

    public override bool CanWrite => false;

    public override long Length => Open.Length;

    public override long Position
    {
        get => Open.Position;
        set => Open.Position = value;
    }

    private Stream Open => isOver ? throw new ObjectDisposedException(nameof(KeptBody)) : body;

    /// <summary>Ends this attempt.</summary>
    /// <returns>The body, at its beginning.</returns>
    public Stream End()
    {
        isOver = true;
        if (body.CanSeek)
            body.Position = start;
        return body;
    }

    public override int Read(byte[] buffer, int offset, int count) => Open.Read(buffer, offset, count);

    public override int Read(Span<byte> buffer) => Open.Read(buffer);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => Open.ReadAsync(buffer, cancellationToken);

    public override long Seek(long offset, SeekOrigin origin) => Open.Seek(offset, origin);

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
