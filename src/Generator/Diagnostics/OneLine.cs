namespace Kiln.Generator.Diagnostics;

/// <summary>
/// Makes a text safe to show in a line of a terminal, a build log or a <c>#error</c>: text from a document must not begin a new line, contain control
/// sequences, or change the writing direction of the rest.
/// </summary>
internal static class OneLine
{
    /// <summary>The text with a space for each control or format character, and U+FFFD for each unpaired surrogate.</summary>
    public static string Of(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsHarmless(text, i))
                return new([.. text.Select((c, at) => IsHarmless(text, at) ? c : char.IsSurrogate(c) ? '\ufffd' : ' ')]);
        }
        return text;
    }

    private static bool IsHarmless(string text, int at) => text[at] switch
    {
        '\u061c' or '\u200e' or '\u200f' or (>= '\u2028' and <= '\u202e') or (>= '\u2066' and <= '\u2069') or '\ufeff' => false,
        >= '\ud800' and <= '\udbff' => at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]),
        >= '\udc00' and <= '\udfff' => at > 0 && char.IsHighSurrogate(text[at - 1]),
        var c => !char.IsControl(c),
    };
}
