namespace Kiln.Runtime.Contracts;

/// <summary>The stream of a body, of which it keeps what is read of it, up to a limit.</summary>
internal sealed class BodyTee(Stream body, int maxBytes) : Stream
{
    private readonly MemoryStream kept = new();
    private bool isAtEnd;
    private bool isTooLarge;

    /// <summary>The whole body; null if it is longer than the limit, or was not read to its end.</summary>
    public ReadOnlyMemory<byte>? Bytes => isAtEnd && !isTooLarge ? kept.GetBuffer().AsMemory(0, (int)kept.Length) : default(ReadOnlyMemory<byte>?);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer) => Keep(buffer, body.Read(buffer));

    public override int Read(byte[] buffer, int offset, int count) => Keep(buffer.AsSpan(offset, count), body.Read(buffer, offset, count));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await body.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        return Keep(buffer.Span, count);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override ValueTask DisposeAsync() => body.DisposeAsync();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            body.Dispose();
        base.Dispose(disposing);
    }

    private int Keep(Span<byte> buffer, int count)
    {
        if (count == 0 && buffer.Length > 0)
            isAtEnd = true;
        isTooLarge |= kept.Length + count > maxBytes;
        if (isTooLarge)
            kept.SetLength(0);
        else
            kept.Write(buffer[..count]);
        return count;
    }
}
