using BenchmarkDotNet.Running;
using Kiln.Benchmarks.Data;
using Kiln.Benchmarks.Ratios;

namespace Kiln.Benchmarks;

/// <summary>
/// <c>ratios</c> measures the short form, with <c>--check</c> against the limits and with <c>--windows</c> on another machine's events;
/// anything else goes to BenchmarkDotNet.
/// </summary>
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        if (args is not ["ratios", .. var options])
        {
            BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
            return 0;
        }
        return await RatioRun.RunAsync(options.Contains("--windows") ? Platform.Windows : Platform.Linux, options.Contains("--check")).ConfigureAwait(false);
    }
}
