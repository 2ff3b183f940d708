using System.Diagnostics;
using System.Globalization;

namespace Kiln.Benchmarks.Ratios;

/// <summary>Takes the ratios as they are found, tells on stderr how they came about, and prints them in the table's order in the end.</summary>
internal sealed class Report
{
    private readonly Dictionary<string, double> lines = [];
    private readonly Stopwatch clock = Stopwatch.StartNew();

    public void Note(string text) => Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"[{clock.Elapsed.TotalSeconds,5:0.0} s] {text}"));

    public void Add(string line, double ratio)
    {
        lines.Add(line, ratio);
        Note($"{line} {Show(ratio)}");
    }

    public void Time(string line, Result ours, Result other)
    {
        Note(Describe(ours));
        Note(Describe(other));
        Add(line, ours.TimeAgainst(other));
    }

    public void Bytes(string line, Result ours, Result other) => Add(line, ours.BytesAgainst(other));

    /// <summary>Prints each line of the table.</summary>
    /// <param name="check">Whether a line above its limit is a failure.</param>
    /// <returns>The exit code.</returns>
    public int Print(bool check)
    {
        var misses = 0;
        foreach (var (line, atMost) in Limits.All)
        {
            // What a line is about may be missing, which was told when it was looked for.
            if (!lines.TryGetValue(line, out var found))
                continue;
            var ratio = Math.Round(found, 3, MidpointRounding.AwayFromZero);
            Console.WriteLine($"{line} {Show(ratio)}");
            if (!check || ratio <= atMost)
                continue;
            misses++;
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{line} is {Show(ratio)}, and must be at most {atMost}."));
        }
        return misses == 0 ? 0 : 1;
    }

    // Ratios, and bytes.
    private static string Show(double value) => value.ToString(value < 1000 ? "0.000" : "0", CultureInfo.InvariantCulture);

    private static string Describe(Result result)
    {
        var sorted = result.Microseconds.Order().ToArray();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"  {result.Name}: {result.Time:0.##} µs ({sorted[sorted.Length / 4]:0.##} to {sorted[sorted.Length * 3 / 4]:0.##} over {sorted.Length} rounds){(result.Bytes.Length == 0 ? "" : $", {result.Allocated:0} bytes")}");
    }
}
