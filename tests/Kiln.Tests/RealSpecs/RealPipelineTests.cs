using System.Text;
using Kiln.Generator;
using Kiln.Generator.Pipeline;
using Kiln.Tool.Tests.Diff;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Kiln.Tool.Tests.RealSpecs;

/// <summary>kiln with the generator itself, on the SDK's own document and on documents that are wrong.</summary>
public sealed class RealPipelineTests : IDisposable
{
    private static readonly string[] Names = ["--namespace", "SentinelOne.ThreatEvents", "--client", "ThreatEventsClient"];

    private readonly Workbench bench = new() { Generate = SdkPipeline.GenerateFrom };

    public RealPipelineTests() => bench.Write("spec/events.yaml", Spec);

    private static string Spec { get; } = File.ReadAllText(Checkout.PathOf("spec", "threat-events.openapi.yaml"));

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task The_SDKs_document_checks()
    {
        var run = await bench.RunAsync("check", "spec/events.yaml");

        Assert.Equal((ExitCodes.Done, ""), (run.ExitCode, run.Out));
    }

    [Fact]
    public async Task Generate_writes_byte_for_byte_what_the_compiler_gets()
    {
        var run = await bench.RunAsync(["generate", "spec/events.yaml", "--output", "made", .. Names]);

        Assert.Equal(ExitCodes.Done, run.ExitCode);
        AssertSameFiles(FromTheCompiler(bench.PathOf("spec/events.yaml")), Written("made"));
    }

    [Fact]
    public async Task The_way_a_path_is_typed_changes_nothing()
    {
        await bench.RunAsync(["generate", "spec/events.yaml", "--output", "made", .. Names]);
        var expected = Written("made");

        foreach (var path in new[] { "./spec/events.yaml", "spec/../spec/events.yaml", bench.PathOf("spec/events.yaml") })
        {
            Assert.Equal(ExitCodes.Done, (await bench.RunAsync(["generate", path, "--output", "again", .. Names])).ExitCode);
            AssertSameFiles(expected, Written("again"));
        }
    }

    [Fact]
    public async Task The_accepted_files_have_not_drifted()
    {
        var pinned = Checkout.PathOf("tests", "Generator.Tests", "Sdk");

        var run = await bench.RunAsync(["drift", "spec/events.yaml", "--pinned", pinned, .. Names]);

        Assert.Equal((ExitCodes.Done, ""), (run.ExitCode, run.Out));
    }

    [Fact]
    public async Task An_edit_drifts_until_its_diff_is_applied_or_accepted()
    {
        await bench.RunAsync(["drift", "spec/events.yaml", "--pinned", "pinned", "--accept", .. Names]);
        await bench.RunAsync(["drift", "spec/events.yaml", "--pinned", "patched", "--accept", .. Names]);
        bench.Write("spec/events.yaml", WithTimeline(Spec));

        var drift = await bench.RunAsync(["drift", "spec/events.yaml", "--pinned", "pinned", .. Names]);

        Assert.Equal(ExitCodes.Drift, drift.ExitCode);
        Assert.Contains("+++ spec/Threats.Item.Timeline.TimelineRequestBuilder.g.cs", drift.Out);
        if (PatchProgram.IsInstalled)
        {
            bench.Write("drift.diff", drift.Out);
            await PatchProgram.ApplyAsync(bench.PathOf("patched"), bench.PathOf("drift.diff"));
            Assert.Equal(ExitCodes.Done, (await bench.RunAsync(["drift", "spec/events.yaml", "--pinned", "patched", .. Names])).ExitCode);
        }
        Assert.Equal(ExitCodes.Done, (await bench.RunAsync(["drift", "spec/events.yaml", "--pinned", "pinned", "--accept", .. Names])).ExitCode);
        Assert.Equal(ExitCodes.Done, (await bench.RunAsync(["drift", "spec/events.yaml", "--pinned", "pinned", .. Names])).ExitCode);
    }

    [Theory]
    [InlineData("", "(1,1): error KILN0020: ")]
    [InlineData("a: [", "(1,4): error KILN0001: ")]
    [InlineData("openapi: 3.0.3\npaths: {}\npaths: {}\n", "(3,1): error KILN0003: ")]
    [InlineData("openapi: 3.0.3\ninfo: { title: T, version: '1' }\npaths: { /a: { $ref: 'other.yaml' } }\n", "(3,22): error KILN0026: ")]
    public async Task A_wrong_document_ends_every_command_with_its_place(string document, string expected)
    {
        bench.Write("bad name.yaml", document);

        var check = await bench.RunAsync("check", "bad name.yaml");
        var generate = await bench.RunAsync("generate", "bad name.yaml", "--output", "made");
        var drift = await bench.RunAsync("drift", "bad name.yaml", "--pinned", "spec");

        Assert.StartsWith($"bad name.yaml{expected}", check.Out);
        Assert.StartsWith($"bad name.yaml{expected}", generate.Error);
        Assert.StartsWith($"bad name.yaml{expected}", drift.Error);
        Assert.All([check, generate, drift], run => Assert.Equal(ExitCodes.DocumentWrong, run.ExitCode));
        Assert.False(Directory.Exists(bench.PathOf("made")));
    }

    [Theory]
    [InlineData("utf-8", "\n")]
    [InlineData("utf-8", "\r\n")]
    [InlineData("utf-16", "\r\n")]
    public async Task Encoding_and_line_ends_of_the_document_change_nothing(string encoding, string lineEnd)
    {
        await bench.RunAsync(["generate", "spec/events.yaml", "--output", "made", .. Names]);
        File.WriteAllText(bench.PathOf("other.yaml"), Spec.ReplaceLineEndings(lineEnd), Encoding.GetEncoding(encoding));

        await bench.RunAsync(["generate", "other.yaml", "--output", "again", .. Names]);

        AssertSameFiles(Written("made"), Written("again"));
    }

    // What the README's "Extend an SDK" speaks of.
    private static string WithTimeline(string spec) => spec.Replace(
        "\npaths:\n",
        """

        paths:
          /web/api/v2.1/threats/{threat_id}/timeline:
            get:
              parameters:
                - { name: threat_id, in: path, required: true, schema: { type: string } }
                - { name: limit, in: query, schema: { type: integer } }
              responses:
                '200': { description: It., content: { application/json: { schema: { type: object, properties: { data: { type: array, items: { type: string } } } } } } }

        """.ReplaceLineEndings("\n"),
        StringComparison.Ordinal);

    private static Dictionary<string, byte[]> FromTheCompiler(string path)
    {
        var driver = CSharpGeneratorDriver
            .Create([new SdkGenerator().AsSourceGenerator()], [new Document(path)], optionsProvider: new ItemOptions())
            .RunGenerators(CSharpCompilation.Create("Sdk"), TestContext.Current.CancellationToken);

        return driver.GetRunResult().Results.Single().GeneratedSources.ToDictionary(s => s.HintName, s =>
        {
            // As the compiler writes them when a project sets EmitCompilerGeneratedFiles.
            using var bytes = new MemoryStream();
            using (var writer = new StreamWriter(bytes, s.SourceText.Encoding!))
                s.SourceText.Write(writer, TestContext.Current.CancellationToken);
            return bytes.ToArray();
        });
    }

    private Dictionary<string, byte[]> Written(string directory) =>
        bench.Names(directory).ToDictionary(name => name, name => File.ReadAllBytes(bench.PathOf(Path.Combine(directory, name))));

    private static void AssertSameFiles(Dictionary<string, byte[]> expected, Dictionary<string, byte[]> actual)
    {
        Assert.NotEmpty(expected);
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), actual.Keys.Order(StringComparer.Ordinal));
        Assert.All(expected, file => Assert.Equal(file.Value, actual[file.Key]));
    }
}
