namespace Kiln.Generator.Specs.Reading.Syntax;

/// <summary>Walks a YAML text token by token, as far as is needed to know what quotes, brackets and <c>#</c> mean at each position.</summary>
internal sealed class YamlOutlineScanner(string text, YamlOutline outline)
{
    private const char EndOfText = '\0';

    private int offset;
    private int lineStart;

    // The column of the innermost key or "-" so far: what belongs to it is indented by more.
    private int parentColumn = -1;

    // The column of a scalar that becomes a key if a ":" follows; negative if there is none.
    private int scalarColumn = -1;

    // Whether a "#" here begins a comment, also without white space before it, as after a closing quote.
    private bool isAfterToken = true;

    public void Scan()
    {
        BeginLine(0);
        while (offset < text.Length)
            ScanToken();
    }

    private char Current => At(offset);

    private int Column => offset - lineStart;

    private char At(int index) => index < text.Length ? text[index] : EndOfText;

    private void ScanToken()
    {
        switch (Current)
        {
            case '\n' or '\r':
                offset += Current == '\r' && At(offset + 1) == '\n' ? 2 : 1;
                BeginLine(offset);
                break;
            case ' ' or '\t':
                offset++;
                isAfterToken = true;
                break;
            case '#' when isAfterToken:
                SkipComment();
                break;
            case '"' or '\'':
                SkipQuoted(Current);
                break;
            case '[' or '{':
                outline.Open(Current, offset++);
                isAfterToken = true;
                break;
            case ']' or '}':
                outline.Close(Current, offset++);
                isAfterToken = true;
                break;
            case ',' when outline.IsInBrackets:
                offset++;
                isAfterToken = true;
                break;
            case '&' or '*' or '!':
                SkipProperty();
                break;
            case '|' or '>' when !outline.IsInBrackets:
                SkipBlockScalar();
                break;
            case '-' or '?' when IsEndOfToken(offset + 1):
                if (!outline.IsInBrackets)
                    parentColumn = Column;
                offset++;
                isAfterToken = true;
                break;
            case ':' when IsEndOfToken(offset + 1) || (isAfterToken && outline.IsInBrackets):
                if (!outline.IsInBrackets && scalarColumn >= 0)
                    parentColumn = scalarColumn;
                offset++;
                isAfterToken = true;
                break;
            default:
                SkipPlain();
                break;
        }
    }

    private void BeginLine(int start)
    {
        lineStart = start;
        scalarColumn = -1;
        isAfterToken = true;
        if (outline.IsInBrackets)
            return;

        var indent = start;
        while (At(indent) is ' ' or '\t')
            indent++;
        if (At(indent) is '\n' or '\r' or EndOfText)
            return;
        var tab = text.IndexOf('\t', start, indent - start);
        if (tab >= 0)
            outline.AddIndentingTab(tab);
        // "---" and "..." end whatever is open.
        if (indent == start && (StartsWith("---") || StartsWith("...")))
        {
            parentColumn = -1;
            offset = start + 3;
        }
        else if (indent == start && At(start) == '%')
            SkipLine();
    }

    private bool StartsWith(string marker) => string.CompareOrdinal(text, lineStart, marker, 0, 3) == 0 && IsEndOfToken(lineStart + 3);

    private void SkipLine()
    {
        while (Current is not ('\n' or '\r' or EndOfText))
            offset++;
        // A NUL within the text ends nothing.
        if (Current == EndOfText && offset < text.Length)
            offset++;
    }

    private void SkipComment()
    {
        var start = offset;
        SkipLine();
        outline.AddComment(start, offset);
    }

    private void SkipQuoted(char quote)
    {
        var start = offset;
        if (scalarColumn < 0)
            scalarColumn = Column;
        var isMultiLine = false;
        for (offset++; offset < text.Length; offset++)
        {
            if (Current == '\\' && quote == '"')
            {
                offset++;
                isMultiLine |= Current is '\n' or '\r';
            }
            else if (Current == quote)
            {
                if (quote == '"' || At(offset + 1) != quote)
                    break;
                offset++;
            }
            else
                isMultiLine |= Current is '\n' or '\r';
        }
        if (offset >= text.Length)
        {
            offset = text.Length;
            outline.AddUnclosedQuote(start);
            return;
        }

        offset++;
        isAfterToken = true;
        if (!isMultiLine)
            return;
        outline.AddMultiLineQuote(start, offset);
        lineStart = text.LastIndexOfAny(['\n', '\r'], offset - 1) + 1;
    }

    // An anchor, an alias or a tag; what follows is still the beginning of a value.
    private void SkipProperty()
    {
        if (scalarColumn < 0)
            scalarColumn = Column;
        while (Current is not (' ' or '\t' or '\n' or '\r' or EndOfText) && !(outline.IsInBrackets && Current is ',' or ']' or '}'))
            offset++;
        if (Current == EndOfText && offset < text.Length)
            offset++;
    }

    private void SkipBlockScalar()
    {
        SkipLine();
        while (offset < text.Length)
        {
            var next = offset + (Current == '\r' && At(offset + 1) == '\n' ? 2 : 1);
            var indent = next;
            while (At(indent) == ' ')
                indent++;
            var isBlank = At(indent) is '\n' or '\r' || indent >= text.Length;
            if (!isBlank && indent - next <= parentColumn)
                return;
            offset = indent;
            SkipLine();
        }
    }

    private void SkipPlain()
    {
        var column = Column;
        if (scalarColumn < 0)
            scalarColumn = column;
        SkipPlainLine();
        // A key ends here; a value continues on the lines that are indented by more than its key, and have no meaning of their own.
        if (outline.IsInBrackets || Current == ':')
            return;
        while (Current is '\n' or '\r')
        {
            var next = offset + (Current == '\r' && At(offset + 1) == '\n' ? 2 : 1);
            var indent = next;
            while (At(indent) is ' ')
                indent++;
            if (At(indent) is '\n' or '\r')
            {
                offset = indent;
                continue;
            }
            if (indent - next <= parentColumn || At(indent) is '#' or '\t' or EndOfText || IsKeyAhead(indent))
                return;
            offset = indent;
            SkipPlainLine();
        }
    }

    /// <summary>Skips a plain scalar up to what ends it on its line.</summary>
    private void SkipPlainLine()
    {
        isAfterToken = false;
        do
        {
            offset++;
            if (Current is '\n' or '\r' || (outline.IsInBrackets && Current is ',' or '[' or ']' or '{' or '}'))
                return;
            if ((Current == ':' && IsEndOfToken(offset + 1)) || (Current == '#' && At(offset - 1) is ' ' or '\t'))
            {
                isAfterToken = true;
                return;
            }
        }
        while (offset < text.Length);
    }

    // In a valid text a value does not contain a key, so the line begins something else that is indented by mistake.
    private bool IsKeyAhead(int start)
    {
        for (var i = start; At(i) is not ('\n' or '\r') && i < text.Length; i++)
        {
            if (text[i] == ':' && IsEndOfToken(i + 1))
                return true;
            if (text[i] == '#' && i > start && text[i - 1] == ' ')
                return false;
        }
        return false;
    }

    private bool IsEndOfToken(int index) =>
        At(index) is ' ' or '\t' or '\n' or '\r' || index >= text.Length || (outline.IsInBrackets && text[index] is ',' or '[' or ']' or '{' or '}');
}
