using System.Buffers;
using System.Runtime.CompilerServices;

namespace Kiln.Generator.Text;

/// <summary>
/// Fills raw-string templates that look like their output: a hole of several lines is indented to the column where it stands,
/// and an empty hole on a line of its own takes the line with it, and the blank line that parted it from its neighbours.
/// </summary>
/// <example><c>Source.Of($"""class X { {members} }""")</c></example>
[InterpolatedStringHandler]
internal ref struct SourceTemplate
{
    // Templates stand in templates: a builder for each would be more garbage than text.
    private char[] text;
    private int length;
    private int lineStart;
    private bool holeWasEmpty;

    public SourceTemplate(int literalLength, int formattedCount)
    {
        _ = formattedCount;
        text = ArrayPool<char>.Shared.Rent(literalLength * 2 + 64);
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

    /// <summary>The filled template, which is not filled any further.</summary>
    public string Finish()
    {
        var filled = new string(text, 0, length);
        ArrayPool<char>.Shared.Return(text);
        text = [];
        length = 0;
        return filled;
    }

    private void Append(string more)
    {
        Append(more, 0, more.Length);
        if (more.LastIndexOf('\n') is >= 0 and var end)
            lineStart = length - (more.Length - end - 1);
    }

    // A line without anything stays so.
    private void AppendIndented(string hole, int indent)
    {
        var start = 0;
        while (hole.IndexOf('\n', start) is >= 0 and var end)
        {
            Append(hole, start, end + 1 - start);
            lineStart = length;
            start = end + 1;
            if (start >= hole.Length || hole[start] != '\n')
                AppendSpaces(indent);
        }
        Append(hole, start, hole.Length - start);
    }

    private void Append(string more, int start, int count)
    {
        Grow(count);
        more.CopyTo(start, text, length, count);
        length += count;
    }

    private void AppendSpaces(int count)
    {
        Grow(count);
        text.AsSpan(length, count).Fill(' ');
        length += count;
    }

    private void Grow(int more)
    {
        if (length + more <= text.Length)
            return;
        var larger = ArrayPool<char>.Shared.Rent(Math.Max(length + more, text.Length * 2));
        Array.Copy(text, larger, length);
        ArrayPool<char>.Shared.Return(text);
        text = larger;
    }

    private string DropLine(string rest)
    {
        length = lineStart;
        var hasGapBefore = EndsWith("\n\n") || EndsWith("{\n") || length == 0;
        if (hasGapBefore && rest.StartsWith("\n", StringComparison.Ordinal))
            return rest.Substring(1);
        if (EndsWith("\n\n") && rest.TrimStart(' ').StartsWith("}", StringComparison.Ordinal))
            lineStart = --length;
        return rest;
    }

    private readonly bool EndsWith(string end) => text.AsSpan(0, length).EndsWith(end.AsSpan(), StringComparison.Ordinal);

    private readonly bool IsBlankFrom(int start)
    {
        for (var i = start; i < length; i++)
        {
            if (text[i] != ' ')
                return false;
        }
        return true;
    }

    private readonly int IndentWidth()
    {
        var end = lineStart;
        while (end < length && text[end] == ' ')
            end++;
        return end - lineStart;
    }
}

/// <summary>Makes source text from <see cref="SourceTemplate"/>s.</summary>
internal static class Source
{
    /// <summary>The filled template.</summary>
    public static string Of(SourceTemplate template) => template.Finish();

    /// <summary>Members with a blank line between each two; empty ones are left out.</summary>
    public static string Members(IEnumerable<string> members) => string.Join("\n\n", members.Where(m => m.Length > 0));

    /// <summary>Lines one below the other; empty ones are left out.</summary>
    public static string Lines(IEnumerable<string> lines) => string.Join("\n", lines.Where(l => l.Length > 0));
}
