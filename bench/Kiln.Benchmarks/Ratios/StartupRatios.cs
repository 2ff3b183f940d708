using Kiln.Benchmarks.Data;
using Kiln.Benchmarks.Processes;
using Kiln.Benchmarks.Server;

namespace Kiln.Benchmarks.Ratios;

/// <summary>The lines about a new process that reads one page of two events, in turns with one that does so with Kiota's client.</summary>
internal static class StartupRatios
{
    private const int Events = 2;
    private const int Warm = 3;
    private const int Rounds = 41;

    public static async Task MeasureAsync(Report report)
    {
        if (!ChildClock.IsSupported)
        {
            report.Note("startup: skipped, the CPU time of child processes is only read on 64-bit Linux");
            return;
        }

        var page = EventPages.One(Platform.Linux, Events);
        await using var server = await EventServer.StartAsync(_ => [page]).ConfigureAwait(false);
        var (ours, kiota) = (Artifacts.Built("bench/Startup.Kiln", "Startup.Kiln"), Artifacts.Built("bench/Startup.Kiota", "Startup.Kiota"));
        var (oursTaken, kiotaTaken) = (new List<ProcessCost>(), new List<ProcessCost>());
        for (var round = -Warm; round < Rounds; round++)
        {
            var one = MeasuredProcess.Run(ours, server.Address.ToString());
            var other = MeasuredProcess.Run(kiota, server.Address.ToString());
            if (one.Output != other.Output || one.Output.Count(c => c == '\n') != Events)
                throw new InvalidOperationException($"Not the same events were read: {one.Output}, and {other.Output} by Kiota.");
            if (round < 0)
                continue;
            oursTaken.Add(one);
            kiotaTaken.Add(other);
        }
        report.Time("startup.time/kiota", ProcessCost.WallOf("ours, wall", oursTaken), ProcessCost.WallOf("kiota, wall", kiotaTaken));
        report.Time("startup.cpu/kiota", ProcessCost.CpuOf("ours, CPU", oursTaken), ProcessCost.CpuOf("kiota, CPU", kiotaTaken));
    }
}
