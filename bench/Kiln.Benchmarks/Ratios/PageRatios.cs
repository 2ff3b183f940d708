using System.Diagnostics;
using Kiln.Benchmarks.Data;
using Kiln.Benchmarks.Server;
using Kiln.Benchmarks.Subjects;

namespace Kiln.Benchmarks.Ratios;

/// <summary>The lines about paging: 100,000 events over loopback, 1,000 a page.</summary>
internal static class PageRatios
{
    private const int Pages = 100;
    private const int PeakPages = 10;
    private const int LeastPairs = 3;

    // Shares no factor with a page's 1,000 events, so that the samples fall on all places of a page.
    private const int EventsPerSample = 47;

    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(8);

    public static async Task MeasureAsync(Platform platform, Report report)
    {
        // First of all: what an earlier run has put into the array pool would be in the baseline, and not be counted.
        report.Add("pages.peak/one-page", await PeakAsync(platform).ConfigureAwait(false));

        var bodies = EventPages.Many(platform, Pages);
        report.Note($"pages: {Pages} made, {bodies.Sum(b => b.Length) / 1e6:0} MB");
        await using var server = await EventServer.StartAsync(bodies, EventPages.One(platform, 1)).ConfigureAwait(false);
        using var paging = new Paging(server.Address);
        var (ours, stj) = (new List<double>(), new List<double>());
        // The first pair warms up, and is where both are held to have read the same.
        var (_, seen) = await TimeAsync(() => paging.OursAsync()).ConfigureAwait(false);
        var (_, seenByStj) = await TimeAsync(paging.HttpClientStjAsync).ConfigureAwait(false);
        if (!seen.Equals(seenByStj) || seen.Events != Pages * EventPages.EventsPerPage)
            throw new InvalidOperationException($"Not the same events were read: {seen}, and {seenByStj} by System.Text.Json.");

        report.Note("pages: warm");
        var clock = Stopwatch.StartNew();
        while (ours.Count < LeastPairs || clock.Elapsed < Budget)
        {
            ours.Add((await TimeAsync(() => paging.OursAsync()).ConfigureAwait(false)).Microseconds);
            stj.Add((await TimeAsync(paging.HttpClientStjAsync).ConfigureAwait(false)).Microseconds);
        }
        report.Time("pages.time/httpclient-stj", new("ours", [.. ours], []), new("httpclient-stj", [.. stj], []));
    }

    /// <summary>The most that is on the heap between two events, beyond what was there before the first.</summary>
    private static async Task<double> PeakAsync(Platform platform)
    {
        var bodies = EventPages.Many(platform, PeakPages);
        await using var server = await EventServer.StartAsync(bodies, EventPages.One(platform, 1)).ConfigureAwait(false);
        using var paging = new Paging(server.Address);
        // Connections, code and tables that any call makes once; one event is too small to leave buffers of a page's size behind.
        await paging.OursAsync(limit: 1).ConfigureAwait(false);

        var baseline = GC.GetTotalMemory(forceFullCollection: true);
        var peak = 0L;
        await paging.OursAsync((events, _) =>
        {
            if (events % EventsPerSample == 0)
                peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: true) - baseline);
        }).ConfigureAwait(false);
        return peak / (double)bodies[0].Length;
    }

    private static async Task<(double Microseconds, Tally Tally)> TimeAsync(Func<Task<Tally>> run)
    {
        GC.Collect();
        var start = Stopwatch.GetTimestamp();
        var tally = await run().ConfigureAwait(false);
        return (Stopwatch.GetElapsedTime(start).TotalMicroseconds, tally);
    }
}
