using ThreatEvents.CommandLine;
using ThreatEvents.Tests.Support;

namespace ThreatEvents.Tests.CommandLine;

public sealed class HelpTests
{
    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("-?")]
    public async Task Tells_every_option_with_examples_and_exit_codes(string option)
    {
        var help = (await CommandRun.Embedded(option)).Done();

        string[] told =
        [
            "THREAT_ID", "--console", "--token-file", "--event-type", "--event-sub-type", "--process-name-like", "--event-id", "--sort-by", "--sort-order",
            "--limit", "--skip", "--cursor", "--max", "--count", "--format", "--output", "--resume", "--help", "--version",
            "SENTINELONE_API_TOKEN", "NO_COLOR", "130", "Examples:", "FILE.partial", "FILE.resume",
            .. KnownValues.EventTypes, .. KnownValues.EventSubTypes, .. KnownValues.SortFields, .. KnownValues.SortOrders,
        ];
        Assert.All(told, word => Assert.Contains(word, help.Output));
        Assert.Empty(help.Error);
    }

    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public async Task Fits_the_terminal(int width)
    {
        var help = (await new CommandRun { Width = width }.Async("--help")).Done();

        Assert.All(help.Lines, line => Assert.InRange(line.Length, 0, width));
        Assert.All(help.Lines, line => Assert.Equal(line.TrimEnd(), line));
    }

    [Fact]
    public async Task Version_is_a_number_on_a_line() =>
        Assert.Matches(@"^\d+\.\d+\.\d+(-[\w.]+)?\n$", (await CommandRun.Embedded("--version")).Done().Output);
}
