namespace ThreatEvents.Output;

/// <summary>Standard output or a device, which tells a reader that has gone from a disk that is full.</summary>
/// <param name="stream">Where the lines go; it stays open.</param>
/// <param name="name">What it is called in a message.</param>
internal sealed class StreamOutput(Stream stream, string name) : IOutput
{
    private const int UnixBrokenPipe = 32;
    private const int WindowsBrokenPipe = unchecked((int)0x8007006D);
    private const int WindowsPipeIsBeingClosed = unchecked((int)0x800700E8);

    public static StreamOutput Standard(Stream stream) => new(stream, "Standard output");

    public void Write(ReadOnlySpan<byte> lines)
    {
        try
        {
            stream.Write(lines);
            stream.Flush();
        }
        catch (IOException e) when (e.HResult is UnixBrokenPipe or WindowsBrokenPipe or WindowsPipeIsBeingClosed)
        {
            throw new ClosedPipeException();
        }
        catch (Exception e) when (OutputException.IsOfFiles(e))
        {
            throw OutputException.Unwritable(name, e);
        }
    }

    public void Complete() { }

    public void Dispose() { }
}
