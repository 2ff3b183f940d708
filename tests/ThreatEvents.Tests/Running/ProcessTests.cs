using System.Diagnostics;
using System.Text;
using ThreatEvents.EmbeddedConsole;
using ThreatEvents.Tests.Support;

namespace ThreatEvents.Tests.Running;

/// <summary>The command as the system runs it: what only a process has is an exit code, a pipe and signals.</summary>
public sealed class ProcessTests
{
    private static readonly string Command = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "threat-events.exe" : "threat-events");

    [Theory]
    [InlineData("--count", 0)]
    [InlineData("123", 1)]
    [InlineData("--nope", 2)]
    public async Task Ends_with_the_code_that_tells_how_it_went(string arguments, int code)
    {
        using var process = Start(Command, arguments);

        await DrainAsync(process);

        Assert.Equal(code, process.ExitCode);
    }

    [Fact]
    public async Task A_reader_that_has_enough_ends_it_quietly()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The shell of this test is not there.");
        using var process = Start("/bin/bash", "-c", $"'{Command}' --format jsonl | head -1; echo \"${{PIPESTATUS[0]}}\"");

        var (output, error) = await DrainAsync(process);

        Assert.Equal(2, output.TrimEnd('\n').Split('\n').Length);
        Assert.EndsWith("}\n0\n", output);
        Assert.Single(error.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public async Task Messages_and_events_in_one_file_do_not_overwrite_each_other()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The shell of this test is not there.");
        var file = Path.Combine(Path.GetTempPath(), $"all-{Guid.NewGuid():N}");
        using var process = Start("/bin/bash", "-c", $"'{Command}' --format jsonl --max 3 > '{file}' 2>&1");
        await DrainAsync(process);

        var lines = await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);
        File.Delete(file);

        Assert.Equal(4, lines.Length);
        Assert.StartsWith("Sample data", lines[0]);
        Assert.All(lines[1..], line => Assert.True(line is ['{', .., '}']));
    }

    [Fact]
    public async Task A_file_that_may_grow_no_further_is_gone_on_with_by_resume()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The shell of this test is not there.");
        var folder = Directory.CreateTempSubdirectory("threat-events-");
        var file = Path.Combine(folder.FullName, "events.csv");

        // The runtime itself would make a larger file, for code that may not be written and run at once.
        using var first = Start("/bin/bash", "-c", $"trap '' XFSZ; ulimit -f 500; export DOTNET_EnableWriteXorExecute=0; exec '{Command}' --output '{file}'");
        var (_, error) = await DrainAsync(first);
        using var second = Start(Command, "--output", file, "--resume");
        await DrainAsync(second);

        Assert.Equal((2, 0), (first.ExitCode, second.ExitCode));
        Assert.Contains($"\n{file}.partial cannot be written: it would exceed the maximum file size.\n", error);
        Assert.EndsWith($" events were written to {file}.partial.\nThe same command with --resume continues from there.\n", error);
        Assert.Equal((await CommandRun.Embedded("--format", "csv")).Output, await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task A_signal_ends_it_with_whole_lines(string signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no such signals.");
        var waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var console = await ScriptedConsole.StartAsync(async (number, context) =>
        {
            if (number == 0)
            {
                await ScriptedConsole.Answer(context, 200, "application/json", Encoding.UTF8.GetBytes(ScriptedConsole.PageOf(["""{"id":"1"}"""], next: "more")));
                return;
            }

            waiting.SetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        });

        using var process = Start(Command, ConsoleServer.ThreatId, "--console", console.Address.AbsoluteUri, "--format", "jsonl");
        var drained = DrainAsync(process);
        await waiting.Task.WaitAsync(TestContext.Current.CancellationToken);
        using (var kill = Start("/bin/kill", $"-{signal}", $"{process.Id}"))
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);

        var (output, error) = await drained;

        Assert.Equal((130, "{\"id\":\"1\"}\n"), (process.ExitCode, output));
        Assert.StartsWith("Cancelled. 1 event was written.\nTo read the remaining events: threat-events ", error);
    }

    private static Process Start(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["SENTINELONE_API_TOKEN"] = ConsoleServer.Token;

        return Process.Start(start)!;
    }

    private static async Task<(string Output, string Error)> DrainAsync(Process process)
    {
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        return (await output, await error);
    }
}
