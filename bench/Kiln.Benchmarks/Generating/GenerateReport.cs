using System.Globalization;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Benchmarks.Generating;

/// <summary>Prints what becomes of the large public documents, as the table of <c>docs/performance.md</c>.</summary>
internal static class GenerateReport
{
    private const int Documents = 8;
    private const int WarmRuns = 3;
    private const int Runs = 5;

    /// <param name="paths">Other documents; none for the largest of the public ones.</param>
    public static int Print(IReadOnlyList<string> paths)
    {
        var chosen = paths.Count > 0 ? paths : CorpusDocuments.Largest(Documents);
        if (chosen.Count == 0)
        {
            Console.Error.WriteLine("The public documents are not here; KILN_CORPUS says where they are.");
            return 1;
        }

        Console.WriteLine("| document | MB | first, ms | warm, ms | specs | api | shapes | emission | allocated, MB | files | C#, MB |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|---|");
        foreach (var path in chosen)
            Console.WriteLine(Row(path));
        return 0;
    }

    private static string Row(string path)
    {
        var text = new SpecText(path, File.ReadAllText(path));
        var first = StageTimes.Of(text);
        for (var i = 1; i < WarmRuns; i++)
            StageTimes.Of(text);

        // The middle one by its whole time, so that its stages belong to one run.
        var run = Enumerable.Range(0, Runs).Select(_ => StageTimes.Of(text)).OrderBy(r => r.Total).ElementAt(Runs / 2);
        var made = run.Error is { } error ? $"{error} | |" : string.Create(CultureInfo.InvariantCulture, $"{run.Files:#,0} | {run.Megabytes:0.00} |");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {Path.GetFileName(path)} | {new FileInfo(path).Length / 1e6:0.00} | {first.Total:#,0} | {run.Total:#,0} | {run.Specs:#,0} | {run.Api:#,0} | {run.Shapes:#,0} | {run.Emission:#,0} | {run.AllocatedMegabytes:#,0} | {made}");
    }
}
