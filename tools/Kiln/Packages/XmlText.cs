using System.Xml;

namespace Kiln.Tool.Packages;

/// <summary>What a person or a document says, as it can stand in a package's manifest and page.</summary>
internal static class XmlText
{
    // More is no title and no summary; nuget.org takes 4,000.
    private const int Longest = 1000;

    /// <summary>The text in one line, without what XML has no notation for.</summary>
    public static string OneLine(string text)
    {
        var cut = text.Length <= Longest ? text : text[..Longest];
        return string.Concat(cut.EnumerateRunes()
            .Select(r => r.Value == '\uFFFD' || System.Text.Rune.IsControl(r) || r.Value is '\u2028' or '\u2029' || (r.IsBmp && !XmlConvert.IsXmlChar((char)r.Value)) ? " " : r.ToString()))
            .Trim();
    }
}
