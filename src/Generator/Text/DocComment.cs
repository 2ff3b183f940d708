using System.Text;

namespace Kiln.Generator.Text;

/// <summary>Writes the document's prose into XML doc comments.</summary>
internal static class DocComment
{
    private const int Width = 120;

    /// <summary>An element on one line if it fits, else with its tags on lines of their own.</summary>
    /// <param name="open">The opening tag without its brackets: <c>param name="body"</c>.</param>
    /// <param name="text">Prose, not yet escaped; its line ends are kept, and long lines are wrapped.</param>
    public static string Element(string open, string text)
    {
        var space = open.IndexOf(' ');
        var close = space < 0 ? open : open.Substring(0, space);
        if (text.Length + open.Length + close.Length + 9 <= Width && text.IndexOf('\n') < 0 && IsPlain(text) && text.IndexOf('`') < 0)
            return $"/// <{open}>{text}</{close}>";

        var lines = text.Split('\n').SelectMany(l => Wrap(Escape(l))).Select(Code).ToList();
        if (lines.Count == 1 && lines[0].Length + open.Length + close.Length + 9 <= Width)
            return $"/// <{open}>{lines[0]}</{close}>";

        return $"/// <{open}>\n{string.Concat(lines.Select(l => $"/// {l}".TrimEnd() + "\n"))}/// </{close}>";
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

    // Markdown's `code` is what descriptions use (OpenAPI 3.0.3, "Rich Text Formatting"); IntelliSense knows <c>.
    private static string Code(string line)
    {
        if (line.IndexOf('`') < 0)
            return line;

        var parts = line.Split('`');
        if (parts.Length % 2 == 0 || parts.Any(p => p.Length == 0 && parts.Length > 1 && p != parts[0] && p != parts[parts.Length - 1]))
            return line;

        return string.Concat(parts.Select((part, i) => i % 2 == 0 ? part : $"<c>{part}</c>"));
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

    private static IEnumerable<string> Wrap(string line)
    {
        var start = 0;
        while (line.Length - start > Width)
        {
            var space = line.LastIndexOf(' ', start + Width, Width);
            if (space < 0)
                space = line.IndexOf(' ', start + Width);
            if (space < 0)
                break;

            yield return line.Substring(start, space - start).TrimEnd();
            for (start = space + 1; start < line.Length && char.IsWhiteSpace(line[start]);)
                start++;
        }
        yield return line.Substring(start);
    }
}
