namespace Kiln.Generator.Text.Prose;

/// <summary>A link or an image of Markdown: <c>[text](url "title")</c>.</summary>
/// <param name="Url">Where it leads.</param>
/// <param name="TextEnd">The index of the closing bracket.</param>
/// <param name="End">The index behind all of it.</param>
internal sealed record MarkdownLink(string Url, int TextEnd, int End)
{
    private const int MaxUrl = 2000;

    /// <summary>Reads what follows the text of a link.</summary>
    /// <param name="text">The text.</param>
    /// <param name="textEnd">The index of the closing bracket, before the opening parenthesis.</param>
    /// <returns><see langword="null"/> if it is no link.</returns>
    public static MarkdownLink? Read(string text, int textEnd)
    {
        var start = textEnd + 2;
        var isBracketed = start < text.Length && text[start] == '<';
        var depth = 0;
        for (var i = start; i < text.Length && i - start < MaxUrl; i++)
        {
            var c = text[i];
            if (c == '\n')
                return null;
            if (c == '(')
                depth++;
            else if (c == ')' && depth-- == 0 || c == ' ')
                return AfterTitle(text, i) is var end && end < 0 ? null : new(text.Substring(start, i - start).Trim('<', '>'), textEnd, end);
            else if (isBracketed && c == '>')
                depth = 0;
        }
        return null;
    }

    /// <summary>Whether a doc comment may link to a URL: one of http or https, without anything that could end the attribute or the line.</summary>
    public static bool IsSafe(string url) =>
        (url.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || url.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
        && url.Length < MaxUrl && url.IndexOf("//", StringComparison.Ordinal) + 2 < url.Length && !HasUnsafe(url);

    private static bool HasUnsafe(string url)
    {
        foreach (var c in url)
        {
            if (!IsSafe(c))
                return true;
        }
        return false;
    }

    private static bool IsSafe(char c) => c is > ' ' and <= '~' and not ('"' or '<' or '>' or '`' or '\\') || c > '~' && char.IsLetterOrDigit(c);

    // Behind a title, if there is one.
    private static int AfterTitle(string text, int i)
    {
        while (i < text.Length && text[i] == ' ')
            i++;
        if (i < text.Length && text[i] is '"' or '\'')
        {
            var line = text.IndexOf('\n', i) is var found && found < 0 ? text.Length : found;
            var title = text.IndexOf(text[i], i + 1, Math.Min(MaxUrl, line - i - 1));
            if (title < 0)
                return -1;
            for (i = title + 1; i < text.Length && text[i] == ' ';)
                i++;
        }
        return i < text.Length && text[i] == ')' ? i + 1 : -1;
    }
}
