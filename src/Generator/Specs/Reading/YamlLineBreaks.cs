namespace Kiln.Generator.Specs.Reading;

/// <summary>
/// Hides three characters from YamlDotNet that end a line in YAML 1.1, which it follows, but are text in YAML 1.2 and JSON. They are
/// replaced by Unicode noncharacters, which texts for interchange do not contain, and restored afterwards.
/// </summary>
internal static class YamlLineBreaks
{
    private static readonly char[] Breaks = ['\u0085', '\u2028', '\u2029'];
    private static readonly char[] StandIns = ['\uFDD0', '\uFDD1', '\uFDD2'];

    public static string Hide(string text) => Swap(text, Breaks, StandIns);

    public static string Show(string text) => Swap(text, StandIns, Breaks);

    private static string Swap(string text, char[] from, char[] to)
    {
        if (text.IndexOfAny(from) < 0)
            return text;

        for (var i = 0; i < from.Length; i++)
            text = text.Replace(from[i], to[i]);
        return text;
    }
}
