using BenchmarkDotNet.Running;
using Kiln.Benchmarks.Generating;
using Kiln.Benchmarks.Load;
using Kiln.Benchmarks.Ratios;
using Kiln.Benchmarks.Sizes;

namespace Kiln.Benchmarks;

/// <summary>
/// <c>ratios</c> measures the short form, with an option other parts (<see cref="RatioRun"/>), with <c>--check</c> against the limits; <c>load</c> reads a million events
/// and prints the peak memory; <c>sizes</c> counts the bytes of an emitted model; <c>generate</c> prints what becomes of the large public documents; <c>compile</c> what
/// the compiler takes for many models; anything else goes to BenchmarkDotNet.
/// </summary>
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        switch (args)
        {
            case ["ratios", .. var options]:
                return await RatioRun.RunAsync(options).ConfigureAwait(false);
            case ["compile"]:
                return CompileReport.Print();
            case ["load"]:
                return await LoadRun.RunAsync().ConfigureAwait(false);
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
