namespace Kiln.Runtime.Requests.Bodies;

/// <summary>The contents of a multipart body one after the other, each read when its turn comes. Seekable if all of them are, so that a retry can send it again.</summary>
internal sealed class MultipartStream(IReadOnlyList<PartContent> contents) : Stream
{
    // As large as what .NET copies streams with.
    private const int CopyBuffer = 81920;

    private readonly long? length = contents.Aggregate((long?)0, (sum, content) => sum + content.Length);
    private int current;
    private long offset; // within the current content
    private long position;
    private Stream? open;
    private bool isDisposed;

    public override bool CanRead => !isDisposed;

    public override bool CanSeek { get; } = contents.All(c => c.CanSeek);

    public override bool CanWrite => false;

    public override long Length => CanSeek && length is { } known ? known : throw new NotSupportedException("A part of the body cannot seek.");

    public override long Position
    {
        get => CanSeek ? position : throw new NotSupportedException("A part of the body cannot seek.");
        set => Seek(value, SeekOrigin.Begin);
    }

    public override int Read(Span<byte> buffer)
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        while (current < contents.Count && buffer.Length > 0)
        {
            var count = contents[current] is BytesContent bytes ? Copy(bytes, buffer) : Open().Read(buffer);
            if (count > 0)
                return Advance(count);
            Next();
        }
        return 0;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ObjectDisposedException.ThrowIf(isDisposed, this);
        while (current < contents.Count && buffer.Length > 0)
        {
            var count = contents[current] is BytesContent bytes ? Copy(bytes, buffer.Span) : await Open().ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
            if (count > 0)
                return Advance(count);
            Next();
        }
        return 0;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <summary>Writes each content at once, without a buffer between: this is how requests are sent.</summary>
    public override async Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(destination);
        ObjectDisposedException.ThrowIf(isDisposed, this);
        while (current < contents.Count)
        {
            if (contents[current] is BytesContent { Bytes: var bytes })
            {
                await destination.WriteAsync(bytes[(int)offset..], cancellationToken).ConfigureAwait(false);
                Advance(bytes.Length - (int)offset);
            }
            else
            {
                await Open().CopyToAsync(destination, Math.Max(bufferSize, CopyBuffer), cancellationToken).ConfigureAwait(false);
                position += contents[current].Length - offset ?? 0;
            }
            Next();
        }
    }

    public override long Seek(long offset, SeekOrigin origin)
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        position = Math.Clamp(origin switch { SeekOrigin.Begin => 0, SeekOrigin.Current => Position, _ => Length } + offset, 0, Length);
        (current, open) = (0, null);
        this.offset = position;
        while (current < contents.Count && this.offset >= contents[current].Length)
            this.offset -= contents[current++].Length!.Value;
        return position;
    }

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing && !isDisposed)
        {
            foreach (var content in contents)
                content.Close();
        }
        isDisposed = true;
        base.Dispose(disposing);
    }

    private Stream Open() => open ??= contents[current].OpenAt(offset);

    private int Copy(BytesContent content, Span<byte> buffer)
    {
        var rest = content.Bytes.Span[(int)offset..];
        var count = Math.Min(rest.Length, buffer.Length);
        rest[..count].CopyTo(buffer);
        return count;
    }

    private int Advance(int count)
    {
        offset += count;
        position += count;
        return count;
    }

    private void Next()
    {
        (open, offset) = (null, 0);
        current++;
    }
}
