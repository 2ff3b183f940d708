namespace Kiln.Runtime.Requests.Bodies;

/// <summary>What a <see cref="MultipartStream"/> is made of, in order: bytes of its own, and the contents of files.</summary>
internal abstract class PartContent
{
    /// <summary>How many bytes it has; null if nobody knows before it is sent.</summary>
    public abstract long? Length { get; }

    /// <summary>Whether it can be read again from its beginning.</summary>
    public abstract bool CanSeek { get; }

    /// <summary>The content as a stream, at an offset from its beginning. The stream stays open: <see cref="Close"/> ends it.</summary>
    public abstract Stream OpenAt(long offset);

    /// <summary>Disposes what was opened, unless it is the caller's.</summary>
    public virtual void Close()
    {
    }
}

/// <summary>Bytes in memory.</summary>
internal sealed class BytesContent(ReadOnlyMemory<byte> bytes) : PartContent
{
    public override long? Length => bytes.Length;

    public override bool CanSeek => true;

    public ReadOnlyMemory<byte> Bytes => bytes;

    public override Stream OpenAt(long offset) => throw new NotSupportedException("Bytes are copied, and not opened.");
}

/// <summary>A stream of the caller's, from where it was when the request was made.</summary>
internal sealed class StreamedContent : PartContent
{
    private readonly Stream stream;
    private readonly bool leaveOpen;
    private readonly long start;

    public StreamedContent(Stream stream, bool leaveOpen)
    {
        (this.stream, this.leaveOpen) = (stream, leaveOpen);
        if (!stream.CanSeek)
            return;
        start = stream.Position;
        Length = Math.Max(0, stream.Length - start);
    }

    public override long? Length { get; }

    public override bool CanSeek => stream.CanSeek;

    public override Stream OpenAt(long offset)
    {
        if (stream.CanSeek)
            stream.Position = start + offset;
        return stream;
    }

    public override void Close()
    {
        if (!leaveOpen)
            stream.Dispose();
    }
}

/// <summary>A file, which is not open before it is sent.</summary>
internal sealed class FileContent(string path) : PartContent
{
    private FileStream? file;

    public override long? Length { get; } = new FileInfo(path).Length;

    public override bool CanSeek => true;

    public override Stream OpenAt(long offset)
    {
        file ??= new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.Asynchronous | FileOptions.SequentialScan);
        file.Position = offset;
        return file;
    }

    public override void Close() => file?.Dispose();
}
