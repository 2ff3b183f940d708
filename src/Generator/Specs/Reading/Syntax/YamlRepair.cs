using System.Text.RegularExpressions;

namespace Kiln.Generator.Specs.Reading.Syntax;

/// <summary>Changes a text that YamlDotNet rejects and other parsers accept. No line moves, and no column of what is not blank.</summary>
internal static class YamlRepair
{
    private static readonly Regex BlankLine = new(@"(?<=^|[\r\n])[ \t]+(?=[\r\n]|$)", RegexOptions.CultureInvariant);

    /// <summary>
    /// The text without the white space on blank lines: YamlDotNet rejects a block scalar whose blank lines have more spaces than its text is indented by,
    /// which large public documents contain. Otherwise these spaces are content of a block scalar.
    /// </summary>
    public static string TrimBlankLines(string text) => BlankLine.Replace(text, "");

    /// <summary>
    /// The text with each collection in brackets, and each text in quotes, on one line, and without comments that follow a quote or a bracket immediately:
    /// YamlDotNet rejects these, and lines within brackets and quotes that are indented no more than their key.
    /// </summary>
    public static string JoinLines(string text, YamlOutline outline)
    {
        if (outline is { MultiLineQuotes.Count: 0, Collections.Count: 0, Comments.Count: 0 })
            return text;

        var joined = text.ToCharArray();
        var collections = 0;
        foreach (var comment in outline.Comments)
        {
            while (collections < outline.Collections.Count && outline.Collections[collections].End <= comment.Start)
                collections++;
            var isInBrackets = collections < outline.Collections.Count && outline.Collections[collections].Start < comment.Start;
            if (isInBrackets || (comment.Start > 0 && joined[comment.Start - 1] is not (' ' or '\t' or '\n' or '\r')))
                Fill(joined, comment.Start, comment.End, ' ');
        }
        foreach (var quoted in outline.MultiLineQuotes)
            JoinQuoted(joined, quoted.Start + 1, quoted.End - 1, joined[quoted.Start]);
        foreach (var collection in outline.Collections)
            JoinCollection(joined, collection.Start, collection.End);
        return new string(joined);
    }

    private static void JoinQuoted(char[] text, int start, int end, char quote)
    {
        for (var i = start; i < end; i++)
        {
            if (text[i] == '\\' && quote == '"')
            {
                // An escaped line end is no space.
                if (text[i + 1] is '\n' or '\r')
                    i = Fold(text, i, EndOfWhiteSpace(text, i + 1, end), between: YamlStandIns.Nothing) - 1;
                else
                    i++;
            }
            else if (IsWhiteSpace(text[i]))
                i = Fold(text, i, EndOfWhiteSpace(text, i, end), between: ' ') - 1;
        }
    }

    private static void JoinCollection(char[] text, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (!IsWhiteSpace(text[i]))
                continue;
            var next = EndOfWhiteSpace(text, i, end);
            // Between two words is a value that continues; anywhere else white space has no meaning.
            if (text[i - 1] is '[' or '{' or ',' or ':' or '"' or '\'' or ']' or '}' || next >= end || text[next] is ']' or '}' or ',' or ':' or '#' or '"' or '\'' or '[' or '{')
                Fill(text, i, next, ' ');
            else
                Fold(text, i, next, between: ' ');
            i = next - 1;
        }
    }

    /// <summary>Writes white space with line ends as what it means within a value: one is a space, and each blank line is a line end. Returns its end.</summary>
    private static int Fold(char[] text, int start, int end, char between)
    {
        var lineEnds = 0;
        for (var i = start; i < end; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 >= end || text[i + 1] != '\n')))
                lineEnds++;
        }
        if (lineEnds == 0)
            return end;

        Fill(text, start, end, YamlStandIns.Nothing);
        if (lineEnds == 1)
            text[start] = between;
        else
            Fill(text, start, start + lineEnds - 1, YamlStandIns.LineEnd);
        return end;
    }

    private static int EndOfWhiteSpace(char[] text, int start, int end)
    {
        while (start < end && IsWhiteSpace(text[start]))
            start++;
        return start;
    }

    private static bool IsWhiteSpace(char c) => c is ' ' or '\t' or '\n' or '\r';

    private static void Fill(char[] text, int start, int end, char with)
    {
        for (var i = start; i < end; i++)
            text[i] = with;
    }
}
