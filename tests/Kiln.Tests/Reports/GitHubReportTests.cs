using Kiln.Generator.Changes.Findings;
using Kiln.Tool.Reports;
using Kiln.Tool.Reports.GitHub;

namespace Kiln.Tool.Tests.Reports;

public class GitHubReportTests
{
    [Theory]
    [InlineData(10, 10, false)]
    [InlineData(11, 10, true)]
    [InlineData(500, 10, true)]
    public void A_level_has_no_more_annotations_than_GitHub_shows(int count, int annotations, bool isCut)
    {
        var lines = Lines(SampleReports.Many(count));

        Assert.Equal(annotations, lines.Count(l => l.StartsWith("::error ", StringComparison.Ordinal)));
        Assert.Equal(isCut, lines.Contains($"::error title=kiln diff::{count - 9} more findings of severity breaking: GitHub shows 10 annotations of a level."));
    }

    [Fact]
    public void Each_level_has_its_own_limit()
    {
        var report = SampleReports.Many(12) with { Findings = [.. SampleReports.Many(12).Findings, .. SampleReports.Many(12, FindingSeverity.Warning).Findings, .. SampleReports.Many(12, FindingSeverity.Info).Findings] };

        var lines = Lines(report);

        Assert.All(["::error ", "::warning ", "::notice "], level => Assert.Equal(10, lines.Count(l => l.StartsWith(level, StringComparison.Ordinal))));
    }

    [Fact]
    public void Texts_do_not_end_a_command()
    {
        var lines = Lines(SampleReports.Hostile);

        Assert.All(lines[..^1], line => Assert.StartsWith("::error ", line, StringComparison.Ordinal));
        Assert.Equal("13 findings: 13 breaking, 0 warning, 0 info.", lines[^1]);
    }

    [Fact]
    public void Properties_and_messages_are_escaped_as_the_runner_reads_them() => Assert.Equal(
        "::error file=a%3Ab%2Cc%25d%0Ae,line=3::x:y,z%25%0D%0A",
        WorkflowCommand.Of("error", [("file", "a:b,c%d\ne"), WorkflowCommand.Property("line", 3)], "x:y,z%\r\n"));

    private static string[] Lines(FindingReport report) => GitHubReport.Write(report).TrimEnd('\n').Split('\n');
}
