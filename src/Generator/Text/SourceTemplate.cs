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
        text.Append(rest);
    }

    public void AppendFormatted(string? hole)
    {
        var line = LineStart();
        if (string.IsNullOrEmpty(hole))
        {
            holeWasEmpty = IsBlankFrom(line);
            return;
        }
        holeWasEmpty = false;

        var indent = Indent(line);
        text.Append(indent.Length == 0 ? hole : hole!.Replace("\n", "\n" + indent).Replace($"\n{indent}\n", "\n\n"));
    }

    public override readonly string ToString() => text.ToString();

    private readonly string DropLine(string rest)
    {
        text.Length = LineStart();
        var hasGapBefore = EndsWith("\n\n") || EndsWith("{\n") || text.Length == 0;
        if (hasGapBefore && rest.StartsWith("\n", StringComparison.Ordinal))
            return rest.Substring(1);
        if (EndsWith("\n\n") && rest.TrimStart(' ').StartsWith("}", StringComparison.Ordinal))
            text.Length--;
        return rest;
    }

    private readonly bool EndsWith(string end) => text.Length >= end.Length && text.ToString(text.Length - end.Length, end.Length) == end;

    private readonly int LineStart()
    {
        var start = text.Length;
        while (start > 0 && text[start - 1] != '\n')
            start--;
        return start;
    }

    private readonly bool IsBlankFrom(int start)
    {
        for (var i = start; i < text.Length; i++)
        {
            if (text[i] != ' ')
                return false;
        }
        return true;
    }

    private readonly string Indent(int start)
    {
        var end = start;
        while (end < text.Length && text[end] == ' ')
            end++;
        return text.ToString(start, end - start);
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
