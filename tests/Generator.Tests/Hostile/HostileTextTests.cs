using System.Collections.Concurrent;
using Kiln.Generator.Specs.Reading;
using Kiln.Generator.Specs.Tree;
using Kiln.Generator.Tests.Driving;
using Kiln.Generator.Tests.Fuzzing;
using Microsoft.CodeAnalysis.CSharp;

namespace Kiln.Generator.Tests.Hostile;

/// <summary>
/// Each text of the documents beside this file is replaced by each hostile one. What comes out has the syntax tree that a harmless text in that place gives,
/// or the document ends in an error at a place of it. A new kind of text is covered once it stands in one of the documents.
/// </summary>
public sealed class HostileTextTests
{
    private const int CompiledOneIn = 20;

    // In the exhaustive form all sites are tried with these, and in the full form with some of them, in turns. The other texts take turns as well, or are all
    // tried where KILN_FUZZ is set. In the short form some sites are tried with one text each.
    private static readonly string[] Always =
        ["\"", "\\", "\"\"\"", "*/", "</summary>", "\n", "\r\n", "\u0085", "\u2028", "\u2029", "\u202E", "\0", "{", "}", "#pragma warning disable", "]]>", "&", "\n#error no\n"];

    private const int SampledSites = 60;
    private const int AlwaysInTurn = 3;

    private static readonly int OthersInTurn = TestForm.IsExhaustive ? 3 : 2;

    private static readonly ConcurrentDictionary<string, CodeShape> Shapes = new(StringComparer.Ordinal);

    public static TheoryData<string> Documents() => [.. Directory.GetFiles(Folder, "*.yaml").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    private static string Folder => Path.Combine(Checkout.Root, "tests", "Generator.Tests", "Hostile", "Documents");

    [Theory]
    [MemberData(nameof(Documents))]
    public void No_text_of_a_document_becomes_code(string name)
    {
        var root = SpecTreeReader.Read(new SpecText(name, File.ReadAllText(Path.Combine(Folder, name))), [], TestContext.Current.CancellationToken)!;
        Assert.Null(Probe.Run(name, TreeText.Write(root), "Hostile", TestContext.Current.CancellationToken).Failure);

        var sites = TestForm.Spread(TextSites.Of(root), SampledSites);
        var wrong = new ConcurrentBag<string>();
        var compiled = new ConcurrentQueue<(string Case, ProbeResult Result)>();
        var count = 0;
        Parallel.For(0, sites.Count, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, i =>
        {
            var harmless = new Dictionary<string, ProbeResult>(StringComparer.Ordinal);
            foreach (var (said, twin) in TextsFor(sites[i], i))
            {
                var number = Interlocked.Increment(ref count);
                var title = $"{name}: '{sites[i].Text}' said {SpecJson.Write(TreePath.Text(said))}";
                if (!harmless.TryGetValue(twin, out var expected))
                    harmless.Add(twin, expected = Run(name, root, sites[i].Text, twin, "Hostile"));

                var result = Run(name, root, sites[i].Text, said, "Hostile");
                if (WrongIn(result, expected) is { } what)
                    wrong.Add($"{title}: {what}");
                else if (result.Files.Count > 0 && number % CompiledOneIn == 0)
                    compiled.Enqueue((title, Run(name, root, sites[i].Text, said, $"N{compiled.Count}x{number}")));
            }
        });

        foreach (var batch in compiled.Chunk(8))
        {
            var trees = batch.SelectMany(b => b.Result.Files.Select(f => CSharpSyntaxTree.ParseText(f.Text, SdkCompilation.ParseOptions, b.Case)));
            foreach (var problem in SdkCompilation.Compile(trees, TestContext.Current.CancellationToken).DistinctBy(d => d.Location.SourceTree?.FilePath))
                wrong.Add($"{problem.Location.SourceTree?.FilePath}: {problem.Id} {problem.GetMessage(null)}");
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{name}: {sites.Count} texts, {count} documents, {compiled.Count} compiled");
        Assert.True(wrong.IsEmpty, $"{wrong.Count} of {count}:\n" + string.Join("\n", wrong.Order(StringComparer.Ordinal).Take(60)));
    }

    // A text alone, and one within another; the twin keeps what builds something.
    private static IEnumerable<(string Said, string Twin)> TextsFor(TextSite site, int turn)
    {
        var others = HostileTexts.All.Except(Always).ToList();
        var isEmbedded = turn % 2 == 0 || site.Structure.Length > 1;
        var tried = TestForm.Variable("KILN_FUZZ") is not null ? HostileTexts.All
            : TestForm.IsExhaustive ? Always.Concat(Turn(others, turn, OthersInTurn))
            : TestForm.IsFull ? Turn(Always, turn, AlwaysInTurn).Concat(Turn(others, turn, OthersInTurn))
            : Turn(HostileTexts.All, turn + turn / HostileTexts.All.Count, 1);
        foreach (var hostile in tried)
        {
            isEmbedded = site.Structure.Length > 1 || !isEmbedded;
            // A description that is blank is none.
            var twin = hostile.Length > 0 && string.IsNullOrWhiteSpace(hostile) && !isEmbedded ? " " : hostile.Any(site.Structure.Contains) ? string.Concat(hostile.Select(c => site.Structure.Contains(c) ? c : 'h')) : "harmless";
            yield return isEmbedded ? ($"{site.Text}{hostile}z", $"{site.Text}{twin}z") : (hostile, twin);
        }
    }

    private static IEnumerable<string> Turn(IReadOnlyList<string> texts, int turn, int count) => Enumerable.Range(turn * count, count).Select(i => texts[i % texts.Count]);

    private static ProbeResult Run(string name, SpecNode root, string text, string other, string @namespace) =>
        Probe.Run(Path.ChangeExtension(name, ".json"), TreeText.Write(TextSites.Replace(root, text, other)), @namespace, TestContext.Current.CancellationToken);

    private static string? WrongIn(ProbeResult result, ProbeResult expected)
    {
        if (result.Failure is not null)
            return result.Failure;

        var shapes = result.Files.Select(f => Shapes.GetOrAdd(f.Text, CodeShape.Of)).ToList();
        if (shapes.FirstOrDefault(s => s.Wrong is not null) is { } wrong)
            return wrong.Wrong;
        // What is left out with a word is missing in the code too.
        if (result.Files.Count == 0 || !result.Ids.Order().SequenceEqual(expected.Ids.Order()))
            return null;

        var other = expected.Files.Select(f => Shapes.GetOrAdd(f.Text, CodeShape.Of));
        return shapes.Select(s => s.Hash).Order().SequenceEqual(other.Select(s => s.Hash).Order()) ? null : "another syntax tree than with a harmless text";
    }
}
