using Kiln.Generator.Diagnostics;
using Kiln.Tool.Reports;

namespace Kiln.Tool.Tests.Reports;

/// <summary>A document of the sample, in which places are found by their text.</summary>
internal sealed class SampleSide(string label, string file, string text)
{
    private readonly string[] lines = text.ReplaceLineEndings("\n").Split('\n');

    public ReportSide Side => new(label, file) { Lines = name => name == file ? lines : [] };

    /// <summary>The place of a text, which stands in one line, after the first line that contains another text.</summary>
    public SourceLocation At(string after, string text)
    {
        var first = Array.FindIndex(lines, l => l.Contains(after, StringComparison.Ordinal));
        var line = Array.FindIndex(lines, first, l => l.Contains(text, StringComparison.Ordinal));
        var column = lines[line].IndexOf(text, StringComparison.Ordinal);
        return new(file, line + 1, column + 1, line + 1, column + 1 + text.Length);
    }
}
