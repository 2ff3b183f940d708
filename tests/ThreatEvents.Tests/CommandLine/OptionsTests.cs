using System.Text.Json;
using ThreatEvents.EmbeddedConsole;
using ThreatEvents.Tests.EmbeddedConsole;
using ThreatEvents.Tests.Support;

namespace ThreatEvents.Tests.CommandLine;

public sealed class OptionsTests
{
    [Fact]
    public async Task Count_prints_the_number_and_nothing_else()
    {
        Assert.Equal("2500\n", (await CommandRun.Embedded("--count")).Done().Output);
        Assert.Equal($"{Sample.Events.Count(e => Sample.Text(e, "objectType") == "dns")}\n", (await CommandRun.Embedded("--count", "--event-type", "dns", "--format", "jsonl")).Done().Output);
    }

    [Fact]
    public async Task Max_stops_after_so_many_events()
    {
        var lines = (await CommandRun.Embedded("--event-type", "file", "--max", "3", "--format", "jsonl")).Done().Lines;

        Assert.Equal(["file", "file", "file"], lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("objectType").GetString()));
    }

    [Theory]
    [InlineData("--event-type", "file", "eventTypes=file")]
    [InlineData("--event-type", "FILE,Dns", "eventTypes=file,dns")]
    [InlineData("--event-sub-type", "filecreation, DNS", "eventSubTypes=FILECREATION,DNS")]
    [InlineData("--process-name-like", "a&b=c d", "processName__like=a%26b%3Dc%20d")]
    [InlineData("--process-name-like", "@file", "processName__like=%40file")]
    [InlineData("--event-id", "k_1", "eventId=k_1")]
    [InlineData("--sort-by", "CREATEDAT", "sortBy=createdAt")]
    [InlineData("--sort-order", "DESC", "sortOrder=desc")]
    [InlineData("--skip", "7", "skip=7")]
    [InlineData("--cursor", "YQ==", "cursor=YQ%3D%3D")]
    [InlineData("--limit", "5", "limit=5")]
    [InlineData("--max", "5", "limit=5")]
    [InlineData("--max", "5000", "limit=1000")]
    [InlineData("--count", null, "countOnly=true")]
    public async Task Options_become_parameters(string option, string? value, string parameter)
    {
        await using var console = await ScriptedConsole.WithEvents();

        (await CommandRun.WithToken().Against(console.Address, value is null ? [option] : [option, value])).Done();

        Assert.Contains(parameter, Assert.Single(console.Asked).Query.TrimStart('?').Split('&'));
    }

    [Fact]
    public async Task Repeated_options_and_joined_values_add_up_once_each()
    {
        await using var console = await ScriptedConsole.WithEvents();

        (await CommandRun.WithToken().Against(console.Address, "--event-type", "file,ip", "--event-type", "File", "--event-type", "url")).Done();

        Assert.Contains("eventTypes=file,ip,url", Assert.Single(console.Asked).Query);
    }

    [Fact]
    public async Task Skip_is_for_the_first_page_only()
    {
        await using var console = await ScriptedConsole.WithPages(["{}"], ["{}"], ["{}"]);

        (await CommandRun.WithToken().Against(console.Address, "--skip", "3", "--limit", "1")).Done();

        Assert.Equal([(null, "3"), ("page-1", null), ("page-2", null)], console.Asked.Select(asked => (asked.Parameter("cursor"), asked.Parameter("skip"))));
    }

    [Fact]
    public async Task The_given_cursor_is_for_the_first_page_only()
    {
        await using var console = await ScriptedConsole.WithPages(["{}"], ["{}"]);

        (await CommandRun.WithToken().Against(console.Address, "--cursor", "mine")).Done();

        Assert.Equal(["mine", "page-1"], console.Asked.Select(asked => asked.Parameter("cursor")));
    }

    [Fact]
    public async Task No_page_is_fetched_beyond_what_max_needs()
    {
        await using var console = await ScriptedConsole.WithPages(["{}", "{}"], ["{}", "{}"], ["{}", "{}"]);

        var result = (await CommandRun.WithToken().Against(console.Address, "--limit", "2", "--max", "4", "--format", "jsonl")).Done();

        Assert.Equal((4, 2), (result.Lines.Count, console.Asked.Count));
    }

    [Fact]
    public async Task Values_that_are_not_documented_are_sent_on_with_a_warning()
    {
        await using var console = await ScriptedConsole.WithEvents();

        var result = (await CommandRun.WithToken().Against(console.Address, "--event-type", "Cloud")).Done();

        Assert.Contains("eventTypes=Cloud", Assert.Single(console.Asked).Query);
        Assert.Contains("--event-type 'Cloud' is not a documented value", result.Error);
        Assert.Contains("scheduled_task", result.Error);
        Assert.DoesNotContain("Did you mean", result.Error);
    }

    [Fact]
    public async Task Without_a_console_it_says_that_the_data_is_a_sample_and_where_it_comes_from()
    {
        var error = (await CommandRun.Embedded("--max", "1")).Done().Error;

        Assert.StartsWith("Sample data: ", error);
        Assert.Matches(@"http://127\.0\.0\.1:\d+/", error);
    }

    [Fact]
    public async Task The_embedded_console_can_be_asked_for_its_threat_by_name() =>
        Assert.Equal("2500\n", (await CommandRun.Embedded(ConsoleServer.ThreatId, "--count")).Done().Output);

    [Fact]
    public async Task A_second_command_can_ask_a_console_that_already_runs()
    {
        await using var console = await ConsoleServer.StartAsync(TestContext.Current.CancellationToken);

        var result = (await CommandRun.WithToken().Against(console.Address, "--count")).Done();

        Assert.Equal(("2500\n", ""), (result.Output, result.Error));
    }
}
