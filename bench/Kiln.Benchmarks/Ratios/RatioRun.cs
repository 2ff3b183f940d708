using Kiln.Benchmarks.Data;
using Kiln.Benchmarks.Guard;
using Kiln.Benchmarks.Processes;
using Kiln.Benchmarks.Subjects;

namespace Kiln.Benchmarks.Ratios;

/// <summary>The short form of all benchmarks: ours divided by each peer's, in about 70 seconds on two cores.</summary>
internal static class RatioRun
{
    private const int LeastRounds = 7;

    /// <summary>What an option measures; without one of them it is <see cref="MeasureAsync"/>.</summary>
    private static readonly (string Option, Func<Report, Platform, Task> MeasureAsync)[] Parts =
    [
        ("--generator", (report, _) => Of(() => GenerateRatios.Measure(report))),
        ("--streams", (report, _) => Of(() => StreamRatios.Measure(report))),
        ("--hostile", (report, _) => Of(() => HostileRatios.Measure(report))),
        ("--startup", (report, _) => StartupRatios.MeasureAsync(report)),
        ("--build", (report, _) => Of(() => BuildRatios.Measure(report))),
        ("--native", (report, _) => Of(() => SizeLines.MeasureNative(report))),
        ("--all", MeasureAllAsync),
    ];

    /// <param name="options">
    /// One or several of <see cref="Parts"/>; <c>--windows</c> for the events of another machine than the example's; <c>--check</c> to fail when a line is above its limit.
    /// </param>
    public static async Task<int> RunAsync(IReadOnlyCollection<string> options)
    {
        var known = Parts.Select(p => p.Option).Append("--windows").Append("--check");
        if (options.Except(known).FirstOrDefault() is { } unknown)
        {
            Console.Error.WriteLine($"'{unknown}' is not one of the options {string.Join(", ", known)}.");
            return 2;
        }

        var report = new Report();
        var platform = options.Contains("--windows") ? Platform.Windows : Platform.Linux;
        var chosen = Parts.Where(p => options.Contains(p.Option)).Select(p => p.MeasureAsync).DefaultIfEmpty(MeasureAsync);
        try
        {
            foreach (var measureAsync in chosen)
                await measureAsync(report, platform).ConfigureAwait(false);
        }
        finally
        {
            Artifacts.DeleteFolders();
        }
        return report.Print(options.Contains("--check"));
    }

    private static async Task MeasureAllAsync(Report report, Platform platform)
    {
        await MeasureAsync(report, platform).ConfigureAwait(false);
        await StartupRatios.MeasureAsync(report).ConfigureAwait(false);
        BuildRatios.Measure(report);
        SizeLines.MeasureNative(report);
    }

    private static async Task MeasureAsync(Report report, Platform platform)
    {
        await PageRatios.MeasureAsync(platform, report).ConfigureAwait(false);

        var reading = new Reading(EventPages.One(platform));
        using var writing = new Writing(reading);
        using var requesting = new Requesting();
        Agreement.Check(reading, writing, requesting);
        report.Note("the subjects agree");

        Read(reading, report);
        Observe(platform, report);
        Write(writing, report);
        Request(requesting, report);
        Upload(report);
        StreamRatios.Measure(report);
        HostileRatios.Measure(report);
        GenerateRatios.Measure(report);
        SizeLines.MeasureEvent(report);
    }

    private static Task Of(Action measure)
    {
        measure();
        return Task.CompletedTask;
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

    private static void Observe(Platform platform, Report report)
    {
        using var observing = new Observing(EventPages.One(platform));
        var contest = new Contest(
            batch: 4,
            new("read with the observer off", () => observing.Off()),
            new("read without an observer", () => observing.Without()),
            new("read with the observer on", () => observing.On()));
        contest.WarmUp();
        var results = contest.Measure(LeastRounds, TimeSpan.FromSeconds(4));
        report.Time("read.time/observer-off", results[0], results[1]);
        report.Bytes("read.bytes/observer-off", results[0], results[1]);
        report.Note($"with the observer on: {results[2].TimeAgainst(results[1]):0.000} of the time without one");
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

    private static void Upload(Report report)
    {
        var uploading = new Uploading();
        var contest = new Contest(batch: 40, new("upload ours", uploading.Ours), new("upload httpclient", uploading.HttpClient));
        contest.WarmUp();
        var results = contest.Measure(LeastRounds, TimeSpan.FromSeconds(1.5));
        report.Time("multipart.time/httpclient", results[0], results[1]);
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
