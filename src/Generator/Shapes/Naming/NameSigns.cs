using System.Globalization;

namespace Kiln.Generator.Shapes.Naming;

/// <summary>The words for signs. Some are always a part of a name, the others only where two names would be the same without them.</summary>
internal static class NameSigns
{
    // Signs that mean something in themselves, such as GitHub's reactions "+1" and "-1".
    private static readonly Dictionary<char, string> Meaningful = new()
    {
        ['+'] = "Plus", ['<'] = "Less", ['>'] = "Greater", ['='] = "Equal", ['%'] = "Percent", ['&'] = "And", ['*'] = "Star", ['!'] = "Not", ['~'] = "Tilde",
    };

    // Signs that mostly separate words or decorate a name.
    private static readonly Dictionary<char, string> Separating = new()
    {
        ['-'] = "Dash", ['_'] = "Underscore", [' '] = "Space", ['.'] = "Dot", ['/'] = "Slash", ['\\'] = "Backslash", [':'] = "Colon", [';'] = "Semicolon",
        [','] = "Comma", ['@'] = "At", ['$'] = "Dollar", ['#'] = "Hash", ['^'] = "Caret", ['|'] = "Pipe", ['?'] = "Question", ['\''] = "Quote",
        ['"'] = "DoubleQuote", ['`'] = "Backtick", ['('] = "Parenthesis", [')'] = "", ['['] = "Bracket", [']'] = "", ['{'] = "Brace", ['}'] = "",
    };

    /// <summary>The word for a sign that is always a part of a name; <see langword="null"/> for any other character.</summary>
    public static string? Always(string text, int i) =>
        IsMinus(text, i) ? "Minus" : Meaningful.TryGetValue(text[i], out var word) ? word : null;

    /// <summary>The word for any sign: its own, or its code point.</summary>
    /// <param name="text">The text.</param>
    /// <param name="i">The index of the sign; of a surrogate pair, that of its first half, which is moved to the second.</param>
    public static string Any(string text, ref int i)
    {
        if (Always(text, i) is { } always)
            return always;
        if (Separating.TryGetValue(text[i], out var word))
            return word;
        var isPair = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
        var point = isPair ? char.ConvertToUtf32(text[i], text[++i]) : text[i];
        return "U" + point.ToString("X4", CultureInfo.InvariantCulture);
    }

    // Before a name it changes what the name means: "-price" is the other direction of "price".
    private static bool IsMinus(string text, int i) => i == 0 && text[0] == '-' && text.Length > 1 && Identifiers.IsPart(text[1]);
}
