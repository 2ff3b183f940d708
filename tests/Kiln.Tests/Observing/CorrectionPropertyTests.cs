namespace Kiln.Tool.Tests.Observing;

/// <summary>With the overlay that is proposed for some traffic, the same traffic fits the document, whatever both are.</summary>
public sealed class CorrectionPropertyTests : IDisposable
{
    private readonly Workbench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task Traffic_fits_the_document_with_the_overlay_that_it_led_to()
    {
        var failures = new List<string>();
        var corrected = 0;
        var count = TestForm.Count("KILN_OBSERVED", 150, 40);
        for (var seed = 1; seed <= count; seed++)
        {
            var api = new RandomApi(seed);
            bench.Write("api.json", api.Document.ToJsonString());
            bench.Write("traffic.jsonl", string.Join('\n', api.Lines(6)));
            File.Delete(bench.PathOf("fix.yaml"));
            File.Delete(bench.PathOf("fix2.yaml"));

            var first = await bench.RunAsync("observe", "api.json", "traffic.jsonl", "--write-overlay", "fix.yaml");
            if (!File.Exists(bench.PathOf("fix.yaml")))
            {
                if (!first.Out.Contains("The traffic conforms to the document.", StringComparison.Ordinal))
                    failures.Add($"seed {seed}: no overlay, but {first.Out}{first.Error}");
                continue;
            }
            corrected++;
            var second = await bench.RunAsync("observe", "api.json", "traffic.jsonl", "--overlay", "fix.yaml", "--write-overlay", "fix2.yaml");
            if (!second.Out.Contains("The traffic conforms to the document.", StringComparison.Ordinal) || File.Exists(bench.PathOf("fix2.yaml")))
                failures.Add($"seed {seed}: exit code {second.ExitCode}\n{second.Out}{second.Error}");
        }

        Assert.True(failures.Count == 0, string.Join('\n', failures));
        Assert.InRange(corrected, count / 2, count);
    }
}
