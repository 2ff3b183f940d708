using System.Globalization;
using System.Text;

namespace Kiln.Runtime.Text;

/// <summary>
/// Makes text that a service sent safe for messages and logs: one line of bounded length, in which every character that does something instead of
/// showing something is an escape.
/// </summary>
internal static class MessageText
{
    /// <summary>The longest text that a message quotes, in UTF-16 code units; what is longer ends in <c>…</c>.</summary>
    public const int MaxLength = 200;

    private const int MaxLookedAt = 4096;

    /// <summary>The text on one line.</summary>
    /// <example>A line feed becomes <c>\n</c>, an escape character <c>\u001b</c>, an unpaired surrogate <c>\ud800</c>.</example>
    /// <param name="text">Any text. Only its beginning is looked at.</param>
    /// <param name="maxLength">The length of the result, the <c>…</c> not counted.</param>
    public static string OneLine(ReadOnlySpan<char> text, int maxLength = MaxLength)
    {
        // Nearly all texts are plain.
        if (text.Length <= maxLength && text.IndexOfAnyExceptInRange(' ', '~') < 0)
            return text.ToString();

        var line = new StringBuilder(Math.Min(text.Length, maxLength));
        while (!text.IsEmpty)
        {
            var isWhole = Rune.DecodeFromUtf16(text, out var rune, out var length) == System.Buffers.OperationStatus.Done;
            var shown = isWhole && !IsHarmful(rune) ? text[..length] : Escape(text[..length]);
            if (line.Length + shown.Length > maxLength)
                return line.Append('…').ToString();
            line.Append(shown);
            text = text[length..];
        }
        return line.ToString();
    }

    /// <summary>An absolute URL on one line, without its query and user information: messages end up in logs, and those parts may be secret.</summary>
    public static string OneLine(Uri url)
    {
        // Whose path has an encoded full stop is kept as it is written, and GetComponents refuses to give that.
        return OneLine(url.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped) + url.AbsolutePath);
    }

    /// <summary>The beginning of a body, for a message: the same, with each run of white space as one space, so that indented JSON can be read.</summary>
    public static string Excerpt(ReadOnlySpan<char> text)
    {
        text = text[..Math.Min(text.Length, MaxLookedAt)].TrimStart();
        var folded = new StringBuilder();
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c))
                folded.Append(c);
            else if (folded[^1] != ' ')
                folded.Append(' ');
        }
        return OneLine(folded.ToString().AsSpan().TrimEnd());
    }

    /// <summary>
    /// Whether a character controls a terminal, breaks a line, turns the direction of text or has no width, so that a text with it reads as another.
    /// </summary>
    public static bool IsHarmful(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is
            UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || IsIgnorable(rune.Value);

    /// <summary>
    /// The characters of other categories that Unicode calls default ignorable (Default_Ignorable_Code_Point): fillers, joiners and variation
    /// selectors, which are not seen either.
    /// </summary>
    private static bool IsIgnorable(int value) => value is
        0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or (>= 0x180B and <= 0x180F) or 0x2065 or 0x3164 or (>= 0xFE00 and <= 0xFE0F) or 0xFFA0
        or (>= 0xFFF0 and <= 0xFFF8) or (>= 0xE0000 and <= 0xE0FFF);

    private static string Escape(ReadOnlySpan<char> units)
    {
        if (units is [var unit])
        {
            switch (unit)
            {
                case '\n': return "\\n";
                case '\r': return "\\r";
                case '\t': return "\\t";
                default: return "\\u" + ((int)unit).ToString("x4", CultureInfo.InvariantCulture);
            }
        }
        var escaped = new StringBuilder();
        foreach (var one in units)
            escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)one:x4}");
        return escaped.ToString();
    }
}
