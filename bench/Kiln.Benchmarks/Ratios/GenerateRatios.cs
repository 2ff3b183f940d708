using System.Text;
using Kiln.Benchmarks.Generating;
using Kiln.Generator;
using Kiln.Generator.Pipeline;
using Kiln.Generator.Shapes;
using Kiln.Generator.Specs.Tree;
using NSwag;

namespace Kiln.Benchmarks.Ratios;

/// <summary>The lines about the generator: GitHub's document to C#, beside NSwag.Core only reading it.</summary>
internal static class GenerateRatios
{
    private const string Document = "github__api.github.com.json";
    private const int LeastRounds = 5;

    // One run calls the methods that matter many thousand times.
    private static readonly int[] WarmRuns = [1, 1, 1];

    public static void Measure(Report report)
    {
        if (CorpusDocuments.Find(Document) is not { } path)
        {
            report.Note($"generate: skipped, {Document} is not here; KILN_CORPUS says where the public documents are");
            return;
        }

        var text = File.ReadAllText(path);
        var sdk = Generate(text);
        if (sdk.HasErrors || sdk.Files.Count == 0)
            throw new InvalidOperationException($"{Document} did not become an SDK: {sdk.Diagnostics.FirstOrDefault()?.Message}");

        var contest = new Contest(
            batch: 1,
            new("generate ours", () => Generate(text)),
            new("generate nswag-load", () => OpenApiDocument.FromJsonAsync(text).GetAwaiter().GetResult()));
        contest.WarmUp(WarmRuns);
        var results = contest.Measure(LeastRounds, TimeSpan.FromSeconds(8));
        report.Time("generate.time/nswag-load", results[0], results[1]);
        report.Add("generate.megabytes", sdk.Files.Sum(f => (long)Encoding.UTF8.GetByteCount(f.Text)) / 1e6);
    }

    private static GeneratedSdk Generate(string text) => SdkPipeline.Generate(new SpecText(Document, text), new SdkOptions("GitHub", null), CancellationToken.None);
}
