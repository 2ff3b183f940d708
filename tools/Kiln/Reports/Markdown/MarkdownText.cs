using System.Text;
using Kiln.Generator.Diagnostics;

namespace Kiln.Tool.Reports.Markdown;

/// <summary>Puts texts of documents into Markdown as GitHub reads it, so that they are shown as they are: no markup, no links, nobody is mentioned.</summary>
internal static class MarkdownText
{
    // A description of a page length in a message would use up what a comment can hold.
    private const int Longest = 600;

    // GitHub finds mentions, issues and addresses in what the Markdown says, escaped or not; a character without width in them helps.
    private const string NoWidth = "&#8203;";

    /// <summary>A text in a sentence or a cell of a table.</summary>
    public static string Of(string text)
    {
        var escaped = new StringBuilder();
        var shown = Shortened(text);
        for (var i = 0; i < shown.Length; i++)
        {
            escaped.Append(shown[i] switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '@' => "@" + NoWidth,
                '#' => "\\#" + NoWidth,
                // Of "https://", and of "www.", but not of "Pet.name".
                ':' when shown.AsSpan(i).StartsWith("://") => ":" + NoWidth,
                '.' when i >= 3 && shown.AsSpan(i - 3, 3).Equals("www", StringComparison.OrdinalIgnoreCase) => "&#46;",
                // A list, where a line begins with it.
                '-' or '+' or '=' when i == 0 => $"\\{shown[i]}",
                '\\' or '`' or '*' or '_' or '{' or '}' or '[' or ']' or '|' or '~' or '$' or '!' => $"\\{shown[i]}",
                var c => c,
            });
        }
        return escaped.ToString();
    }

    /// <summary>A text as code. A code span of its own length of backticks holds every text.</summary>
    public static string Code(string text)
    {
        var shown = Shortened(text);
        if (shown.Trim().Length == 0)
            return "";

        var fence = Fence(shown, 1);
        return shown.StartsWith('`') || shown.EndsWith('`') ? $"{fence} {shown} {fence}" : $"{fence}{shown}{fence}";
    }

    /// <summary>Lines as a block of code in a language.</summary>
    public static string Block(string language, IEnumerable<string> lines)
    {
        var shown = lines.Select(Shortened).ToList();
        var fence = Fence(string.Join('\n', shown), 3);
        return $"{fence}{language}\n{string.Join('\n', shown)}\n{fence}\n";
    }

    // More backticks than stand together anywhere in the text.
    private static string Fence(string text, int least)
    {
        var (longest, run) = (0, 0);
        foreach (var c in text)
        {
            run = c == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }
        return new('`', Math.Max(least, longest + 1));
    }

    private static string Shortened(string text)
    {
        var line = OneLine.Of(text);
        if (line.Length <= Longest)
            return line;
        return (char.IsHighSurrogate(line[Longest - 1]) ? line[..(Longest - 1)] : line[..Longest]) + "…";
    }
}
