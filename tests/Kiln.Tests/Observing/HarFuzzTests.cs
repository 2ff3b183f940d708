using System.Text;

namespace Kiln.Tool.Tests.Observing;

/// <summary>Damaged HAR files: none ends the run, and what stands before the fault is compared.</summary>
public sealed class HarFuzzTests : IDisposable
{
    private static readonly string Spec = TrafficBench.Spec("{ type: object, required: [id], properties: { id: { type: integer } } }");
    private static readonly byte[] Damage = [.. "{}[]\",:\\\0\n 1"u8, 0x80, 0xff];
    private readonly TrafficBench bench = new();

    public void Dispose() => bench.Dispose();

    private static byte[] Har => Encoding.UTF8.GetBytes(TrafficBench.Har([.. Enumerable.Range(1, 6).Select(i => TrafficBench.Entry($"https://api.example.com/v1/pets/{i}", """{"name":"\"[}é"}"""))]));

    [Fact]
    public void A_file_that_is_cut_keeps_the_entries_before_the_cut()
    {
        var har = Har;
        var starts = Starts(har);
        for (var length = 0; length < har.Length; length += TestForm.Count(20, 50))
        {
            var (_, summary) = bench.Run(Spec, har[..length]);

            // The last entry is whole where the next begins, or the list ends.
            var whole = starts.Count(start => start.End <= length);
            Assert.Equal(whole, summary.Observations.Responses);
            Assert.NotEmpty(summary.Faults);
        }
        Assert.Empty(bench.Run(Spec, har).Summary.Faults);
    }

    [Fact]
    public void Random_bytes_end_no_run()
    {
        var random = new Random(7);
        for (var i = 0; i < TestForm.Count(400, 150); i++)
        {
            var har = Har;
            for (var changes = random.Next(1, 6); changes > 0; changes--)
                har[random.Next(har.Length)] = Damage[random.Next(Damage.Length)];

            var (findings, summary) = bench.Run(Spec, har);

            Assert.True(summary.Entries > 0);
            Assert.NotEmpty(findings);
        }
    }

    private static List<(int Start, int End)> Starts(byte[] har)
    {
        var entries = new List<(int, int)>();
        var text = Encoding.UTF8.GetString(har);
        for (var at = text.IndexOf("{\"startedDateTime\"", StringComparison.Ordinal); at >= 0; at = text.IndexOf("{\"startedDateTime\"", at + 1, StringComparison.Ordinal))
        {
            var next = text.IndexOf(",{\"startedDateTime\"", at, StringComparison.Ordinal);
            var end = next >= 0 ? next : text.LastIndexOf("]}}", StringComparison.Ordinal);
            entries.Add((at, Encoding.UTF8.GetByteCount(text.AsSpan(0, end))));
        }
        return entries;
    }
}
