using BenchmarkDotNet.Attributes;
using Kiln.Benchmarks.Subjects;

namespace Kiln.Benchmarks.Suites;

/// <summary>One request with six query parameters, from the client to its URI.</summary>
[MemoryDiagnoser]
public class RequestBenchmarks
{
    private readonly Requesting requesting = new();

    [GlobalCleanup]
    public void Cleanup() => requesting.Dispose();

    [Benchmark(Baseline = true)]
    public Uri Ours() => requesting.Ours();

    [Benchmark]
    public Uri Kiota() => requesting.Kiota();
}
