using System.Text.RegularExpressions;
using Kiln.Generator.Changes.Findings;
using Kiln.Tool.Reports;
using Kiln.Tool.Reports.Markdown;

namespace Kiln.Tool.Tests.Reports;

public partial class MarkdownReportTests
{
    [Theory]
    [InlineData(100, false)]
    [InlineData(1_000, true)]
    [InlineData(20_000, true)]
    public void A_comment_holds_what_GitHub_takes_and_says_what_is_left_out(int count, bool isCut)
    {
        var text = MarkdownReport.Write(SampleReports.Many(count));

        var shown = Item().Count(text);
        var left = LeftOut().Match(text) is { Success: true } match ? int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) : 0;
        Assert.Equal(isCut, left > 0);
        Assert.Equal(count, shown + left);
        Assert.InRange(text.Length, isCut ? MarkdownReport.Limit - 2_000 : 1, MarkdownReport.Limit);
        Assert.Equal(Open().Count(text), Close().Count(text));
    }

    [Fact]
    public void The_most_severe_are_kept()
    {
        var report = SampleReports.Many(1_000, FindingSeverity.Info);
        report = report with { Findings = [.. report.Findings, .. SampleReports.Many(3).Findings] };

        var text = MarkdownReport.Write(report);

        Assert.Contains("<b>Breaking (3)</b>", text, StringComparison.Ordinal);
        Assert.Contains("The value 'sold' was removed (1)  \n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_text_is_cut()
    {
        var report = SampleReports.Pets with { Findings = [new("type-changed", FindingSeverity.Breaking, new string('x', 100_000)) { OldCode = new string('y', 100_000), Member = "M" }] };

        var text = MarkdownReport.Write(report);

        Assert.InRange(text.Length, 1_200, 3_000);
        Assert.Contains("xxx…", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a <b> & c", "a &lt;b&gt; &amp; c")]
    [InlineData("@everyone #12", "@&#8203;everyone \\#&#8203;12")]
    [InlineData("see https://a.example and www.b.example", "see https:&#8203;//a.example and www&#46;b.example")]
    [InlineData("[a](b) *c* _d_ `e` ~f~ |", "\\[a\\](b) \\*c\\* \\_d\\_ \\`e\\` \\~f\\~ \\|")]
    [InlineData("- a - b", "\\- a - b")]
    [InlineData("a\nb\u001b[1m", "a b \\[1m")]
    public void Texts_are_not_markup(string text, string expected) => Assert.Equal(expected, MarkdownText.Of(text));

    [Theory]
    [InlineData("a", "`a`")]
    [InlineData("a `b` c", "``a `b` c``")]
    [InlineData("`a``", "``` `a`` ```")]
    [InlineData("a|b", "`a|b`")]
    public void Code_holds_backticks(string text, string expected) => Assert.Equal(expected, MarkdownText.Code(text));

    [Fact]
    public void A_block_of_code_holds_the_end_of_a_block() =>
        Assert.Equal("````diff\n- ```\n+ b c\n````\n", MarkdownText.Block("diff", ["- ```", "+ b\nc"]));

    [GeneratedRegex("^- ", RegexOptions.Multiline)]
    private static partial Regex Item();

    [GeneratedRegex(@"\*\*(\d+) findings left out\*\*")]
    private static partial Regex LeftOut();

    [GeneratedRegex("<details")]
    private static partial Regex Open();

    [GeneratedRegex("</details>")]
    private static partial Regex Close();
}
