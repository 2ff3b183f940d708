using System.Runtime.CompilerServices;
using System.Text;

namespace Kiln.Generator.Text;

/// <summary>
/// Fills raw-string templates that look like their output: a hole of several lines is indented to the column where it stands,
/// and an empty hole on a line of its own takes the line with it, and the blank line that parted it from its neighbours.
/// </summary>
/// <example><c>Source.Of($"""class X { {members} }""")</c></example>
[InterpolatedStringHandler]
internal ref struct SourceTemplate
{
    private readonly StringBuilder text;
    private int lineStart;
    private bool holeWasEmpty;

    public SourceTemplate(int literalLength, int formattedCount)
    {
        _ = formattedCount;
        text = new(literalLength * 2);
    }

    public void AppendLiteral(string literal)
    {
        // Templates are checked out with either line end.
        var rest = literal.Replace("\r\n", "\n");
        if (holeWasEmpty && rest.Length > 0 && rest[0] == '\n')
            rest = DropLine(rest.Substring(1));
        holeWasEmpty = false;
        Append(rest);
    }

    public void AppendFormatted(string? hole)
    {
        if (string.IsNullOrEmpty(hole))
        {
            holeWasEmpty = IsBlankFrom(lineStart);
            return;
        }
        holeWasEmpty = false;

        var indent = IndentWidth();
        if (indent == 0)
            Append(hole!);
        else
            AppendIndented(hole!, indent);
    }

    public override readonly string ToString() => text.ToString();

    private void Append(string more)
    {
        text.Append(more);
        if (more.LastIndexOf('\n') is >= 0 and var end)
            lineStart = text.Length - (more.Length - end - 1);
    }

    // A line without anything stays so.
    private void AppendIndented(string hole, int indent)
    {
        var start = 0;
        while (hole.IndexOf('\n', start) is >= 0 and var end)
        {
            text.Append(hole, start, end + 1 - start);
            lineStart = text.Length;
            start = end + 1;
            if (start >= hole.Length || hole[start] != '\n')
                text.Append(' ', indent);
        }
        text.Append(hole, start, hole.Length - start);
    }

    private string DropLine(string rest)
    {
        text.Length = lineStart;
        var hasGapBefore = EndsWith("\n\n") || EndsWith("{\n") || text.Length == 0;
        if (hasGapBefore && rest.StartsWith("\n", StringComparison.Ordinal))
            return rest.Substring(1);
        if (EndsWith("\n\n") && rest.TrimStart(' ').StartsWith("}", StringComparison.Ordinal))
            lineStart = --text.Length;
        return rest;
    }

    private readonly bool EndsWith(string end) => text.Length >= end.Length && text.ToString(text.Length - end.Length, end.Length) == end;

    private readonly bool IsBlankFrom(int start)
    {
        for (var i = start; i < text.Length; i++)
        {
            if (text[i] != ' ')
                return false;
        }
        return true;
    }

    private readonly int IndentWidth()
    {
        var end = lineStart;
        while (end < text.Length && text[end] == ' ')
            end++;
        return end - lineStart;
    }
}

/// <summary>Makes source text from <see cref="SourceTemplate"/>s.</summary>
internal static class Source
{
    /// <summary>The filled template.</summary>
    public static string Of(SourceTemplate template) => template.ToString();

    /// <summary>Members with a blank line between each two; empty ones are left out.</summary>
    public static string Members(IEnumerable<string> members) => string.Join("\n\n", members.Where(m => m.Length > 0));

    /// <summary>Lines one below the other; empty ones are left out.</summary>
    public static string Lines(IEnumerable<string> lines) => string.Join("\n", lines.Where(l => l.Length > 0));
}
