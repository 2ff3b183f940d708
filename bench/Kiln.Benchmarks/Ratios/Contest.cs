using System.Diagnostics;

namespace Kiln.Benchmarks.Ratios;

/// <summary>One thing that is measured; <see cref="Run"/> does it once.</summary>
internal sealed record Subject(string Name, Action Run);

/// <summary>What a subject took: the medians over all rounds, for one operation.</summary>
internal sealed record Result(string Name, double[] Microseconds, double[] Bytes)
{
    public double Time => Median(Microseconds);

    public double Allocated => Median(Bytes);

    /// <summary>
    /// The median of each round's own ratio: what slows the machine for a while slows both sides of a round, and is then no part of it.
    /// </summary>
    public double TimeAgainst(Result other) => Median([.. Microseconds.Zip(other.Microseconds, (mine, theirs) => mine / theirs)]);

    public double BytesAgainst(Result other) => Allocated / other.Allocated;

    public static double Median(double[] values)
    {
        var sorted = values.Order().ToArray();
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}

/// <summary>Measures subjects in turns, A B C A B C, so that all of them meet the machine in the same states.</summary>
/// <param name="subjects">All must work on the calling thread alone: that is whose allocations are counted.</param>
/// <param name="batch">How often a subject runs in its turn; enough that its own garbage is collected within it.</param>
internal sealed class Contest(int batch, params Subject[] subjects)
{
    private const int WarmRounds = 4;
    private const int WarmRuns = 32;

    // The compiler waits until nothing new has been called for 100 ms, so it needs to be left alone for longer than that.
    private static readonly TimeSpan CompilerBreak = TimeSpan.FromMilliseconds(160);

    /// <summary>
    /// Calls each subject often enough for each tier of the compiler: 30 calls to be instrumented, 30 more to be optimised, and room for
    /// what that uncovers.
    /// </summary>
    public void WarmUp()
    {
        for (var round = 0; round < WarmRounds; round++)
        {
            foreach (var subject in subjects)
            {
                for (var run = 0; run < WarmRuns; run++)
                    subject.Run();
            }
            Thread.Sleep(CompilerBreak);
        }
    }

    /// <summary>Measures for a while, but never fewer than a few rounds.</summary>
    public Result[] Measure(int leastRounds, TimeSpan budget)
    {
        var times = subjects.Select(_ => new List<double>()).ToArray();
        var bytes = subjects.Select(_ => new List<double>()).ToArray();
        var clock = Stopwatch.StartNew();
        for (var round = 0; round < leastRounds || clock.Elapsed < budget; round++)
        {
            for (var i = 0; i < subjects.Length; i++)
            {
                // Nobody pays for the garbage of the one before.
                GC.Collect();
                var allocated = GC.GetAllocatedBytesForCurrentThread();
                var start = Stopwatch.GetTimestamp();
                for (var run = 0; run < batch; run++)
                    subjects[i].Run();
                times[i].Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds / batch);
                bytes[i].Add((GC.GetAllocatedBytesForCurrentThread() - allocated) / (double)batch);
            }
        }
        return [.. subjects.Select((s, i) => new Result(s.Name, [.. times[i]], [.. bytes[i]]))];
    }
}
