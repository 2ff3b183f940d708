using System.Globalization;
using System.Text;
using Kiln.Benchmarks.Processes;
using Kiln.Benchmarks.Ratios;
using Kiln.Benchmarks.Sizes;
using Kiln.Generator;
using Kiln.Generator.Pipeline;
using Kiln.Generator.Shapes;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Benchmarks.Generating;

/// <summary>Prints what the compiler of the .NET SDK takes for the models of <see cref="ModelDocument"/> as they are emitted now.</summary>
internal static class CompileReport
{
    private const int Rounds = 3;

    public static int Print()
    {
        if (!ChildClock.IsSupported)
        {
            Console.Error.WriteLine("The CPU time of child processes is only read on 64-bit Linux.");
            return 1;
        }
        var compiler = CSharpCompiler.Find();
        Console.WriteLine($"| {ModelDocument.Models} models of {ModelDocument.Properties} properties | C#, MB | CPU, s | wall, s | assembly without symbols, MB |");
        Console.WriteLine("|---|---|---|---|---|");
        Console.WriteLine(Row("that responses have", isSent: false, compiler));
        Console.WriteLine(Row("that requests have too", isSent: true, compiler));
        Artifacts.DeleteFolders();
        return 0;
    }

    private static string Row(string name, bool isSent, CSharpCompiler compiler)
    {
        var sdk = SdkPipeline.Generate(new SpecText("models.yaml", ModelDocument.Create(isSent)), new SdkOptions("Many", null), CancellationToken.None);
        if (sdk.HasErrors)
            throw new InvalidOperationException($"The document did not become an SDK: {sdk.Diagnostics.FirstOrDefault()?.Message}");

        var folder = Artifacts.NewFolder();
        foreach (var file in sdk.Files)
            File.WriteAllText(Path.Combine(folder, file.HintName), file.Text);
        var assembly = Path.Combine(Artifacts.NewFolder(), "Models.dll");
        var runs = Enumerable.Range(0, Rounds).Select(_ => compiler.Compile(folder, assembly)).ToList();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {sdk.Files.Sum(f => (long)Encoding.UTF8.GetByteCount(f.Text)) / 1e6:0.00} | {Result.Median([.. runs.Select(r => r.Cpu)]):0.0} | {Result.Median([.. runs.Select(r => r.Wall)]):0.0} | {AssemblySize.WithoutSymbols(assembly) / 1e6:0.00} |");
    }
}
