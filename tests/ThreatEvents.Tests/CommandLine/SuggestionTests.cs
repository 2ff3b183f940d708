using ThreatEvents.Tests.Support;

namespace ThreatEvents.Tests.CommandLine;

/// <summary>What is misspelt is told with what it may have been meant to be.</summary>
public sealed class SuggestionTests
{
    [Theory]
    [InlineData("--event-type", "proces", "process")]
    [InlineData("--event-type", "FIEL", "file")]
    [InlineData("--event-type", "scheduled-task", "scheduled_task")]
    [InlineData("--event-sub-type", "PROCESSCREATON", "PROCESSCREATION")]
    [InlineData("--sort-by", "createdat2", "createdAt")]
    [InlineData("--sort-order", "dsc", "desc")]
    public async Task A_value_that_is_sent_all_the_same(string option, string value, string meant)
    {
        await using var console = await ScriptedConsole.WithEvents();

        var result = (await CommandRun.WithToken().Against(console.Address, option, value)).Done();

        Assert.Contains($"{option} '{value}' is not a documented value and is sent unchanged. Did you mean '{meant}'? Documented values: ", result.Error);
    }

    [Theory]
    [InlineData("--format jsnl", "Did you mean 'jsonl'?")]
    [InlineData("--format CVS", "Did you mean 'csv'?")]
    [InlineData("--fromat csv", "Unknown option '--fromat'. Did you mean '--format'?")]
    [InlineData("--evnt-type=file", "Did you mean '--event-type'?")]
    [InlineData("--ouput x", "Did you mean '--output'?")]
    public async Task What_is_refused(string arguments, string expected) =>
        Assert.Contains(expected, (await CommandRun.Embedded(arguments.Split(' '))).Fails(2));

    [Theory]
    [InlineData("--format xml")]
    [InlineData("--nope")]
    public async Task Nothing_is_guessed(string arguments) =>
        Assert.DoesNotContain("Did you mean", (await CommandRun.Embedded(arguments.Split(' '))).Fails(2));

    [Fact]
    public async Task A_word_of_megabytes_is_compared_with_none() =>
        Assert.DoesNotContain("Did you mean", (await CommandRun.Embedded("--format", new string('x', 100_000))).Fails(2));
}
