using Kiln.Generator.Changes.Findings;
using Kiln.Tool.Reports;
using Kiln.Tool.Reports.Text;

namespace Kiln.Tool.Tests.Reports;

public class TextReportTests
{
    [Fact]
    public void Lines_fit_a_terminal()
    {
        var lines = TextReport.Write(SampleReports.Many(20), false).Split('\n');

        Assert.All(lines, line => Assert.InRange(line.Length, 0, 100));
    }

    [Fact]
    public void Colours_add_nothing_but_colours()
    {
        var coloured = TextReport.Write(SampleReports.Pets, true);

        Assert.Contains("\u001b[1;31mbreaking\u001b[m", coloured, StringComparison.Ordinal);
        Assert.Equal(TextReport.Write(SampleReports.Pets, false), System.Text.RegularExpressions.Regex.Replace(coloured, "\u001b\\[[0-9;]*m", ""));
    }

    [Fact]
    public void Texts_of_a_document_are_no_commands_of_a_terminal_or_a_log()
    {
        var text = TextReport.Write(SampleReports.Hostile, false);

        Assert.DoesNotContain(text, c => c != '\n' && char.IsControl(c) || c is '\u202e' or '\u2066' or '\u2028');
        Assert.DoesNotContain("##", text, StringComparison.Ordinal);
        Assert.All(text.Split('\n'), line => Assert.False(line.TrimStart().StartsWith("::", StringComparison.Ordinal), line));
    }

    [Fact]
    public void A_long_place_has_a_line_of_its_own()
    {
        var file = string.Join('/', Enumerable.Repeat("folder", 20)) + "/pets.yaml";
        var report = SampleReports.Pets with { Findings = [new("type-changed", FindingSeverity.Breaking, "m") { New = new(file, 3, 5, 3, 9) }] };

        Assert.Contains($"breaking  type-changed\n          {file}(3,5)\n          m\n", TextReport.Write(report, false), StringComparison.Ordinal);
        Assert.Contains($"\n          \u001b[2m{file}(3,5)\u001b[m\n", TextReport.Write(report, true), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 10, "")]
    [InlineData("one two", 10, "one two")]
    [InlineData("one two three", 10, "one two|three")]
    [InlineData("one-word-that-is-long two", 10, "one-word-that-is-long|two")]
    [InlineData("one  two   three four", 10, "one  two|three four")]
    public void Sentences_are_wrapped_between_words(string text, int width, string lines) =>
        Assert.Equal(lines.Split('|'), LineWrapper.Wrap(text, width));
}
