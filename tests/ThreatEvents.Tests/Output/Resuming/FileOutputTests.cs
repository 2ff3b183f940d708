using System.Text;
using ThreatEvents.Tests.Support;

namespace ThreatEvents.Tests.Output.Resuming;

public sealed class FileOutputTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("threat-events-");

    private string Target => Path.Combine(folder.FullName, "events.out");

    private string Partial => Target + ".partial";

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("jsonl")]
    [InlineData("csv")]
    [InlineData("table")]
    public async Task Holds_what_standard_output_would(string format)
    {
        var expected = (await CommandRun.Embedded("--format", format)).Done().Output;

        var result = (await CommandRun.Embedded("--format", format, "--output", Target)).Done();

        Assert.Empty(result.Output);
        Assert.Equal(expected, await ReadAsync(Target));
        Assert.Equal([Target], Files());
    }

    [Fact]
    public async Task A_named_pipe_is_written_directly()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Pipes of Windows have no name in a folder.");
        using (var made = System.Diagnostics.Process.Start("mkfifo", Target))
            await made.WaitForExitAsync(TestContext.Current.CancellationToken);
        var read = Task.Run(() => File.ReadAllTextAsync(Target, TestContext.Current.CancellationToken));

        // Its own process, whose end closes the pipe.
        using var command = System.Diagnostics.Process.Start(Path.Combine(AppContext.BaseDirectory, "threat-events"), ["--format", "jsonl", "--output", Target]);
        await command.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, command.ExitCode);
        Assert.Equal((await CommandRun.Embedded("--format", "jsonl")).Done().Output, await read);
        Assert.Equal([Target], Files());
    }

    [Theory]
    [InlineData("events.csv", "csv")]
    [InlineData("events.CSV", "csv")]
    [InlineData("events.jsonl", "jsonl")]
    [InlineData("events.ndjson", "jsonl")]
    [InlineData("events.json", "jsonl")]
    [InlineData("events.txt", "table")]
    [InlineData("csv", "table")]
    public async Task Its_ending_decides_on_the_format_unless_that_is_given(string name, string format)
    {
        var file = Path.Combine(folder.FullName, name);

        (await CommandRun.Embedded("--max", "3", "--output", file)).Done();
        Assert.Equal((await CommandRun.Embedded("--max", "3", "--format", format)).Output, await ReadAsync(file));

        foreach (var other in (string[])["table", "jsonl", "csv"])
        {
            (await CommandRun.Embedded("--max", "3", "--output", file, "--format", other)).Done();
            Assert.Equal((await CommandRun.Embedded("--max", "3", "--format", other)).Output, await ReadAsync(file));
        }
    }

    [Fact]
    public async Task Takes_a_number_too()
    {
        (await CommandRun.Embedded("--count", "--output", Target)).Done();

        Assert.Equal("2500\n", await ReadAsync(Target));
    }

    [Fact]
    public async Task At_a_terminal_the_file_stays_plain()
    {
        (await new CommandRun { OutputIsTerminal = true, Width = 40 }.Async("--max", "2", "--output", Target)).Done();

        Assert.Equal((await CommandRun.Embedded("--max", "2")).Output, await ReadAsync(Target));
    }

    [Fact]
    public async Task An_earlier_file_is_replaced_when_everything_is_there()
    {
        await WriteAsync(Target, "earlier");

        (await CommandRun.Embedded("--count", "--output", Target)).Done();

        Assert.Equal("2500\n", await ReadAsync(Target));
    }

    [Fact]
    public async Task A_failure_midway_keeps_the_earlier_file_and_what_was_read()
    {
        await WriteAsync(Target, "earlier");
        await using var console = await ScriptedConsole.StartAsync((number, context) => number == 0
            ? ScriptedConsole.Answer(context, 200, "application/json", Encoding.UTF8.GetBytes(ScriptedConsole.PageOf(["{}"], next: "more")))
            : ScriptedConsole.Answer(context, 500, "application/json", []));

        var result = await CommandRun.WithToken().Against(console.Address, "--format", "jsonl", "--output", Target);

        Assert.Equal((1, ""), (result.Code, result.Output));
        Assert.Contains($"1 event was written to {Partial}.", result.Error);
        Assert.Equal(("earlier", "{}\n"), (await ReadAsync(Target), await ReadAsync(Partial)));
    }

    [Fact]
    public async Task A_failure_at_once_leaves_nothing()
    {
        await using var console = await ScriptedConsole.Always(500, "application/json", "");

        (await CommandRun.WithToken().Against(console.Address, "--output", Target)).Fails(1);

        Assert.Empty(Files());
    }

    [Fact]
    public async Task A_usage_error_leaves_nothing()
    {
        (await new CommandRun().Against(new Uri("https://console.example"), "--output", Target)).Fails(2);

        Assert.Empty(Files());
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_told() =>
        Assert.Equal(
            $"{Path.Combine(folder.FullName, "no", "x")} cannot be written: the folder does not exist: {Path.Combine(folder.FullName, "no")}.\n",
            (await CommandRun.Embedded("--output", Path.Combine(folder.FullName, "no", "x"))).Fails(2));

    [Fact]
    public async Task A_folder_is_no_file() =>
        Assert.Equal($"{folder.FullName} cannot be written: it is a folder.\n", (await CommandRun.Embedded("--output", folder.FullName)).Fails(2));

    [Theory]
    [InlineData(true)]
    [InlineData(true, "--resume")]
    [InlineData(false)]
    [InlineData(false, "--resume")]
    public Task A_link_is_not_followed(bool leadsToFile, params string[] arguments) => RefuseLinkAsync(folder.FullName, leadsToFile, arguments);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Shared_memory_is_a_folder_like_another(bool isLink)
    {
        Assert.SkipUnless(Directory.Exists("/dev/shm"), "There is no such folder.");
        var shared = Directory.CreateDirectory($"/dev/shm/threat-events-{Guid.NewGuid():N}");
        try
        {
            if (isLink)
            {
                await RefuseLinkAsync(shared.FullName, leadsToFile: true, []);
                return;
            }

            var file = Path.Combine(shared.FullName, "events.out");
            await WriteAsync(file + ".partial", "what another run has left");
            Assert.Contains("already exists", (await CommandRun.Embedded("--output", file)).Fails(2));
        }
        finally
        {
            shared.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_device_is_written_and_not_replaced()
    {
        Assert.SkipUnless(File.Exists("/dev/null"), "There is no such device.");

        (await CommandRun.Embedded("--count", "--output", "/dev/null")).Done();

        Assert.False(File.Exists("/dev/null.partial"));
    }

    [Fact]
    public async Task A_disk_that_is_full_is_told()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "There is no such device.");

        Assert.EndsWith("\n/dev/full cannot be written: No space left on device.\n", (await CommandRun.Embedded("--output", "/dev/full")).Fails(2));
    }

    private async Task RefuseLinkAsync(string where, bool leadsToFile, string[] arguments)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Making links takes a privilege there.");
        var link = Path.Combine(where, "link");
        File.CreateSymbolicLink(link, Target);
        if (leadsToFile)
            await WriteAsync(Target, "precious");

        Assert.Equal(
            $"{link} is a link to {Target}. Links are not followed: specify the file itself, or delete the link.\n",
            (await CommandRun.Embedded(["--output", link, .. arguments])).Fails(2));

        Assert.Equal(leadsToFile ? [Target] : [], Files().Where(file => file != link));
        Assert.Equal(leadsToFile ? "precious" : null, File.Exists(Target) ? await ReadAsync(Target) : null);
        Assert.Equal(Target, new FileInfo(link).LinkTarget);
    }

    private static Task<string> ReadAsync(string file) => File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);

    private static Task WriteAsync(string file, string text) => File.WriteAllTextAsync(file, text, TestContext.Current.CancellationToken);

    private string[] Files() => Directory.GetFiles(folder.FullName);
}
