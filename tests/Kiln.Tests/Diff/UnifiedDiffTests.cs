using CsCheck;
using Kiln.Tool.Diff;

namespace Kiln.Tool.Tests.Diff;

public class UnifiedDiffTests
{
    // Few different lines, so that texts share some; lines that look like the format's own, and ends of other systems.
    private static readonly Gen<string> Line = Gen.OneOf("a", "b", "c", "", "}", "-- x", "++ y", "@@ -1 +1 @@", "\\ No newline", "\r", "e\u2028f", "\u00e9");

    private static readonly Gen<string> Text =
        from lines in Line.Array[0, 40]
        from isEnded in Gen.Bool
        select string.Join('\n', lines) + (isEnded && lines.Length > 0 ? "\n" : "");

    // Two texts that are mostly the same, with hunks far enough apart to be several.
    private static readonly Gen<(string, string)> Edited =
        from lines in Gen.Int[0, 5].Array[0, 120]
        from edits in Gen.Select(Gen.Int[0, 120], Gen.Int[0, 3], Line.Array[0, 3]).Array[0, 4]
        from isOldEnded in Gen.Bool
        from isNewEnded in Gen.Bool
        select Edit([.. lines.Select(n => $"line {n}")], edits, isOldEnded, isNewEnded);

    [Fact]
    public void Applied_to_the_old_text_it_gives_the_new_one() =>
        Gen.Select(Text, Text).Sample(AppliesBothWays, iter: TestForm.Count(full: 20_000, sample: 3_000));

    [Fact]
    public void Applied_to_a_long_text_with_a_few_edits_it_gives_the_new_one() =>
        Edited.Sample(AppliesBothWays, iter: 5_000);

    [Fact]
    public void Added_and_removed_files_apply() => Text.Where(text => text.Length > 0).Sample(text =>
        PatchApplier.Apply("", Diff(null, "", "spec/X", text)) == text
        && PatchApplier.Apply(text, Diff("pinned/X", text, null, "")).Length == 0);

    [Fact]
    public void A_hunk_shows_three_lines_around_a_change()
    {
        var old = string.Concat(Enumerable.Range(1, 9).Select(n => $"{n}\n"));

        Assert.Equal(
            """
            --- pinned/X
            +++ spec/X
            @@ -2,7 +2,7 @@
             2
             3
             4
            -5
            +five
             6
             7
             8

            """,
            Diff("pinned/X", old, "spec/X", old.Replace("5", "five", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(6, 1)]
    [InlineData(7, 2)]
    public void Changes_share_a_hunk_while_their_context_touches(int linesBetween, int hunks)
    {
        var between = string.Concat(Enumerable.Repeat("same\n", linesBetween));

        var diff = UnifiedDiff.Lines("pinned/X", $"a\n{between}b\n", "spec/X", $"A\n{between}B\n");

        Assert.Equal(hunks, diff.Count(line => line.Kind == DiffLineKind.Hunk));
    }

    [Fact]
    public void A_missing_last_line_end_is_told() =>
        Assert.Equal(
            """
            --- pinned/X
            +++ spec/X
            @@ -1 +1 @@
            -a
            \ No newline at end of file
            +a

            """,
            Diff("pinned/X", "a", "spec/X", "a\n"));

    [Fact]
    public void Added_and_removed_files_are_dev_null()
    {
        Assert.Equal("--- /dev/null\n+++ spec/X\n@@ -0,0 +1,2 @@\n+a\n+b\n", Diff(null, "", "spec/X", "a\nb\n"));
        Assert.Equal("--- pinned/X\n+++ /dev/null\n@@ -1 +0,0 @@\n-a\n", Diff("pinned/X", "a\n", null, ""));
    }

    [Fact]
    public void A_name_with_a_space_ends_in_a_tab() =>
        Assert.StartsWith("--- pinned/a b\t\n+++ spec/c\n", Diff("pinned/a b", "1\n", "spec/c", "2\n"), StringComparison.Ordinal);

    private static bool AppliesBothWays((string Old, string New) texts)
    {
        var (old, @new) = texts;
        var diff = Diff("pinned/X", old, "spec/X", @new);
        if (old == @new)
            return diff.Length == 0;

        return PatchApplier.Apply(old, diff) == @new
            && PatchApplier.Apply(@new, Diff("spec/X", @new, "pinned/X", old)) == old;
    }

    private static string Diff(string? oldName, string oldText, string? newName, string newText) =>
        string.Concat(UnifiedDiff.Lines(oldName, oldText, newName, newText).Select(line => line.Text + "\n"));

    private static (string, string) Edit(List<string> lines, (int At, int Removed, string[] Added)[] edits, bool isOldEnded, bool isNewEnded)
    {
        var old = Join(lines, isOldEnded);
        foreach (var (at, removed, added) in edits)
        {
            var start = Math.Min(at, lines.Count);
            lines.RemoveRange(start, Math.Min(removed, lines.Count - start));
            lines.InsertRange(start, added);
        }
        return (old, Join(lines, isNewEnded));
    }

    private static string Join(List<string> lines, bool isEnded) => string.Join('\n', lines) + (isEnded && lines.Count > 0 ? "\n" : "");
}
