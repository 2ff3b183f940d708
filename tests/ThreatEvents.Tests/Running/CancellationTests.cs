using System.Text;
using Microsoft.AspNetCore.Http;
using ThreatEvents.Tests.Support;

namespace ThreatEvents.Tests.Running;

/// <summary>Ctrl-C, as the token that it cancels. The console sends one page and then keeps the command waiting.</summary>
public sealed class CancellationTests
{
    private readonly CancellationTokenSource ctrlC = new();

    [Fact]
    public async Task While_a_page_is_awaited_what_was_read_is_written_in_whole_lines()
    {
        await using var console = await ScriptedConsole.StartAsync(OnePageThenCtrlC);

        var result = await (CommandRun.WithToken() with { CancellationToken = ctrlC.Token }).Against(console.Address, "--format", "jsonl");

        Assert.Equal(130, result.Code);
        Assert.Equal(["""{"id":"1"}""", """{"id":"2"}"""], result.Lines);
        Assert.StartsWith("Cancelled. 2 events were written.\nTo read the remaining events: threat-events ", result.Error);
    }

    [Theory]
    [InlineData("table", 3)]
    [InlineData("csv", 3)]
    public async Task Other_formats_end_with_a_whole_line_too(string format, int lines)
    {
        await using var console = await ScriptedConsole.StartAsync(OnePageThenCtrlC);

        var result = await (CommandRun.WithToken() with { CancellationToken = ctrlC.Token }).Against(console.Address, "--format", format);

        Assert.Equal((130, lines), (result.Code, result.Lines.Count));
    }

    [Fact]
    public async Task Between_two_events_no_line_is_begun()
    {
        using var output = new CancellingStream(ctrlC, afterBytes: 100_000);

        var result = await new CommandRun { Output = output, CancellationToken = ctrlC.Token }.Async("--format", "jsonl");

        var text = Encoding.UTF8.GetString(output.ToArray());
        Assert.Equal(130, result.Code);
        Assert.EndsWith("}\n", text);
        Assert.Contains($"Cancelled. {text.Count(c => c == '\n')} events were written.", result.Error);
    }

    [Fact]
    public async Task Before_the_first_answer_nothing_is_written()
    {
        await using var console = await ScriptedConsole.StartAsync(async (_, context) =>
        {
            await ctrlC.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        });

        var result = await (CommandRun.WithToken() with { CancellationToken = ctrlC.Token }).Against(console.Address);

        Assert.Equal((130, "Cancelled. Nothing was written.\n"), (result.Code, result.Error));
    }

    [Fact]
    public async Task Before_anything_has_started_it_ends_at_once()
    {
        await ctrlC.CancelAsync();

        Assert.Equal(130, (await new CommandRun { CancellationToken = ctrlC.Token }.Async()).Code);
    }

    [Fact]
    public async Task A_file_stays_partial_and_says_so()
    {
        var folder = Directory.CreateTempSubdirectory("threat-events-");
        var file = Path.Combine(folder.FullName, "events.jsonl");
        await using var console = await ScriptedConsole.StartAsync(OnePageThenCtrlC);

        var result = await (CommandRun.WithToken() with { CancellationToken = ctrlC.Token }).Against(console.Address, "--format", "jsonl", "--output", file);

        Assert.Equal((130, $"Cancelled. 2 events were written to {file}.partial.\nThe same command with --resume continues from there.\n"), (result.Code, result.Error));
        Assert.False(File.Exists(file));
        Assert.Equal("{\"id\":\"1\"}\n{\"id\":\"2\"}\n", await File.ReadAllTextAsync(file + ".partial", TestContext.Current.CancellationToken));
        folder.Delete(recursive: true);
    }

    private async Task OnePageThenCtrlC(int number, HttpContext context)
    {
        if (number == 0)
        {
            await ScriptedConsole.Answer(context, 200, "application/json", Encoding.UTF8.GetBytes(ScriptedConsole.PageOf(["""{"id":"1"}""", """{"id":"2"}"""], next: "more")));
            return;
        }

        await ctrlC.CancelAsync();
        await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Cancels while it is written to, as Ctrl-C may come at any time.</summary>
    private sealed class CancellingStream(CancellationTokenSource source, int afterBytes) : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer)
        {
            base.Write(buffer);
            if (Length >= afterBytes)
                source.Cancel();
        }
    }
}
