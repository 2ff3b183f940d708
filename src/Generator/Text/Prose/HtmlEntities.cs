using System.Globalization;

namespace Kiln.Generator.Text.Prose;

/// <summary>Reads the character references of HTML that descriptions use.</summary>
internal static class HtmlEntities
{
    private const int MaxLength = 10;

    private static readonly Dictionary<string, string> Named = new(StringComparer.Ordinal)
    {
        ["amp"] = "&", ["lt"] = "<", ["gt"] = ">", ["quot"] = "\"", ["apos"] = "'", ["nbsp"] = " ", ["ensp"] = " ", ["emsp"] = " ", ["thinsp"] = " ", ["shy"] = "",
        ["ndash"] = "–", ["mdash"] = "—", ["hellip"] = "…", ["lsquo"] = "‘", ["rsquo"] = "’", ["ldquo"] = "“", ["rdquo"] = "”", ["laquo"] = "«", ["raquo"] = "»", ["bull"] = "•",
        ["middot"] = "·", ["times"] = "×", ["plusmn"] = "±", ["le"] = "≤", ["ge"] = "≥", ["ne"] = "≠", ["larr"] = "←", ["rarr"] = "→", ["deg"] = "°", ["micro"] = "µ", ["euro"] = "€", ["pound"] = "£",
        ["cent"] = "¢", ["yen"] = "¥", ["copy"] = "©", ["reg"] = "®", ["trade"] = "™", ["sect"] = "§", ["para"] = "¶", ["auml"] = "ä", ["ouml"] = "ö", ["uuml"] = "ü", ["Auml"] = "Ä", ["Ouml"] = "Ö",
        ["Uuml"] = "Ü", ["szlig"] = "ß", ["eacute"] = "é", ["egrave"] = "è", ["agrave"] = "à", ["ccedil"] = "ç", ["ntilde"] = "ñ", ["lbrace"] = "{", ["rbrace"] = "}", ["ast"] = "*", ["num"] = "#",
    };

    /// <summary>The text of the reference that begins at an index; <see langword="null"/> for none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">The index of the ampersand.</param>
    /// <param name="end">Where it ends.</param>
    public static string? Read(string text, int start, out int end)
    {
        end = text.IndexOf(';', start, Math.Min(MaxLength, text.Length - start)) + 1;
        if (end - start < 4)
            return null;
        var name = text.Substring(start + 1, end - start - 2);
        return name[0] == '#' ? Numbered(name.Substring(1)) : Named.TryGetValue(name, out var named) ? named : null;
    }

    /// <summary>A text with the characters that its references stand for.</summary>
    public static string Decode(string text)
    {
        if (text.IndexOf('&') < 0)
            return text;

        var decoded = new System.Text.StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '&' && Read(text, i, out var end) is { } character)
            {
                decoded.Append(character);
                i = end - 1;
            }
            else
            {
                decoded.Append(text[i]);
            }
        }
        return decoded.ToString();
    }

    private static string? Numbered(string number)
    {
        var isHex = number.Length > 0 && number[0] is 'x' or 'X';
        if (!int.TryParse(isHex ? number.Substring(1) : number, isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var code))
            return null;
        return code is < 0 or > 0x10ffff or (>= 0xd800 and <= 0xdfff) ? null : code < ' ' ? " " : char.ConvertFromUtf32(code);
    }
}
