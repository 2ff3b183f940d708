using Kiln.Generator.Diagnostics;

namespace Kiln.Generator.Specs.Tree;

/// <summary>A document's path and line starts: converts offsets to lines and columns only when they are needed.</summary>
internal sealed class SpecLines
{
    private readonly List<int> starts = [0];

    /// <param name="file">The document's path.</param>
    /// <param name="text">Its text, whose lines end in <c>\n</c>, <c>\r\n</c> or <c>\r</c>.</param>
    public SpecLines(string file, string text)
    {
        File = file;
        for (var at = text.IndexOfAny(LineEnds); at >= 0; at = text.IndexOfAny(LineEnds, at))
        {
            at += text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 2 : 1;
            starts.Add(at);
        }
    }

    private static readonly char[] LineEnds = ['\n', '\r'];

    public string File { get; }

    /// <summary>The location from one offset to another.</summary>
    public SourceLocation Location(int start, int end)
    {
        var (line, column) = Position(start);
        var (endLine, endColumn) = Position(end);
        return new SourceLocation(File, line, column, endLine, endColumn);
    }

    private (int Line, int Column) Position(int offset)
    {
        var found = starts.BinarySearch(offset);
        var line = found >= 0 ? found : ~found - 1;
        return (line + 1, offset - starts[line] + 1);
    }
}
