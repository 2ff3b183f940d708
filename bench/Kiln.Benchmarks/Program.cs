using BenchmarkDotNet.Running;
using Kiln.Benchmarks.Data;
using Kiln.Benchmarks.Ratios;
using Kiln.Benchmarks.Sizes;

namespace Kiln.Benchmarks;

/// <summary>
/// <c>ratios</c> measures the short form, with <c>--check</c> against the limits and with <c>--windows</c> on another machine's events;
/// <c>sizes</c> counts the bytes of an emitted model; anything else goes to BenchmarkDotNet.
/// </summary>
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        switch (args)
        {
            case ["ratios", .. var options]:
                return await RatioRun.RunAsync(options.Contains("--windows") ? Platform.Windows : Platform.Linux, options.Contains("--check")).ConfigureAwait(false);
            case ["sizes", .. var files]:
                return SizeReport.Print(files.FirstOrDefault());
            default:
                BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
                return 0;
        }
    }
}
