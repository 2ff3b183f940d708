namespace Kiln.Generator.Specs.Reading.Syntax;

/// <summary>
/// Unicode noncharacters, which texts for interchange do not contain, in place of what YamlDotNet must not see. Three characters end a line in YAML 1.1,
/// which it follows, but are text in YAML 1.2 and JSON. Two more stand for the line ends of <see cref="YamlRepair"/>.
/// </summary>
internal static class YamlStandIns
{
    /// <summary>Stands for nothing: keeps the positions of what follows where a text becomes shorter.</summary>
    public const char Nothing = '\uFDD3';

    /// <summary>Stands for a line end that is part of a value.</summary>
    public const char LineEnd = '\uFDD4';

    private static readonly char[] Breaks = ['\u0085', '\u2028', '\u2029'];
    private static readonly char[] StandIns = ['\uFDD0', '\uFDD1', '\uFDD2'];
    private static readonly char[] All = [.. StandIns, Nothing, LineEnd];

    public static string Hide(string text)
    {
        if (text.IndexOfAny(Breaks) < 0)
            return text;
        for (var i = 0; i < Breaks.Length; i++)
            text = text.Replace(Breaks[i], StandIns[i]);
        return text;
    }

    public static string Show(string text)
    {
        if (text.IndexOfAny(All) < 0)
            return text;
        for (var i = 0; i < StandIns.Length; i++)
            text = text.Replace(StandIns[i], Breaks[i]);
        return text.Replace(LineEnd, '\n').Replace($"{Nothing}", "");
    }
}
