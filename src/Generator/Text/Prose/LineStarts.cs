namespace Kiln.Generator.Text.Prose;

/// <summary>Reads what a line of Markdown begins with: a list, a heading, a quotation, a table, code between fences.</summary>
internal sealed class LineStarts(string text, ProseBuilder builder)
{
    private bool isAfterBlank;
    private bool isInQuote;
    private bool isInTable;
    private bool isRow;
    private bool isHeading;
    private List? list;

    /// <summary>Reads the start of a line.</summary>
    /// <param name="i">The index of the line; afterwards that of its text, or of the next line.</param>
    /// <returns>Whether the whole line was read.</returns>
    public bool Read(ref int i)
    {
        var start = SkipSpaces(i);
        var indent = start - i;
        if (IsLineEnd(start))
            return EndParagraph(ref i, start);

        while (IsQuote(start))
        {
            if (!isInQuote)
                builder.EndBlock();
            isInQuote = true;
            start = SkipSpaces(start + 1);
            if (IsLineEnd(start))
                return EndParagraph(ref i, start, staysInQuote: true);
        }

        if (ReadFence(ref i, start) || ReadRule(ref i, start))
            return true;
        i = start;
        var isText = !ReadHeading(ref i) && !ReadBullet(ref i) && !ReadNumber(ref i);
        var isTable = isText && text[i] == '|';
        if (isTable != isInTable)
            builder.EndBlock();
        isInTable = isRow = isTable;
        if (isTable)
            i++;
        else if (isText && isAfterBlank && list is not null)
            ContinueList(indent);
        isAfterBlank = false;
        return false;
    }

    /// <summary>Ends a line that was read as text.</summary>
    public void EndLine()
    {
        if (isHeading)
            builder.EndBlock();
        else if (isRow)
            builder.Break();
        else
            builder.EndLine();
        isHeading = isRow = false;
    }

    /// <summary>Whether there is nothing behind the last bar of a table's row.</summary>
    public bool IsRowEnd(int i) => isRow && IsLineEnd(SkipSpaces(i + 1));

    private bool EndParagraph(ref int i, int lineEnd, bool staysInQuote = false)
    {
        builder.EndBlock();
        isAfterBlank = true;
        isInQuote = staysInQuote;
        isInTable = false;
        i = Math.Min(lineEnd + 1, text.Length);
        return true;
    }

    private void ContinueList(int indent)
    {
        if (indent >= 2)
            builder.ResumeItem();
        else
            list = null;
    }

    private bool ReadFence(ref int i, int start)
    {
        var count = RunAt(start);
        if (text[start] is not ('`' or '~') || count < 3)
            return false;
        var lineEnd = LineEnd(start);
        if (text[start] == '`' && text.IndexOf('`', start + count, lineEnd - start - count) >= 0)
            return false;

        var lines = new List<string>();
        var next = lineEnd + 1;
        for (; next < text.Length; next = lineEnd + 1)
        {
            lineEnd = LineEnd(next);
            var line = text.Substring(next, lineEnd - next).TrimEnd();
            if (line.TrimStart() is var fence && fence.Length >= count && fence.Trim(text[start]).Length == 0)
            {
                next = lineEnd + 1;
                break;
            }
            lines.Add(line);
        }
        builder.AddCode(lines);
        list = null;
        i = Math.Min(next, text.Length);
        return true;
    }

    // A rule, the underline of a heading, or what separates the head of a table from its rows.
    private bool ReadRule(ref int i, int start)
    {
        var end = LineEnd(start);
        var marks = 0;
        for (var at = start; at < end; at++)
        {
            if ("-=*_:|".IndexOf(text[at]) >= 0)
                marks++;
            else if (!char.IsWhiteSpace(text[at]))
                return false;
        }
        var isTable = text.IndexOf('|', start, end - start) >= 0;
        if (marks < 3 || !isTable && (text.IndexOf(':', start, end - start) >= 0 || RunAt(start) != marks && !IsSpaced(start, end)) || isTable && text.IndexOf("--", start, end - start, StringComparison.Ordinal) < 0)
            return false;

        if (!isTable)
            builder.EndBlock();
        i = Math.Min(end + 1, text.Length);
        return true;
    }

    // - - -
    private bool IsSpaced(int start, int end)
    {
        for (var at = start; at < end; at++)
        {
            if (text[at] != text[start] && !char.IsWhiteSpace(text[at]))
                return false;
        }
        return text[start] != '=';
    }

    private bool ReadHeading(ref int i)
    {
        var count = RunAt(i);
        if (text[i] != '#' || count > 6 || !IsSpace(i + count))
            return false;
        builder.EndBlock();
        list = null;
        isHeading = true;
        i = SkipSpaces(i + count);
        return true;
    }

    // Some escape the asterisk, so that it is seen.
    private bool ReadBullet(ref int i)
    {
        var mark = text[i] == '\\' && i + 1 < text.Length && text[i + 1] == '*' ? i + 1 : i;
        if ("-*+•".IndexOf(text[mark]) < 0 || !IsSpace(mark + 1))
            return false;
        StartItem(new(IsNumbered: false, 0));
        i = SkipSpaces(mark + 1);
        return true;
    }

    private bool ReadNumber(ref int i)
    {
        var end = i;
        while (end < text.Length && end - i < 3 && text[end] is >= '0' and <= '9')
            end++;
        if (end == i || end == text.Length || text[end] is not ('.' or ')') || !IsSpace(end + 1))
            return false;
        // A list begins with 1, and other numbers are text.
        var number = int.Parse(text.Substring(i, end - i), System.Globalization.CultureInfo.InvariantCulture);
        if (number != (list is { IsNumbered: true } open ? open.Last + 1 : 1))
            return false;
        StartItem(new(IsNumbered: true, number));
        i = SkipSpaces(end + 1);
        return true;
    }

    private void StartItem(List started)
    {
        list = started;
        builder.StartItem(started.IsNumbered);
    }

    private bool IsQuote(int i) => i < text.Length && text[i] == '>' && (IsSpace(i + 1) || IsLineEnd(i + 1) || text[i + 1] is '>' or '*' or '-' && IsSpace(i + 2));

    private bool IsSpace(int i) => i < text.Length && text[i] is ' ' or '\t';

    private bool IsLineEnd(int i) => i >= text.Length || text[i] == '\n' || text[i] == '\r' && IsLineEnd(i + 1);

    private int SkipSpaces(int i)
    {
        while (IsSpace(i))
            i++;
        return i;
    }

    private int LineEnd(int i) => text.IndexOf('\n', i) is var end && end < 0 ? text.Length : end;

    private int RunAt(int start)
    {
        var end = start;
        while (end < text.Length && text[end] == text[start])
            end++;
        return end - start;
    }

    private sealed record List(bool IsNumbered, int Last);
}
