using ThreatEvents.EmbeddedConsole;
using ThreatEvents.Tests.Support;

namespace ThreatEvents.Tests.Output.Resuming;

/// <summary>A reading that ended early, and the same command with --resume.</summary>
public sealed class ResumeTests : IDisposable
{
    private const int Pages = 5;
    private const int EventsPerPage = 40;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("threat-events-");
    private int failingPage = Pages;
    private bool isNameTakenAtEnd;

    private string Target => Path.Combine(folder.FullName, "events.out");

    private string Partial => Target + ".partial";

    private string Resume => Target + ".resume";

    private static string[][] Served { get; } =
    [
        .. Enumerable.Range(0, Pages).Select(page => Enumerable.Range(page * EventsPerPage, EventsPerPage)
            .Select(i => $$"""{"id":"{{i}}","processName":"p{{new string('x', i % 50)}}","processCmd":"two\nlines ;=1"}""").ToArray()),
    ];

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("jsonl")]
    [InlineData("csv")]
    [InlineData("table")]
    public async Task The_joined_output_is_that_of_one_run(string format)
    {
        await using var console = await StartAsync();
        var expected = (await RunAsync(console, "--format", format)).Done().Output;

        foreach (var page in (int[])[1, 3, 4])
        {
            failingPage = page;
            var failed = await RunAsync(console, "--format", format, "--output", Target, "--resume");
            Assert.Equal((1, ""), (failed.Code, failed.Output));
            Assert.Contains($"{page * EventsPerPage} events were written to {Partial}.\nThe same command with --resume continues from there.\n", failed.Error);
        }

        failingPage = Pages;
        var done = (await RunAsync(console, "--format", format, "--output", Target, "--resume")).Done();

        // A table's columns are as wide as the events need that were there when it was begun.
        Assert.Equal(Squeezed(expected, format), Squeezed(await ReadAsync(Target), format));
        Assert.Equal("Continuing after 160 events.\n", done.Error);
        Assert.Equal([Target], Files());
    }

    [Fact]
    public async Task A_page_that_was_read_in_part_is_read_on_within()
    {
        await using var console = await StartAsync(cutAfter: 700);
        failingPage = 2;
        var failed = await RunAsync(console, "--format", "jsonl", "--output", Target);
        var there = (await ReadAsync(Partial)).Split('\n').Length - 1;
        failingPage = Pages;

        (await RunAsync(console, "--format", "jsonl", "--output", Target, "--resume")).Done();

        Assert.Equal(1, failed.Code);
        Assert.InRange(there, 2 * EventsPerPage + 1, 3 * EventsPerPage - 1);
        Assert.Equal(Served.SelectMany(page => page), (await File.ReadAllLinesAsync(Target, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task What_was_written_behind_the_last_point_is_cut()
    {
        await using var console = await StartAsync();
        failingPage = 2;
        await RunAsync(console, "--format", "jsonl", "--output", Target);
        await File.AppendAllTextAsync(Partial, """{"id":"80","processNa""", TestContext.Current.CancellationToken);
        failingPage = Pages;

        (await RunAsync(console, "--format", "jsonl", "--output", Target, "--resume")).Done();

        Assert.Equal(Served.SelectMany(page => page), await File.ReadAllLinesAsync(Target, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Max_counts_the_events_of_all_runs_and_skip_is_for_the_first()
    {
        await using var console = await StartAsync();
        failingPage = 1;
        await RunAsync(console, "--format", "jsonl", "--output", Target, "--max", "50", "--skip", "3");
        failingPage = Pages;

        (await RunAsync(console, "--format", "jsonl", "--output", Target, "--max", "50", "--skip", "3", "--resume")).Done();

        Assert.Equal(50, (await File.ReadAllLinesAsync(Target, TestContext.Current.CancellationToken)).Length);
        Assert.Null(console.Asked[^1].Parameter("skip"));
    }

    [Fact]
    public async Task Without_output_the_rest_is_a_command_to_type()
    {
        await using var console = await StartAsync();
        var all = (await RunAsync(console, "--format", "jsonl", "--max", "150", "--process-name-like", "it's")).Done().Lines;
        failingPage = 2;
        var first = await RunAsync(console, "--format", "jsonl", "--max", "150", "--skip", "1", "--process-name-like", "it's");
        failingPage = Pages;

        Assert.Equal(1, first.Code);
        var command = first.Error.TrimEnd('\n').Split('\n')[^1].Split("threat-events ")[1];
        Assert.DoesNotContain("--skip", command);
        Assert.Contains(" --max 70 ", command);
        Assert.Contains(" --sort-by createdAt --sort-order asc ", command);
        var rest = (await CommandRun.WithToken().Async([.. command.Replace("'it'\\''s'", "it's").Split(' ')])).Done();

        Assert.Equal(all, [.. first.Lines, .. rest.Lines]);
    }

    [Fact]
    public async Task A_cancelled_run_is_resumed_as_well()
    {
        using var ctrlC = new CancellationTokenSource();
        await using var console = await CursorConsole.StartAsync(Served, async (page, context) =>
        {
            if (page != failingPage)
                return false;
            await ctrlC.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return true;
        });
        failingPage = 1;
        var cancelled = await (CommandRun.WithToken() with { CancellationToken = ctrlC.Token }).Against(console.Address, "--format", "jsonl", "--output", Target);
        failingPage = Pages;

        (await RunAsync(console, "--format", "jsonl", "--output", Target, "--resume")).Done();

        Assert.Equal((130, $"Cancelled. 40 events were written to {Partial}.\nThe same command with --resume continues from there.\n"), (cancelled.Code, cancelled.Error));
        Assert.Equal(Served.SelectMany(page => page), await File.ReadAllLinesAsync(Target, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_resumed_run_that_fails_at_once_keeps_all()
    {
        await using var console = await InterruptedAsync();
        failingPage = 2;
        var before = (await ReadAsync(Partial), await ReadAsync(Resume));

        Assert.Equal(1, (await RunAsync(console, "--format", "jsonl", "--output", Target, "--resume")).Code);

        Assert.Equal(before, (await ReadAsync(Partial), await ReadAsync(Resume)));
    }

    [Fact]
    public async Task The_order_stays_as_it_was()
    {
        await using var console = await CursorConsole.StartAsync(Served, async (page, context) =>
        {
            var isRefused = context.Request.Query.ContainsKey("sortBy");
            if (isRefused)
                await ScriptedConsole.Answer(context, 400, "application/json", """{"errors":[{"code":1,"title":"sortBy","detail":null}]}"""u8.ToArray());
            else if (page == failingPage)
                await ScriptedConsole.Answer(context, 500, "application/json", []);
            return isRefused || page == failingPage;
        });
        failingPage = 2;
        await RunAsync(console, "--format", "jsonl", "--output", Target);
        var asked = console.Asked.Count;
        failingPage = Pages;

        (await RunAsync(console, "--format", "jsonl", "--output", Target, "--resume")).Done();

        Assert.All(console.Asked.Skip(asked), a => Assert.Null(a.Parameter("sortBy")));
        Assert.Equal(Served.SelectMany(page => page), await File.ReadAllLinesAsync(Target, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task With_nothing_to_go_on_with_it_begins()
    {
        await using var console = await StartAsync();

        var done = (await RunAsync(console, "--format", "jsonl", "--output", Target, "--resume")).Done();

        Assert.Equal($"There is no earlier run to continue: starting {Target}.\n", done.Error);
        Assert.Equal([Target], Files());
    }

    [Fact]
    public async Task A_run_that_was_killed_before_it_wrote_is_begun_again()
    {
        await using var console = await StartAsync();
        await WriteAsync(Partial, "");

        (await RunAsync(console, "--format", "jsonl", "--output", Target, "--resume")).Done();

        Assert.Equal([Target], Files());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_run_that_was_killed_when_all_was_read_is_finished_without_a_request(bool isNamed)
    {
        await using var console = await StartAsync();
        await InterruptAtEndAsync(console);
        if (isNamed)
            File.Move(Partial, Target);
        var asked = console.Asked.Count;

        var done = (await RunAsync(console, "--format", "jsonl", "--output", Target, "--resume")).Done();

        Assert.Equal($"Everything was already read: 200 events in {Target}.\n", done.Error);
        Assert.Equal(asked, console.Asked.Count);
        Assert.Equal(Served.SelectMany(page => page), await File.ReadAllLinesAsync(Target, TestContext.Current.CancellationToken));
        Assert.Equal([Target], Files());
    }

    [Fact]
    public async Task The_cursors_of_the_embedded_console_are_good_for_it()
    {
        var endpoint = new EventsEndpoint(EventStore.Sample);
        await using var console = await ScriptedConsole.StartAsync((number, context) =>
            number == 2 ? ScriptedConsole.Answer(context, 501, "application/json", []) : endpoint.AnswerAsync(context));

        Assert.Equal(1, (await RunAsync(console, "--output", Target, "--format", "jsonl")).Code);
        (await RunAsync(console, "--output", Target, "--format", "jsonl", "--resume")).Done();

        Assert.Equal((await CommandRun.Embedded("--format", "jsonl")).Output, await ReadAsync(Target));
    }

    private static string Squeezed(string text, string format) => format == "table" ? string.Join('\n', text.Split('\n').Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)))) : text;

    private static Task<CommandResult> RunAsync(ScriptedConsole console, params string[] arguments) => CommandRun.WithToken().Against(console.Address, arguments);

    private static Task<string> ReadAsync(string file) => File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);

    private static Task WriteAsync(string file, string text) => File.WriteAllTextAsync(file, text, TestContext.Current.CancellationToken);

    /// <summary>A console that fails at one page: with an error, or with so many bytes of it.</summary>
    private Task<ScriptedConsole> StartAsync(int? cutAfter = null) => CursorConsole.StartAsync(Served, async (page, context) =>
    {
        if (isNameTakenAtEnd && page == Pages - 1)
            Directory.CreateDirectory(Target);
        if (page != failingPage)
            return false;

        if (cutAfter is { } count)
        {
            await ScriptedConsole.Answer(context, 200, "application/json", CursorConsole.BodyOf(Served, page)[..count]);
        }
        else
        {
            await ScriptedConsole.Answer(context, 500, "application/json", []);
        }

        return true;
    });

    private async Task<ScriptedConsole> InterruptedAsync()
    {
        var console = await StartAsync();
        failingPage = 2;
        Assert.Equal(1, (await RunAsync(console, "--format", "jsonl", "--output", Target)).Code);
        failingPage = Pages;

        return console;
    }

    /// <summary>Leaves what a run leaves that is killed just before it gives the file its name: that is refused here, for there is a folder of this name.</summary>
    private async Task InterruptAtEndAsync(ScriptedConsole console)
    {
        isNameTakenAtEnd = true;
        var failed = await RunAsync(console, "--format", "jsonl", "--output", Target);
        Directory.Delete(Target);

        Assert.Equal(2, failed.Code);
        Assert.StartsWith($"{Target} cannot be written: ", failed.Error);
        Assert.EndsWith($"\n200 events were written to {Partial}.\nThe same command with --resume continues from there.\n", failed.Error);
    }

    private string[] Files() => Directory.GetFiles(folder.FullName);
}
