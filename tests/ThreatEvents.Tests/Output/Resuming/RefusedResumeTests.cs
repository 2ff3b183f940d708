using System.Text;
using ThreatEvents.Tests.Support;

namespace ThreatEvents.Tests.Output.Resuming;

/// <summary>What is not gone on with, for two readings would be mixed or one would have a hole.</summary>
public sealed class RefusedResumeTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("threat-events-");

    private string Target => Path.Combine(folder.FullName, "events.jsonl");

    private string Partial => Target + ".partial";

    private string Resume => Target + ".resume";

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("--event-type file")]
    [InlineData("--max 5")]
    [InlineData("--format csv")]
    [InlineData("--sort-by createdAt")]
    [InlineData("--limit 7")]
    public async Task Another_query(string arguments)
    {
        await using var console = await InterruptedAsync();

        var sentence = await RefusedAsync(console, ["--resume", .. arguments.Split(' ')]);

        Assert.Contains($"{Partial} was started by another command: threat-events ", sentence);
        Assert.Contains($" --format jsonl --output {Target} --resume. Continue that one, or delete it to start again.", sentence);
    }

    [Fact]
    public async Task Another_console()
    {
        await using var first = await InterruptedAsync();
        await using var second = await ScriptedConsole.WithEvents();

        Assert.Contains($"--console {first.Address}", await RefusedAsync(second, ["--resume"]));
        Assert.Empty(second.Asked);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("not JSON\n")]
    public async Task A_resume_file_that_is_something_else(string text)
    {
        await using var console = await InterruptedAsync();
        await File.WriteAllTextAsync(Resume, text, TestContext.Current.CancellationToken);

        Assert.Contains($"{Resume} is damaged", await RefusedAsync(console, ["--resume"]));
    }

    [Fact]
    public async Task A_resume_file_in_which_any_byte_is_another_or_that_is_cut_anywhere()
    {
        await using var console = await InterruptedAsync();
        var good = await File.ReadAllBytesAsync(Resume, TestContext.Current.CancellationToken);

        for (var i = 0; i < good.Length - 1; i += 7)
        {
            byte[] changed = [.. good[..i], (byte)(good[i] ^ 1), .. good[(i + 1)..]];
            foreach (var bad in (byte[][])[changed, good[..i]])
            {
                await File.WriteAllBytesAsync(Resume, bad, TestContext.Current.CancellationToken);
                Assert.Contains($"{Resume} is damaged", await RefusedAsync(console, ["--resume"]));
            }
        }
    }

    [Fact]
    public async Task A_file_that_is_shorter()
    {
        await using var console = await InterruptedAsync();
        using (var file = File.OpenWrite(Partial))
            file.SetLength(3);

        Assert.Contains($"{Partial} is shorter than expected: 3 of 22 bytes.", await RefusedAsync(console, ["--resume"]));
    }

    [Fact]
    public async Task A_file_that_is_not_what_was_written()
    {
        await using var console = await InterruptedAsync();
        await File.WriteAllTextAsync(Partial, new string('x', 100), TestContext.Current.CancellationToken);

        Assert.Contains("there is no line end at byte 22", await RefusedAsync(console, ["--resume"]));
    }

    [Fact]
    public async Task A_file_that_is_not_there()
    {
        await using var console = await InterruptedAsync();
        File.Delete(Partial);

        Assert.Contains($"{Partial} is missing, but {Resume} exists.", await RefusedAsync(console, ["--resume"], isPartialThere: false));
    }

    [Fact]
    public async Task A_file_without_a_resume_file()
    {
        await using var console = await InterruptedAsync();
        File.Delete(Resume);

        Assert.Contains($"{Partial} cannot be continued, because {Resume} is missing.", await RefusedAsync(console, ["--resume"]));
    }

    [Fact]
    public async Task What_is_left_of_an_earlier_run_is_not_replaced()
    {
        await using var console = await InterruptedAsync();

        Assert.Equal(
            $"{Partial} already exists: another run is writing it, or a run ended early. Continue it with --resume, or delete it to start again.\n",
            await RefusedAsync(console, []));
    }

    [Theory]
    [InlineData("", "already exists")]
    [InlineData("--resume", "is in use: another run is writing it")]
    public async Task A_file_that_another_run_is_writing(string arguments, string expected)
    {
        var (begun, goOn) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        await using var console = await ScriptedConsole.StartAsync(async (number, context) =>
        {
            begun.TrySetResult();
            await goOn.Task.WaitAsync(context.RequestAborted);
            await ScriptedConsole.Answer(context, 200, "application/json", Encoding.UTF8.GetBytes(ScriptedConsole.PageOf(["""{"id":"1"}"""], next: null)));
        });
        var first = CommandRun.WithToken().Against(console.Address, "--output", Target);
        await begun.Task.WaitAsync(TestContext.Current.CancellationToken);

        Assert.Contains(expected, (await CommandRun.WithToken().Against(console.Address, ["--output", Target, .. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)])).Fails(2));

        goOn.SetResult();
        (await first).Done();
        Assert.Equal("{\"id\":\"1\"}\n", await File.ReadAllTextAsync(Target, TestContext.Current.CancellationToken));
        Assert.Single(console.Asked);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("", false)]
    [InlineData("--resume", true)]
    [InlineData("--resume", false)]
    public async Task A_link_is_not_written_through(string arguments, bool leadsToFile)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Making links takes a privilege there.");
        await using var console = await ScriptedConsole.WithEvents("""{"id":"1"}""");
        var precious = Path.Combine(folder.FullName, "precious");
        if (leadsToFile)
            await File.WriteAllTextAsync(precious, "precious", TestContext.Current.CancellationToken);
        File.CreateSymbolicLink(Partial, precious);

        var sentence = (await CommandRun.WithToken().Against(console.Address, ["--output", Target, .. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)])).Fails(2);

        Assert.StartsWith($"{Partial} is a link to {precious}. Links are not followed", sentence);
        Assert.Equal(leadsToFile ? "precious" : null, File.Exists(precious) ? await File.ReadAllTextAsync(precious, TestContext.Current.CancellationToken) : null);
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public async Task A_resume_file_that_is_a_link(bool leadsToFile, bool isPartialThere)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Making links takes a privilege there.");
        await using var console = await InterruptedAsync();
        var elsewhere = Path.Combine(folder.FullName, "elsewhere");
        File.Move(Resume, elsewhere);
        File.CreateSymbolicLink(Resume, elsewhere);
        if (!leadsToFile)
            File.Delete(elsewhere);
        if (!isPartialThere)
            File.Delete(Partial);

        Assert.StartsWith($"{Resume} is a link to {elsewhere}. Links are not followed", await RefusedAsync(console, ["--resume"], isPartialThere));
        Assert.Equal(leadsToFile, File.Exists(elsewhere));
    }

    [Fact]
    public async Task Links_in_the_place_of_the_resume_file_are_replaced()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Making links takes a privilege there.");
        await using var console = await ScriptedConsole.StartAsync((number, context) => Script(number, context));
        var precious = Path.Combine(folder.FullName, "precious");
        await File.WriteAllTextAsync(precious, "precious", TestContext.Current.CancellationToken);
        File.CreateSymbolicLink(Resume, precious);
        File.CreateSymbolicLink(Resume + ".new", precious);

        Assert.Equal(1, (await CommandRun.WithToken().Against(console.Address, "--output", Target)).Code);

        Assert.Equal("precious", await File.ReadAllTextAsync(precious, TestContext.Current.CancellationToken));
        Assert.Null(new FileInfo(Resume).LinkTarget);
    }

    /// <summary>Two events, and then a failure.</summary>
    private async Task<ScriptedConsole> InterruptedAsync()
    {
        var console = await ScriptedConsole.StartAsync(Script);
        Assert.Equal(1, (await CommandRun.WithToken().Against(console.Address, "--output", Target)).Code);

        return console;
    }

    private static Task Script(int number, Microsoft.AspNetCore.Http.HttpContext context) => number == 0
        ? ScriptedConsole.Answer(context, 200, "application/json", Encoding.UTF8.GetBytes(ScriptedConsole.PageOf(["""{"id":"1"}""", """{"id":"2"}"""], next: "more")))
        : ScriptedConsole.Answer(context, 500, "application/json", []);

    /// <summary>The sentence; nothing was asked, and the file is as it was.</summary>
    private async Task<string> RefusedAsync(ScriptedConsole console, string[] arguments, bool isPartialThere = true)
    {
        var (asked, before) = (console.Asked.Count, isPartialThere ? await File.ReadAllTextAsync(Partial, TestContext.Current.CancellationToken) : null);

        var sentence = (await CommandRun.WithToken().Against(console.Address, ["--output", Target, .. arguments])).Fails(2);

        Assert.Equal((asked, before), (console.Asked.Count, isPartialThere ? await File.ReadAllTextAsync(Partial, TestContext.Current.CancellationToken) : null));
        return sentence;
    }
}
