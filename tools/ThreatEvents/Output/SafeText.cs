using System.Buffers;
using System.Text;
using Kiln.Runtime.Text;

namespace ThreatEvents.Output;

/// <summary>Makes text safe to show: file names and command lines on an attacked machine, and all that a service answers, are somebody else's words.</summary>
internal static class SafeText
{
    /// <summary>What text of several lines and columns is made of, and nothing that has to be looked at.</summary>
    private static readonly SearchValues<char> Plain = SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(c => (char)c), '\t', '\r', '\n']);

    /// <summary>
    /// True for characters that do something instead of showing something, or that nobody sees: escape sequences for the terminal, line breaks,
    /// marks that turn the direction of text so that <c>exe.fdp</c> reads <c>pdf.exe</c>, and characters without a width.
    /// </summary>
    public static bool IsHarmful(Rune rune) => MessageText.IsHarmful(rune);

    /// <summary>The text on one line, with an escape in place of each harmful character.</summary>
    /// <example><c>a␛[31mb</c> becomes <c>a\u001b[31mb</c>, a line break becomes <c>\n</c>.</example>
    /// <param name="text">Any text.</param>
    /// <param name="maxLength">The most characters of the result; what is longer is cut, and ends in <c>…</c>.</param>
    public static string OneLine(string text, int maxLength = int.MaxValue) =>
        text.Length <= maxLength && !text.AsSpan().ContainsAnyExceptInRange(' ', '~') ? text : MessageText.OneLine(text, maxLength);

    /// <summary>The same, with its tabs, carriage returns and line feeds: for a format that keeps them within a value.</summary>
    public static string Lines(string text)
    {
        if (!text.AsSpan().ContainsAnyExcept(Plain))
            return text;

        var lines = new StringBuilder(text.Length);
        foreach (var range in text.AsSpan().SplitAny('\t', '\r', '\n'))
        {
            lines.Append(MessageText.OneLine(text.AsSpan()[range], int.MaxValue));
            if (range.End.Value < text.Length)
                lines.Append(text[range.End.Value]);
        }

        return lines.ToString();
    }

    /// <summary>What a message quotes of a text that is not the user's own: the beginning of it, on one line, with each run of white space as one space.</summary>
    public static string Excerpt(string text) => MessageText.Excerpt(text);
}
