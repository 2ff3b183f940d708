using System.Globalization;
using Kiln.Benchmarks.Hostile;

namespace Kiln.Benchmarks.Ratios;

/// <summary>The lines about hostile input: nanoseconds for a byte of it, divided by those for a byte of plain input of its kind.</summary>
internal static class HostileRatios
{
    /// <summary>Above this a cost grows with something else than the bytes.</summary>
    public const double AtMost = 4;

    private const string Prefix = "hostile.";
    private const int LeastRounds = 5;

    // One run of a body calls what matters thousands of times.
    private static readonly int[] WarmRuns = [2, 2];
    private static readonly TimeSpan Budget = TimeSpan.FromMilliseconds(150);

    public static IEnumerable<string> Lines => HostileRows.All.Select(r => Prefix + r.Kind);

    public static void Measure(Report report)
    {
        foreach (var row in HostileRows.All)
        {
            var contest = new Contest(batch: 1, new("hostile", () => row.Run(row.Hostile)), new("plain", () => (row.RunPlain ?? row.Run)(row.Plain)));
            contest.WarmUp(WarmRuns);
            var results = contest.Measure(LeastRounds, Budget);
            var (hostile, plain) = (PerByte(results[0], row.Hostile), PerByte(results[1], row.Plain));
            report.Note(string.Create(CultureInfo.InvariantCulture, $"  {row.Kind}: {hostile:0.##} and {plain:0.##} ns a byte"));
            report.Add(Prefix + row.Kind, results[0].TimeAgainst(results[1]) * row.Plain.Length / row.Hostile.Length);
        }
    }

    private static double PerByte(Result result, byte[] body) => result.Time * 1000 / body.Length;
}
