using System.Text;
using ThreatEvents.Tests.Support;

namespace ThreatEvents.Tests.Killing;

/// <summary>The command killed by the system (SIGKILL) at random moments, and resumed: the joined output is that of one run that nothing stopped.</summary>
public abstract class KillTests(string format) : IDisposable
{
    private const int Pages = 20;
    private const int EventsPerPage = 30;

    private static readonly int Kills = TestForm.Count(exhaustive: 50, full: 25, sample: 4);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("threat-events-");

    private string Target => Path.Combine(folder.FullName, $"events.{format}");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task No_event_is_lost_or_repeated_and_every_line_is_whole()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no such signal.");
        var random = new Random(format.Length);
        var pages = Enumerable.Range(0, Pages).Select(page => Events(page, random)).ToList();
        await using var console = await KillingConsole.StartAsync(pages, random);
        var expected = (await CommandRun.WithToken().Against(console.Address, "--format", format)).Done().Output;

        var (kills, resumed, finished) = (0, 0, 0);
        // To the end at least once: the last kill may have come before the first byte, or when the file had just got its name.
        while (IsToBeKilled() || finished == 0 || File.Exists(Target + ".partial"))
        {
            var point = File.Exists(Target + ".resume") ? await File.ReadAllTextAsync(Target + ".resume", TestContext.Current.CancellationToken) : "";
            resumed += point.Length > 0 && !point.Contains("\"length\":0,") ? 1 : 0;
            if (IsToBeKilled() && !point.Contains("\"complete\":true"))
            {
                var run = await console.RunAsync("--output", Target, "--resume");
                kills += run.IsKilled ? 1 : 0;
                Assert.True(run.IsKilled || run.ExitCode == 0, run.Error);
                if (run.IsKilled)
                    continue;
            }
            else
            {
                // It asks for nothing more, or is not to be killed: a process of its own would only take its time to start.
                (await CommandRun.WithToken().Against(console.Address, "--output", Target, "--resume")).Done();
            }

            Assert.Equal(expected, await File.ReadAllTextAsync(Target, TestContext.Current.CancellationToken));
            Assert.Equal([Target], Directory.GetFiles(folder.FullName));
            File.Delete(Target);
            finished++;
        }

        // The test is about being killed with something there, and not before.
        Assert.InRange(resumed, Kills / 4, int.MaxValue);
        Assert.InRange(finished, 1, int.MaxValue);

        // Of a few kills none may have come when something was there: then there are more of them.
        bool IsToBeKilled() => kills < Kills || (resumed < Kills / 4 && kills < Kills * 10);
    }

    /// <summary>Events of many lengths, so that writes end anywhere in them; some hold line breaks and quotation marks.</summary>
    private static string[] Events(int page, Random random) =>
    [
        .. Enumerable.Range(page * EventsPerPage, EventsPerPage).Select(i =>
            $$"""{"id":"{{1569749506337035982L + i}}","processName":"a\n\"b\";=c","processCmd":"{{new StringBuilder().Append('x', random.Next(1500))}}","pid":{{i}}}"""),
    ];
}

public sealed class JsonLinesKillTests() : KillTests("jsonl");

public sealed class CsvKillTests() : KillTests("csv");
