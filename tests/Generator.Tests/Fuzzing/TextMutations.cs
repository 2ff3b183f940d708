using Kiln.Generator.Tests.Hostile;

namespace Kiln.Generator.Tests.Fuzzing;

/// <summary>Damages a document as a text.</summary>
internal sealed class TextMutations(Random random)
{
    private static readonly string[] Pieces =
    [
        " ", "  ", "\n", "\r\n", "\r", "\t", ":", ": ", "-", "- ", "{", "}", "[", "]", "{}", "[]", "\"", "'", "\\", "|", "|+\n", ">", "&a ", "*a", "!!int ", "!!binary ", "!<x> ", "!include x", "%YAML 1.1\n", "#", "?", "<<: ",
        "---\n", "...\n", "\0", "\u2028", "\u0085", "\ud800", "\\ud800", "null", "~", "true", "yes", "0x1F", "0o17", ".inf", "-.INF", ".nan", "1e999", "-99999999999999999999", "1_000", "2001-12-14", "$ref: ", "\"$ref\":", "'#'",
        "allOf: ", "type: ", "@", "`", ",", "\uFEFF", "\uFFFF", "😀",
    ];

    private static readonly string[] Numbers = ["0", "-1", "1e400", "99999999999999999999999", ".nan", "'12'", "1.10", "\"\"", "null", "1.5", "-0"];

    /// <summary>The text with one damage.</summary>
    public string Apply(string text)
    {
        var at = random.Next(text.Length + 1);
        return random.Next(12) switch
        {
            0 => text.Remove(at, Math.Min(random.Next(1, 12), text.Length - at)),
            1 or 2 => text.Insert(at, Pick(Pieces)),
            3 => text[..at],
            4 => at < text.Length ? string.Concat(text.AsSpan(0, at), $"{(char)random.Next(0, 0x180)}", text.AsSpan(at + 1)) : text,
            5 => text.Insert(at, Pick(HostileTexts.All)),
            6 => Number(text, at),
            _ => Lines(text),
        };
    }

    private string Lines(string text)
    {
        var lines = text.Split('\n').ToList();
        var (from, count) = Stretch(lines);
        var to = random.Next(lines.Count);
        switch (random.Next(6))
        {
            case 0:
                lines.RemoveRange(from, count);
                break;
            case 1:
                lines.InsertRange(to, lines.GetRange(from, count));
                break;
            case 2:
                var moved = lines.GetRange(from, count);
                lines.RemoveRange(from, count);
                lines.InsertRange(Math.Min(to, lines.Count), moved);
                break;
            case 3:
                for (var i = from; i < from + count; i++)
                    lines[i] = new string(' ', random.Next(1, 5)) + lines[i];
                break;
            case 4:
                for (var i = from; i < from + count; i++)
                    lines[i] = lines[i].StartsWith("  ", StringComparison.Ordinal) ? lines[i][2..] : lines[i].TrimStart();
                break;
            default:
                (lines[from], lines[to]) = (lines[to], lines[from]);
                break;
        }
        return string.Join('\n', lines);
    }

    private (int From, int Count) Stretch(List<string> lines)
    {
        var from = random.Next(lines.Count);
        return (from, Math.Min(random.Next(1, 8), lines.Count - from));
    }

    private string Number(string text, int at)
    {
        var start = text.IndexOfAny("0123456789".ToCharArray(), at);
        if (start < 0)
            return text;

        var end = start;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
            end++;
        return string.Concat(text.AsSpan(0, start), Pick(Numbers), text.AsSpan(end));
    }

    private string Pick(IReadOnlyList<string> items) => items[random.Next(items.Count)];
}
