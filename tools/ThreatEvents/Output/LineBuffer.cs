using System.Buffers;
using System.Text;

namespace ThreatEvents.Output;

/// <summary>Collects whole lines, and hands them on together: one write for many lines, and never a part of one.</summary>
internal sealed class LineBuffer(IOutput output)
{
    private const int Enough = 64 * 1024;

    private readonly ArrayBufferWriter<byte> lines = new(Enough + 16 * 1024);

    /// <summary>Where the current line is written.</summary>
    public ArrayBufferWriter<byte> Line => lines;

    public void Append(string text) => Encoding.UTF8.GetBytes(text, lines);

    public void EndLine(ReadOnlySpan<byte> ending)
    {
        lines.Write(ending);
        if (lines.WrittenCount >= Enough)
            Flush();
    }

    public void Flush()
    {
        if (lines.WrittenCount == 0)
            return;

        output.Write(lines.WrittenSpan);
        lines.ResetWrittenCount();
    }
}
