using System.Buffers;
using System.Text;

namespace ThreatEvents.Output;

/// <summary>Collects whole lines, and hands them on together: one write for many lines, and never a part of one.</summary>
internal sealed class LineBuffer(IOutput output)
{
    private const int Enough = 64 * 1024;

    private readonly ArrayBufferWriter<byte> lines = new(Enough + 16 * 1024);
    private int whole;

    /// <summary>Where the current line is written.</summary>
    public ArrayBufferWriter<byte> Line => lines;

    /// <summary>True when there is enough for a write.</summary>
    public bool IsFull => whole >= Enough;

    public void Append(string text) => Encoding.UTF8.GetBytes(text, lines);

    public void EndLine(ReadOnlySpan<byte> ending)
    {
        lines.Write(ending);
        whole = lines.WrittenCount;
    }

    /// <summary>Hands on the whole lines. What there is of another, which could not be written to its end, is dropped.</summary>
    /// <returns>True, for none is held back.</returns>
    public bool Flush()
    {
        if (whole > 0)
            output.Write(lines.WrittenSpan[..whole]);

        lines.ResetWrittenCount();
        whole = 0;
        return true;
    }
}
