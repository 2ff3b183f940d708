using BenchmarkDotNet.Attributes;
using Kiln.Benchmarks.Data;
using Kiln.Benchmarks.Server;
using Kiln.Benchmarks.Subjects;

namespace Kiln.Benchmarks.Suites;

/// <summary>100,000 events over loopback, 1,000 a page. What is allocated includes the server, which is alike for all.</summary>
[MemoryDiagnoser]
public class PageBenchmarks
{
    private const int Pages = 100;

    private EventServer server = null!;
    private Paging paging = null!;

    [GlobalSetup]
    public async Task SetupAsync()
    {
        server = await EventServer.StartAsync(EventPages.Many(Platform.Linux, Pages), EventPages.One(Platform.Linux, 1)).ConfigureAwait(false);
        paging = new(server.Address);
    }

    [GlobalCleanup]
    public async Task CleanupAsync()
    {
        paging.Dispose();
        await server.DisposeAsync().ConfigureAwait(false);
    }

    [Benchmark(Baseline = true)]
    public async Task<int> OursAsync() => (await paging.OursAsync().ConfigureAwait(false)).Events;

    [Benchmark]
    public async Task<int> HttpClientStjAsync() => (await paging.HttpClientStjAsync().ConfigureAwait(false)).Events;

    [Benchmark]
    public async Task<int> HttpClientKiotaAsync() => (await paging.HttpClientKiotaAsync().ConfigureAwait(false)).Events;
}
