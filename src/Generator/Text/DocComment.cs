using System.Text;
using Kiln.Generator.Text.Prose;

namespace Kiln.Generator.Text;

/// <summary>Writes the document's prose into XML doc comments.</summary>
internal static class DocComment
{
    private const int Width = 120;

    // The slashes, brackets and spaces around a text on one line.
    private const int Tags = 9;

    // A space within a tag, where no line ends. It is no character of XML, so that no text has it.
    private const char TagSpace = '\u0001';

    /// <summary>An element on one line if it fits, else with its tags on lines of their own.</summary>
    /// <param name="open">The opening tag without its brackets: <c>param name="body"</c>.</param>
    /// <param name="text">Markdown or HTML, not yet escaped; its lines are filled anew.</param>
    /// <param name="sentence">What follows the text, whatever that is.</param>
    public static string Element(string open, string text, string? sentence = null)
    {
        var space = open.IndexOf(' ');
        var close = space < 0 ? open : open.Substring(0, space);
        if (OneLine(open, close, text, sentence) is { } simple)
            return simple;

        var lines = new List<string>();
        var isText = Write(Blocks(text, sentence), lines);
        if (isText && lines.Count <= 1 && (lines.Count == 0 ? 0 : lines[0].Length) + open.Length + close.Length + Tags <= Width)
            return $"/// <{open}>{string.Concat(lines)}</{close}>";

        var element = new StringBuilder("/// <").Append(open).Append(">\n");
        foreach (var line in lines)
            element.Append(line.Length > 0 ? "/// " : "///").Append(line).Append('\n');
        return element.Append("/// </").Append(close).Append('>').ToString();
    }

    /// <summary>Code within prose, which stays code whatever it contains.</summary>
    /// <example><c>`x`</c> for <c>x</c>; more backticks for one that contains some.</example>
    public static string Code(string code)
    {
        if (code.IndexOf('`') < 0)
            return $"`{code}`";

        int longest = 0, run = 0;
        foreach (var c in code)
        {
            run = c == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }
        var fence = new string('`', longest + 1);
        return $"{fence} {code} {fence}";
    }

    /// <summary>Prose as XML text without anything that ends a line for C#, turns the direction of what follows, or is no character of XML 1.0.</summary>
    public static string Escape(string text)
    {
        if (IsPlain(text))
            return text;

        var escaped = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var isPair = char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            if (isPair)
                escaped.Append(c).Append(text[++i]);
            else
                AppendCharacter(escaped, c);
        }
        return escaped.ToString();
    }

    private static string? OneLine(string open, string close, string text, string? sentence)
    {
        if (text.Length + open.Length + close.Length > Width)
            return null;
        var line = new StringBuilder("/// <", Width).Append(open).Append('>');
        if (!SimpleProse.TryAppend(line, text) || sentence is not null && !SimpleProse.TryAppend(line.Append(IsStop(text[text.Length - 1]) ? " " : ". "), sentence))
            return null;
        return line.Length + close.Length + 3 <= Width ? line.Append("</").Append(close).Append('>').ToString() : null;
    }

    private static IReadOnlyList<ProseBlock> Blocks(string text, string? sentence)
    {
        var blocks = ProseReader.Read(text);
        // What is markup alone says more as it is than not at all.
        if (blocks.Count == 0 && text.Trim() is { Length: > 0 } raw)
            blocks = [new Paragraph([new PlainText(raw)])];
        if (sentence is null || ProseReader.Read(sentence) is not [Paragraph added])
            return blocks;

        return blocks is [Paragraph { Tokens: var tokens }] && !HasBreak(tokens)
            ? [new Paragraph([.. tokens, new PlainText(EndsSentence(tokens) ? " " : ". "), .. added.Tokens])]
            : [.. blocks, added];
    }

    private static bool HasBreak(IReadOnlyList<ProseToken> tokens)
    {
        foreach (var token in tokens)
        {
            if (token is LineBreak)
                return true;
        }
        return false;
    }

    private static bool EndsSentence(IReadOnlyList<ProseToken> tokens) =>
        tokens[tokens.Count - 1] is PlainText { Text: var text } && text.TrimEnd() is var last && IsStop(last[last.Length - 1]);

    private static bool IsStop(char c) => c is '.' or '!' or '?' or ':';

    /// <summary>Writes the lines of some blocks.</summary>
    /// <returns>Whether they are a single paragraph, or nothing.</returns>
    private static bool Write(IReadOnlyList<ProseBlock> blocks, List<string> lines)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            switch (blocks[i])
            {
                case Paragraph paragraph:
                    // The first paragraph needs no tag of its own.
                    Write(paragraph.Tokens, i == 0 ? "" : "para", lines);
                    break;
                case ListItem item:
                    if (!IsSameList(i - 1, item))
                        lines.Add(item.IsNumbered ? "<list type=\"number\">" : "<list type=\"bullet\">");
                    Write(item.Tokens, "item", lines);
                    if (!IsSameList(i + 1, item))
                        lines.Add("</list>");
                    break;
                case CodeBlock code:
                    lines.Add("<code>");
                    foreach (var line in code.Lines)
                        lines.Add(Escape(line).TrimEnd());
                    lines.Add("</code>");
                    break;
            }
        }
        return blocks is [] or [Paragraph];

        bool IsSameList(int index, ListItem item) => index >= 0 && index < blocks.Count && blocks[index] is ListItem other && other.IsNumbered == item.IsNumbered;
    }

    private static void Write(IReadOnlyList<ProseToken> tokens, string element, List<string> lines)
    {
        var own = InlineXml.Lines(tokens, TagSpace);
        for (var line = 0; line < own.Count; line++)
        {
            var start = line == 0 && element.Length > 0 ? $"<{element}>" : "";
            var end = line == own.Count - 1 && element.Length > 0 ? $"</{element}>" : "";
            Wrap(start + own[line] + end, lines);
        }
    }

    private static bool IsPlain(string text)
    {
        foreach (var c in text)
        {
            if (c is < ' ' or > '~' or '&' or '<' or '>')
                return false;
        }
        return true;
    }

    private static void AppendCharacter(StringBuilder text, char c)
    {
        switch (c)
        {
            case '&':
                text.Append("&amp;");
                break;
            case '<':
                text.Append("&lt;");
                break;
            case '>':
                text.Append("&gt;");
                break;
            case '\t' or '\u0085' or '\u2028' or '\u2029':
                text.Append(' ');
                break;
            case < ' ' or (>= '\u007f' and <= '\u009f') or '\ufffe' or '\uffff':
            case >= '\u202a' and <= '\u202e' or >= '\u2066' and <= '\u2069' or '\u200e' or '\u200f' or '\u061c':
            case >= '\ud800' and <= '\udfff':
                text.Append('\ufffd');
                break;
            default:
                text.Append(c);
                break;
        }
    }

    private static void Wrap(string line, List<string> lines)
    {
        var start = 0;
        while (line.Length - start > Width)
        {
            var space = line.LastIndexOf(' ', start + Width, Width);
            if (space < 0)
                space = line.IndexOf(' ', start + Width);
            if (space < 0)
                break;

            lines.Add(line.Substring(start, space - start).TrimEnd().Replace(TagSpace, ' '));
            for (start = space + 1; start < line.Length && char.IsWhiteSpace(line[start]);)
                start++;
        }
        lines.Add(line.Substring(start).Replace(TagSpace, ' '));
    }
}
