using System.Globalization;
using System.Text.RegularExpressions;

namespace Kiln.Tool.Tests.Diff;

/// <summary>A strict <c>patch</c>: applies a unified diff of one file, and refuses one whose numbers, context or marks are not exact.</summary>
internal static partial class PatchApplier
{
    public static string Apply(string oldText, string diff)
    {
        var old = SplitLines(oldText);
        var lines = SplitLines(diff).Select(line => line.TrimEnd('\n')).ToArray();
        Require(lines.Length > 2 && lines[0].StartsWith("--- ", StringComparison.Ordinal) && lines[1].StartsWith("+++ ", StringComparison.Ordinal), "two file names");

        var result = new List<string>();
        var oldLine = 0;
        for (var i = 2; i < lines.Length;)
        {
            var header = HunkHeader().Match(lines[i++]);
            Require(header.Success, "a hunk's header");
            var (oldStart, oldCount) = Range(header, "old");
            var (newStart, newCount) = Range(header, "new");
            Require(oldStart >= oldLine, "hunks in order");
            result.AddRange(old[oldLine..oldStart]);
            oldLine = oldStart;
            Require(result.Count == newStart, "the new text's line number");

            var newEnd = newStart + newCount;
            while (i < lines.Length && !lines[i].StartsWith('@'))
            {
                var (mark, line) = (lines[i][0], lines[i][1..]);
                i++;
                var isEnded = i == lines.Length || lines[i] != "\\ No newline at end of file";
                if (isEnded)
                    line += "\n";
                else
                    i++;

                if (mark is ' ' or '-')
                    Require(old[oldLine++] == line, "the old text's line");
                if (mark is ' ' or '+')
                    result.Add(line);
                Require(mark is ' ' or '-' or '+', "a known mark");
            }
            Require(oldLine == oldStart + oldCount && result.Count == newEnd, "the hunk's counts");
        }
        result.AddRange(old[oldLine..]);
        Require(result.SkipLast(1).All(line => line.EndsWith('\n')), "a line without an end only at the end");
        return string.Concat(result);
    }

    private static (int Start, int Count) Range(Match header, string side)
    {
        var start = int.Parse(header.Groups[$"{side}Start"].Value, CultureInfo.InvariantCulture);
        var count = header.Groups[$"{side}Count"] is { Success: true } group ? int.Parse(group.Value, CultureInfo.InvariantCulture) : 1;
        return (count == 0 ? start : start - 1, count);
    }

    private static string[] SplitLines(string text) => [.. NewlineEnded().Matches(text).Select(match => match.Value)];

    private static void Require(bool condition, string what)
    {
        if (!condition)
            throw new FormatException($"The diff lacks {what}.");
    }

    [GeneratedRegex(@"^@@ -(?<oldStart>\d+)(,(?<oldCount>\d+))? \+(?<newStart>\d+)(,(?<newCount>\d+))? @@$")]
    private static partial Regex HunkHeader();

    [GeneratedRegex(@"[^\n]*\n|[^\n]+$")]
    private static partial Regex NewlineEnded();
}
