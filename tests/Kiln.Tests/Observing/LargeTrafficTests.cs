using System.Text;
using Kiln.Tool.Observing;
using Kiln.Tool.Observing.Traffic;

namespace Kiln.Tool.Tests.Observing;

/// <summary>What is held does not depend on how much traffic there is.</summary>
[Collection(nameof(Measuring))]
public sealed class LargeTrafficTests : IDisposable
{
    private static readonly string Spec = TrafficBench.Spec("{ type: object, required: [id], properties: { id: { type: integer }, text: { type: string } } }");
    private readonly TrafficBench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public void A_large_file_is_read_in_bounded_memory()
    {
        TestForm.RequireFull();
        var entry = Encoding.UTF8.GetBytes(TrafficBench.Entry("https://api.example.com/v1/pets/1", $$"""{"text":"{{new string('a', 20_000)}}"}""").ToJsonString());
        using (var file = File.Create(bench.Bench.PathOf("large.har")))
        {
            file.Write("{\"log\":{\"entries\":["u8);
            for (var i = 0; file.Length < 100_000_000; i++)
            {
                if (i > 0)
                    file.Write(",\n"u8);
                file.Write(entry);
            }
            file.Write("]}}"u8);
        }
        var document = bench.Document(Spec);
        var files = new TrafficFiles(new(TextWriter.Null, TextWriter.Null, false, bench.Bench.Root), null);

        // What is alive after half of the file is no more than after a few entries.
        var alive = new List<long>();
        var count = 0;
        var summary = Observer.Run(document, files, ["large.har"], TestContext.Current.CancellationToken);
        foreach (var _ in files.Read("large.har"))
        {
            if (++count % 1_000 == 0)
                alive.Add(GC.GetTotalMemory(forceFullCollection: true));
        }

        Assert.Equal(summary.Observations.Responses, count);
        Assert.InRange(alive[^1] - alive[0], long.MinValue, 8_000_000);
    }

    [Fact]
    public void An_entry_that_is_too_large_is_a_fault_and_the_next_is_read()
    {
        TestForm.RequireFull();
        var small = TrafficBench.Entry("https://api.example.com/v1/pets/1", "{}").ToJsonString();
        var large = Encoding.UTF8.GetBytes("{\"log\":{\"entries\":[" + small + ",{\"a\":\"" + new string('x', TrafficLimits.MaxEntry) + "\"}," + small + "]}}");

        var (findings, summary) = bench.Run(Spec, large);

        Assert.Equal(["the entry has more than 64 MB"], summary.Faults.Select(f => f.Reason));
        Assert.Contains("missing-property GET /pets/{id} 200 .id $.id 2/2", findings.Select(TrafficBench.Short));
    }
}
