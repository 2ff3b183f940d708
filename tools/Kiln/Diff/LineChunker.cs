using DiffPlex;

namespace Kiln.Tool.Diff;

/// <summary>Cuts text behind each <c>\n</c>. The line end stays on the line, so that a last line without one differs from the same line with one, as in <c>diff</c>.</summary>
internal sealed class LineChunker : IChunker
{
    public static LineChunker Instance { get; } = new();

    public IReadOnlyList<string> Chunk(string text)
    {
        var lines = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var newline = text.IndexOf('\n', start);
            var end = newline < 0 ? text.Length : newline + 1;
            lines.Add(text[start..end]);
            start = end;
        }
        return lines;
    }
}
