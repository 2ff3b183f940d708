using BenchmarkDotNet.Attributes;
using Kiln.Benchmarks.Data;
using Kiln.Benchmarks.Subjects;

namespace Kiln.Benchmarks.Suites;

/// <summary>One page of 1,000 events from a model to the bytes of a body.</summary>
[MemoryDiagnoser]
public class WriteBenchmarks
{
    private Writing writing = null!;

    [Params("linux", "windows")]
    public string Machine { get; set; } = "";

    [GlobalSetup]
    public void Setup() => writing = new(new(EventPages.One(Machine == "linux" ? Platform.Linux : Platform.Windows)));

    [GlobalCleanup]
    public void Cleanup() => writing.Dispose();

    [Benchmark(Baseline = true)]
    public void Ours() => writing.Ours();

    [Benchmark]
    public void Kiota() => writing.Kiota();

    [Benchmark]
    public void SystemTextJson() => writing.SystemTextJson();
}
