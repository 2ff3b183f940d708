namespace Kiln.Generator.Text.Prose;

/// <summary>
/// Reads descriptions, which are Markdown with HTML (OpenAPI 3.0.3, "Rich Text Formatting"), or plain text that happens to look a little like it. What doc
/// comments cannot show is left out; what may be plain text stays as it is. The work grows with the length of the text only.
/// </summary>
internal sealed class ProseReader
{
    private const int MaxLinkText = 1000;

    private const string EscapableMarks = "*_[]<>`#|~";

    private static readonly char[] Marks = ['\n', '\r', '\\', '`', '*', '_', '!', '[', ']', '<', '&', '|'];

    private readonly string text;
    private readonly ProseBuilder builder = new();
    private readonly LineStarts lineStarts;
    private readonly NextOccurrence linkTextEnds;
    private readonly NextOccurrence blankLines;
    private HtmlReader? html;

    private ProseReader(string text)
    {
        this.text = text;
        lineStarts = new(text, builder);
        linkTextEnds = new(text, "](");
        blankLines = new(text, "\n\n");
    }

    /// <summary>The blocks of a description; none if it has no text.</summary>
    public static IReadOnlyList<ProseBlock> Read(string text)
    {
        // Most descriptions are a sentence.
        if (text.Length > 0 && char.IsLetter(text[0]) && text.IndexOfAny(Marks) < 0)
            return [new Paragraph([new PlainText(text.TrimEnd())])];

        var reader = new ProseReader(text);
        reader.ReadAll();
        return reader.builder.Blocks;
    }

    private void ReadAll()
    {
        MarkdownLink? link = null;
        var isLineStart = true;
        for (var i = 0; i < text.Length;)
        {
            if (link is not null && i >= link.TextEnd)
            {
                builder.EndLink();
                i = Math.Max(i, link.End);
                link = null;
                continue;
            }

            if (isLineStart && lineStarts.Read(ref i))
                continue;
            isLineStart = false;
            if (i == text.Length)
                break;

            switch (text[i])
            {
                case '\n':
                    lineStarts.EndLine();
                    isLineStart = link is null;
                    i++;
                    break;
                case '\r':
                    i++;
                    break;
                case '\\' when i + 1 < text.Length && EscapableMarks.IndexOf(text[i + 1]) >= 0:
                    builder.Append(text[i + 1]);
                    i += 2;
                    break;
                case '`':
                    ReadCode(ref i);
                    break;
                case '*' or '_':
                    ReadEmphasis(ref i);
                    break;
                case '!' when i + 1 < text.Length && text[i + 1] == '[' && LinkAt(i + 1) is { } image:
                    builder.Append(text, i + 2, image.TextEnd);
                    i = image.End;
                    break;
                case '[' when !builder.IsInLink && link is null && LinkAt(i) is { } found:
                    link = found;
                    if (MarkdownLink.IsSafe(found.Url))
                        builder.StartLink(found.Url);
                    i++;
                    break;
                case '<' when (html ??= new(text, builder)).Read(ref i):
                    break;
                case '&' when HtmlEntities.Read(text, i, out var end) is { } character:
                    builder.Append(character);
                    i = end;
                    break;
                case '|' when lineStarts.IsRowEnd(i):
                    i++;
                    break;
                default:
                    ReadPlain(ref i, link);
                    break;
            }
        }
        builder.EndBlock();
    }

    // All to the next mark; a mark that means nothing is text itself.
    private void ReadPlain(ref int i, MarkdownLink? link)
    {
        var end = text.IndexOfAny(Marks, i + 1);
        if (end < 0)
            end = text.Length;
        if (link is not null)
            end = Math.Min(end, Math.Max(link.TextEnd, i + 1));
        builder.Append(text, i, end);
        i = end;
    }

    private void ReadEmphasis(ref int i)
    {
        var count = RunAt(i);
        var mark = Emphasis.Read(text, i, count);
        if (mark.CanOpen || mark.CanClose)
            builder.Add(mark);
        else
            builder.Append(text, i, i + count);
        i += count;
    }

    // It ends with as many backticks as it begins with, and in the same paragraph.
    private void ReadCode(ref int i)
    {
        var count = RunAt(i);
        var paragraphEnd = blankLines.From(i) is var blank && blank < 0 ? text.Length : blank;
        for (var end = i + count; end < paragraphEnd && (end = text.IndexOf('`', end, paragraphEnd - end)) >= 0;)
        {
            var closing = RunAt(end);
            if (closing == count)
            {
                var code = text.Substring(i + count, end - i - count).Replace('\n', ' ');
                builder.Add(new InlineCode(code.Length > 2 && code[0] == ' ' && code[code.Length - 1] == ' ' ? code.Substring(1, code.Length - 2) : code));
                i = end + count;
                return;
            }
            end += closing;
        }
        builder.Append(text, i, i + count);
        i += count;
    }

    private int RunAt(int start)
    {
        var end = start;
        while (end < text.Length && text[end] == text[start])
            end++;
        return end - start;
    }

    // The innermost bracket is the link's.
    private MarkdownLink? LinkAt(int start)
    {
        var end = linkTextEnds.From(start + 1);
        if (end < 0 || end - start > MaxLinkText || text.IndexOf('[', start + 1, end - start - 1) >= 0 || text.IndexOf("\n\n", start, end - start, StringComparison.Ordinal) >= 0)
            return null;
        return MarkdownLink.Read(text, end);
    }
}
