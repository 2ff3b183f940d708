using Kiln.Benchmarks.Data;
using Kiln.Benchmarks.Subjects;

namespace Kiln.Benchmarks.Ratios;

/// <summary>The lines about streams: 100,000 items of a body in memory.</summary>
internal static class StreamRatios
{
    private const int LeastRounds = 5;

    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(3);

    // One run reads 100,000 items.
    private static readonly int[] WarmRuns = [1, 1, 1];

    public static void Measure(Report report)
    {
        using var streaming = new Streaming();
        Check(streaming.OurEvents(), streaming.SseParserEvents());
        Check(streaming.OurLines(), streaming.PipeReaderLines());
        Measure("sse.time/peer", report, new("events ours", () => streaming.OurEvents()), new("events SseParser", () => streaming.SseParserEvents()));
        Measure("lines.time/peer", report, new("lines ours", () => streaming.OurLines()), new("lines PipeReader", () => streaming.PipeReaderLines()));
    }

    private static void Measure(string line, Report report, Subject ours, Subject peer)
    {
        var contest = new Contest(batch: 1, ours, peer);
        contest.WarmUp(WarmRuns);
        var results = contest.Measure(LeastRounds, Budget);
        report.Time(line, results[0], results[1]);
    }

    private static void Check(Tally ours, Tally peer)
    {
        if (!ours.Equals(peer) || ours.Events != Chunks.Count)
            throw new InvalidOperationException($"Not the same items were read: {ours}, and {peer} by System.Text.Json.");
    }
}
