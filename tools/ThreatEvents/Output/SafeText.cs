using System.Globalization;
using System.Text;

namespace ThreatEvents.Output;

/// <summary>Makes text safe to show: file names and command lines on an attacked machine are the attacker's own words.</summary>
internal static class SafeText
{
    /// <summary>
    /// True for characters that do something instead of showing something: escape sequences for the terminal, other kinds of
    /// line breaks, and marks that turn the direction of text so that <c>exe.fdp</c> reads <c>pdf.exe</c>. All are in the basic plane.
    /// </summary>
    public static bool IsHarmful(Rune rune) =>
        Rune.IsControl(rune) || rune.Value is 0x061C or 0x200E or 0x200F or (>= 0x2028 and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0xFEFF;

    /// <summary>The text on one line, with an escape in place of each harmful character.</summary>
    /// <example><c>a␛[31mb</c> becomes <c>a\u001b[31mb</c>, a line break becomes <c>\n</c>.</example>
    public static string OneLine(string text) => Escape(text, keepLines: false);

    /// <summary>The same for a message, whose own line breaks stay.</summary>
    public static string Of(string message) => Escape(message, keepLines: true);

    private static string Escape(string text, bool keepLines)
    {
        if (!NeedsEscape(text, keepLines))
            return text;

        var safe = new StringBuilder(text.Length + 16);
        foreach (var rune in text.EnumerateRunes())
        {
            if (!IsEscaped(rune, keepLines))
                safe.Append(rune.ToString());
            else
                safe.Append(EscapeOf(rune));
        }

        return safe.ToString();
    }

    private static bool NeedsEscape(string text, bool keepLines)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            // Half a surrogate pair reads as U+FFFD here, and is written as that.
            if (IsEscaped(rune, keepLines) || rune == Rune.ReplacementChar)
                return true;
        }

        return false;
    }

    private static bool IsEscaped(Rune rune, bool keepLines) => IsHarmful(rune) && !(keepLines && rune.Value is '\n' or '\r');

    private static string EscapeOf(Rune rune) => rune.Value switch
    {
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        var other => string.Create(CultureInfo.InvariantCulture, $"\\u{other:x4}"),
    };
}
