using BenchmarkDotNet.Running;
using Kiln.Benchmarks.Data;
using Kiln.Benchmarks.Generating;
using Kiln.Benchmarks.Ratios;
using Kiln.Benchmarks.Sizes;

namespace Kiln.Benchmarks;

/// <summary>
/// <c>ratios</c> measures the short form, with <c>--check</c> against the limits, with <c>--windows</c> on another machine's events, and with
/// <c>--generator</c> the lines about the generator alone, with <c>--hostile</c> those about hostile input;
/// <c>sizes</c> counts the bytes of an emitted model; <c>generate</c> prints what becomes of the large public documents; anything else goes to BenchmarkDotNet.
/// </summary>
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        switch (args)
        {
            case ["ratios", .. var options] when options.Contains("--generator"):
                return RatioRun.RunGenerator(options.Contains("--check"));
            case ["ratios", .. var options] when options.Contains("--hostile"):
                return RatioRun.RunHostile(options.Contains("--check"));
            case ["ratios", .. var options]:
                return await RatioRun.RunAsync(options.Contains("--windows") ? Platform.Windows : Platform.Linux, options.Contains("--check")).ConfigureAwait(false);
            case ["sizes", .. var files]:
                return SizeReport.Print(files.FirstOrDefault());
            case ["generate", .. var documents]:
                return GenerateReport.Print(documents);
            default:
                BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
                return 0;
        }
    }
}
