using Kiln.Benchmarks.Data;
using Kiln.Benchmarks.Guard;
using Kiln.Benchmarks.Subjects;

namespace Kiln.Benchmarks.Ratios;

/// <summary>The short form of all benchmarks: ours divided by each peer's, in about 70 seconds on two cores.</summary>
internal static class RatioRun
{
    private const int LeastRounds = 7;

    /// <param name="platform">Whose events; the table is about the example's.</param>
    /// <param name="check">Whether to fail when a line is above its limit.</param>
    public static async Task<int> RunAsync(Platform platform, bool check)
    {
        var report = new Report();
        await PageRatios.MeasureAsync(platform, report).ConfigureAwait(false);

        var reading = new Reading(EventPages.One(platform));
        using var writing = new Writing(reading);
        using var requesting = new Requesting();
        Agreement.Check(reading, writing, requesting);
        report.Note("the subjects agree");

        Read(reading, report);
        Write(writing, report);
        Request(requesting, report);
        HostileRatios.Measure(report);
        GenerateRatios.Measure(report);
        return report.Print(check);
    }

    /// <summary>The lines about hostile input alone.</summary>
    public static int RunHostile(bool check)
    {
        var report = new Report();
        HostileRatios.Measure(report);
        return report.Print(check);
    }

    /// <summary>The lines about the generator alone.</summary>
    public static int RunGenerator(bool check)
    {
        var report = new Report();
        GenerateRatios.Measure(report);
        return report.Print(check);
    }

    private static void Read(Reading reading, Report report)
    {
        var contest = new Contest(
            batch: 4,
            new("read ours", () => reading.Ours()),
            new("read kiota", () => reading.Kiota()),
            new("read stj-sourcegen", () => reading.SystemTextJson()),
            new("read tokens-only", () => reading.TokensOnly()));
        contest.WarmUp();
        var results = contest.Measure(LeastRounds, TimeSpan.FromSeconds(5));
        report.Time("read.time/kiota", results[0], results[1]);
        report.Time("read.time/stj-sourcegen", results[0], results[2]);
        report.Time("read.time/tokens-only", results[0], results[3]);
        report.Bytes("read.bytes/kiota", results[0], results[1]);
        report.Bytes("read.bytes/stj-sourcegen", results[0], results[2]);
    }

    private static void Write(Writing writing, Report report)
    {
        var contest = new Contest(
            batch: 4,
            new("write ours", () => writing.Ours()),
            new("write kiota", () => writing.Kiota()),
            new("write stj-sourcegen", () => writing.SystemTextJson()));
        contest.WarmUp();
        var results = contest.Measure(LeastRounds, TimeSpan.FromSeconds(3.5));
        report.Time("write.time/kiota", results[0], results[1]);
        report.Time("write.time/stj-sourcegen", results[0], results[2]);
    }

    private static void Request(Requesting requesting, Report report)
    {
        var contest = new Contest(batch: 2000, new("request ours", () => requesting.Ours()), new("request kiota", () => requesting.Kiota()));
        contest.WarmUp();
        var results = contest.Measure(LeastRounds, TimeSpan.FromSeconds(1.5));
        report.Time("request.time/kiota", results[0], results[1]);
        report.Bytes("request.bytes/kiota", results[0], results[1]);
    }
}
