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
    // Calls before the first break are not counted. Then 30 make the compiler instrument a method, 30 more make it optimise what it has
    // seen, and a few more uncover what that leaves to do.
    private static readonly int[] WarmRuns = [3, 32, 32, 8];

    // The compiler waits until nothing new has been called for 100 ms, so it needs to be left alone for longer than that.
    private static readonly TimeSpan CompilerBreak = TimeSpan.FromMilliseconds(160);

    /// <summary>Takes every subject through all tiers of the compiler.</summary>
    public void WarmUp() => WarmUp(WarmRuns);

    /// <summary>The same for subjects that each call their own methods often enough to need fewer runs.</summary>
    public void WarmUp(params int[] warmRuns)
    {
        foreach (var runs in warmRuns)
        {
            foreach (var subject in subjects)
            {
                for (var run = 0; run < runs; run++)
                    subject.Run();
            }
            Thread.Sleep(CompilerBreak);
        }
    }

    /// <summary>Measures for a while, but never fewer than a few rounds.</summary>
    /// <param name="leastRounds">The least.</param>
    /// <param name="budget">The while, on the wall.</param>
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
                var start = ThreadClock.Nanoseconds();
                for (var run = 0; run < batch; run++)
                    subjects[i].Run();
                times[i].Add((ThreadClock.Nanoseconds() - start) / (1000.0 * batch));
                bytes[i].Add((GC.GetAllocatedBytesForCurrentThread() - allocated) / (double)batch);
            }
        }
        return [.. subjects.Select((s, i) => new Result(s.Name, [.. times[i]], [.. bytes[i]]))];
    }
}
