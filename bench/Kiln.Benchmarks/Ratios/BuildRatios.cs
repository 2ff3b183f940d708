using System.Globalization;
using Kiln.Benchmarks.Generating;
using Kiln.Benchmarks.Processes;
using Kiln.Benchmarks.Sizes;

namespace Kiln.Benchmarks.Ratios;

/// <summary>
/// The lines about what people wait for: whole processes from a document to its C# and to its assembly, beside Kiota as a tool and the compiler of the .NET SDK.
/// </summary>
internal static class BuildRatios
{
    private const int Rounds = 3;
    private const int GenerateRounds = 7;

    private const string Document = "github__api.github.com.json";
    private const string DocumentWithUnions = "openai__openai-3.1.yaml";

    public static void Measure(Report report)
    {
        if (!ChildClock.IsSupported)
        {
            report.Note("build: skipped, the CPU time of child processes is only read on 64-bit Linux");
            return;
        }
        if (KiotaTool.Find(report) is not { } kiota)
            return;

        var compiler = CSharpCompiler.Find();
        if (Find(Document, report) is { } github)
        {
            MeasureGenerate(github, kiota, report);
            var (ours, peers) = MeasureBuild(github, "build.time/kiota", kiota, compiler, report);
            report.Note(string.Create(CultureInfo.InvariantCulture, $"  assemblies without symbols: {ours / 1e6:0.00} MB and {peers / 1e6:0.00} MB"));
            report.Add("build.bytes/kiota", ours / (double)peers);
        }
        if (Find(DocumentWithUnions, report) is { } openai)
            MeasureBuild(openai, "build.openai.time/kiota", kiota, compiler, report);
    }

    private static string? Find(string document, Report report)
    {
        if (CorpusDocuments.Find(document) is { } path)
            return path;
        report.Note($"build: skipped, {document} is not here; KILN_CORPUS says where the public documents are");
        return null;
    }

    private static void MeasureGenerate(string document, KiotaTool kiota, Report report)
    {
        var (ours, peers) = (new List<ProcessCost>(), new List<ProcessCost>());
        for (var round = 0; round < GenerateRounds; round++)
        {
            ours.Add(KilnTool.Generate(document, Artifacts.NewFolder()));
            peers.Add(kiota.Generate(document, Artifacts.NewFolder()));
        }
        report.Time("generate.time/kiota", ProcessCost.WallOf("kiln generate, wall", ours), ProcessCost.WallOf("kiota generate, wall", peers));
    }

    /// <returns>The sizes of both assemblies.</returns>
    private static (long Ours, long Peers) MeasureBuild(string document, string line, KiotaTool kiota, CSharpCompiler compiler, Report report)
    {
        var (ours, peers, generated, compiled) = (new List<ProcessCost>(), new List<ProcessCost>(), new List<ProcessCost>(), new List<ProcessCost>());
        var assembly = Path.Combine(Artifacts.NewFolder(), "Ours.dll");
        var peerAssembly = Path.Combine(Artifacts.NewFolder(), "Peers.dll");
        for (var round = 0; round < Rounds; round++)
        {
            ours.Add(KilnTool.Build(document, assembly));
            var folder = Artifacts.NewFolder();
            generated.Add(kiota.Generate(document, folder));
            compiled.Add(compiler.Compile(folder, peerAssembly));
            peers.Add(generated[^1] + compiled[^1]);
        }
        report.Note(string.Create(CultureInfo.InvariantCulture, $"  of Kiota's CPU time {Result.Median([.. generated.Select(g => g.Cpu)]):0.0} s generating and {Result.Median([.. compiled.Select(g => g.Cpu)]):0.0} s compiling"));
        report.Time(line, ProcessCost.CpuOf("kiln build, CPU", ours), ProcessCost.CpuOf("kiota generate and csc, CPU", peers));
        MeasureCompilers(document, line, compiled, compiler, report);
        return (AssemblySize.WithoutSymbols(assembly), AssemblySize.WithoutSymbols(peerAssembly));
    }

    /// <summary>Told, without a limit: the same compiler for both, so that nothing but the emitted C# differs.</summary>
    private static void MeasureCompilers(string document, string line, List<ProcessCost> peers, CSharpCompiler compiler, Report report)
    {
        var folder = Artifacts.NewFolder();
        KilnTool.Generate(document, folder);
        var cost = compiler.Compile(folder, Path.Combine(Artifacts.NewFolder(), "Ours.dll"));
        var peer = Result.Median([.. peers.Select(p => p.Cpu)]);
        report.Note(string.Create(CultureInfo.InvariantCulture, $"  {line}, csc alone: {cost.Cpu:0.0} s and {peer:0.0} s, {cost.Cpu / peer:0.000}"));
    }
}
