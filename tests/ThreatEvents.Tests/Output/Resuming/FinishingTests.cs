using ThreatEvents.CommandLine;
using ThreatEvents.Output.Resuming;
using ThreatEvents.Tests.Support;

namespace ThreatEvents.Tests.Output.Resuming;

/// <summary>Runs that begin while another is between giving its file the name and taking its resume point away.</summary>
public sealed class FinishingTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("threat-events-");

    private string Target => Path.Combine(folder.FullName, "events.jsonl");

    private string Resume => Target + ".resume";

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData]
    [InlineData("--resume")]
    public async Task Another_run_is_refused_and_loses_nothing(params string[] arguments)
    {
        await using var console = await ScriptedConsole.WithEvents("""{"id":"1"}""");
        using (var first = FirstRun())
        {
            first.GiveName();

            Assert.Contains(Target, (await CommandRun.WithToken().Against(console.Address, ["--output", Target, .. arguments])).Fails(2));
            Assert.Empty(console.Asked);
            Assert.Equal([Target, Resume], Directory.GetFiles(folder.FullName).Order(StringComparer.Ordinal));

            first.RemoveResumePoint();
        }

        (await CommandRun.WithToken().Against(console.Address, ["--output", Target, .. arguments])).Done();
        Assert.Equal([Target], Directory.GetFiles(folder.FullName));
    }

    [Fact]
    public async Task A_run_that_has_begun_already_is_not_robbed_of_its_resume_point()
    {
        await using var console = await ScriptedConsole.WithEvents("""{"id":"1"}""");
        using (var first = FirstRun())
            first.GiveName();
        using var second = FirstRun();
        var kept = await File.ReadAllTextAsync(Resume, TestContext.Current.CancellationToken);

        Assert.Contains("is in use", (await CommandRun.WithToken().Against(console.Address, "--output", Target, "--resume")).Fails(2));

        Assert.Equal(kept, await File.ReadAllTextAsync(Resume, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_complete_file_is_free()
    {
        using var first = FirstRun();
        first.Complete();

        using var other = new FileStream(Target, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        Assert.Equal(11, other.Length);
    }

    private FileOutput FirstRun()
    {
        var output = (FileOutput)FileOutput.Open(new CommandInput { OutputFile = Target, Format = OutputFormat.JsonLines });
        output.Write("{\"id\":\"1\"}\n"u8);
        output.Keep(new ResumePoint { Events = 1, Token = "more" }, isLast: true);

        return output;
    }
}
