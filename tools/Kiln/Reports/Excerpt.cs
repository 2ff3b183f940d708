using Kiln.Generator.Diagnostics;

namespace Kiln.Tool.Reports;

/// <summary>The lines of a document around a place.</summary>
/// <param name="Lines">In their order, the place's own among them.</param>
internal sealed record Excerpt(IReadOnlyList<ExcerptLine> Lines)
{
    private const int Around = 3;

    // A document in one line is common; a screen shows no more of it than this.
    private const int Width = 160;

    private const char Cut = '…';

    /// <summary>The excerpt of a place; <see langword="null"/> where the document's text is not known.</summary>
    public static Excerpt? Of(ReportSide? side, SourceLocation? place)
    {
        if (side is null || place is null || side.Lines(place.File) is not { Count: > 0 } lines || place.Line > lines.Count)
            return null;

        var first = Math.Max(place.Line - Around, 1);
        var last = Math.Min(place.Line + Around, lines.Count);
        // Of a long line, what is around the place.
        var start = lines[place.Line - 1].Length > Width ? Math.Clamp(place.Column - 1 - Width / 4, 0, lines[place.Line - 1].Length - Width) : 0;
        return new([.. Enumerable.Range(first, last - first + 1).Select(n => new ExcerptLine(n, Shown(lines[n - 1], n == place.Line ? start : 0), n == place.Line))]);
    }

    private static string Shown(string line, int start)
    {
        var end = Math.Min(line.Length, start + Width);
        // Not between the halves of a character.
        if (start > 0 && char.IsLowSurrogate(line[start]))
            start--;
        if (end < line.Length && char.IsLowSurrogate(line[end]))
            end++;
        var text = OneLine.Of(line[start..end]);
        return $"{(start > 0 ? Cut : "")}{text}{(end < line.Length ? Cut : "")}".TrimEnd();
    }
}

/// <summary>One line of an excerpt.</summary>
/// <param name="Number">Its number in the document.</param>
/// <param name="Text">What it says, without its end, cut where it is long.</param>
/// <param name="IsPlace">Whether it is the line of the place.</param>
internal sealed record ExcerptLine(int Number, string Text, bool IsPlace);
