using BenchmarkDotNet.Attributes;
using Kiln.Benchmarks.Data;
using Kiln.Benchmarks.Subjects;

namespace Kiln.Benchmarks.Suites;

/// <summary>One page of 1,000 events from its bytes to a model.</summary>
[MemoryDiagnoser]
public class ReadBenchmarks
{
    private Reading reading = null!;

    /// <summary>Whose events: those of the example's Linux, or of Windows, with its many escapes.</summary>
    [Params("linux", "windows")]
    public string Machine { get; set; } = "";

    [GlobalSetup]
    public void Setup() => reading = new(EventPages.One(Machine == "linux" ? Platform.Linux : Platform.Windows));

    [Benchmark(Baseline = true)]
    public object Ours() => reading.Ours();

    [Benchmark]
    public object Kiota() => reading.Kiota();

    [Benchmark]
    public object SystemTextJson() => reading.SystemTextJson();

    [Benchmark]
    public int TokensOnly() => reading.TokensOnly();
}
