using System.IO.Compression;
using Kiln.Generator.Pipeline;
using Kiln.Generator.Shapes;
using Kiln.Generator.Specs.Files;
using Kiln.Generator.Specs.Tree;
using Kiln.Tool.Documents;
using Kiln.Tool.Packages;
using static Kiln.Tool.Tests.Comparing.ComparisonBench;

namespace Kiln.Tool.Tests.Comparing;

/// <summary>Documents to compare that are in packages.</summary>
public sealed class PackageDocumentTests : IDisposable
{
    private const string Overlay = "overlay: 1.0.0\ninfo: {title: O, version: '1'}\nactions: [{target: '$.paths[*].get', update: {tags: [a]}}, {target: $.info, update: {title: Zoo}}]";

    private readonly ComparisonBench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task A_package_has_the_joined_document_of_its_sdk()
    {
        bench.Files.Write("spec/my api.yaml", Spec("/pets", "{$ref: 'pet.yaml#/Pet'}"));
        bench.Files.Write("spec/pet.yaml", "Pet: {type: object, required: [id], properties: {id: {type: string}, mother: {$ref: '#/Pet'}}}");
        bench.Files.Write("o.yaml", Overlay);
        var build = await bench.Files.RunAsync("build", "spec/my api.yaml", "-o", "Pets.1.0.0.nupkg", "--overlay", "o.yaml");
        Assert.True(build.ExitCode == ExitCodes.Done, build.Error);

        await bench.CompareAsync("Pets.1.0.0.nupkg", "spec/my api.yaml", "--overlay", "o.yaml");

        Assert.Equal(bench.New!.Files, bench.Old!.Files);
        Assert.Equal(bench.New!.Api.Operations, bench.Old!.Api.Operations);
        Assert.Equal("Pets.1.0.0.nupkg/openapi/openapi.json", bench.Old.Spec.Path);
        bench.Files.Find = null;
        var run = await bench.Files.RunAsync("diff", "Pets.1.0.0.nupkg", "spec/my api.yaml", "--overlay", "o.yaml", "--fail-on", "info");
        Assert.Equal((ExitCodes.Done, "Zoo: Pets.1.0.0.nupkg -> spec/my api.yaml\n\nNo changes.\n"), (run.ExitCode, run.Out));
    }

    [Fact]
    public async Task Without_a_document_it_says_what_to_do()
    {
        bench.Files.Write("api.yaml", Spec("/pets"));
        Assert.Equal(ExitCodes.Done, (await bench.Files.RunAsync("build", "api.yaml", "-o", "A.1.0.0.nupkg", "--no-document")).ExitCode);

        Assert.DoesNotContain(Entries("A.1.0.0.nupkg"), e => e.StartsWith("openapi/", StringComparison.Ordinal));
        Assert.Equal(
            (ExitCodes.DocumentWrong, "kiln: A.1.0.0.nupkg contains no OpenAPI document in openapi/: it was built with --no-document or by a version of kiln that did not add it. Build it again from its document with this version, or compare the document itself."),
            await bench.FailAsync("A.1.0.0.nupkg", "api.yaml"));
    }

    [Fact]
    public async Task Only_a_package_can_be_without_a_document()
    {
        var run = await bench.Files.RunAsync("build", "api.yaml", "-o", "A.dll", "--no-document");

        Assert.Equal(ExitCodes.Usage, run.ExitCode);
        Assert.StartsWith("kiln: --no-document is for a .nupkg, and A.dll is an assembly.", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not a zip", "cannot read X.nupkg: it is not a package, or is damaged: ")]
    [InlineData("openapi/a.json openapi/b.yaml", "X.nupkg contains several documents in openapi/, but kiln build adds one.")]
    [InlineData("lib/net8.0/openapi/a.json openapi/deeper/a.json openapi/a.txt", "X.nupkg contains no OpenAPI document in openapi/")]
    public async Task What_is_no_package_of_ours_is_a_sentence(string content, string sentence)
    {
        if (content.Contains('/'))
            Pack("X.nupkg", content.Split(' '), Spec("/a"));
        else
            bench.Files.Write("X.nupkg", content);
        bench.Files.Write("api.yaml", Spec("/pets"));

        var (exitCode, error) = await bench.FailAsync("api.yaml", "X.nupkg");

        Assert.Equal(ExitCodes.DocumentWrong, exitCode);
        Assert.StartsWith($"kiln: {sentence}", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_errors_of_its_document_have_their_places_in_it()
    {
        Pack("X.nupkg", ["openapi/a.json"], "{\n  \"openapi\": \"3.0.3\",\n  \"components\": { \"schemas\": { \"A\": { \"$ref\": \"#/none\" } } }\n}");
        bench.Files.Write("api.yaml", Spec("/pets"));

        var (exitCode, error) = await bench.FailAsync("X.nupkg", "api.yaml");

        Assert.Equal(ExitCodes.DocumentWrong, exitCode);
        Assert.StartsWith("X.nupkg/openapi/a.json(3,47): error KILN0025", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("openapi: 3.1.0\ninfo: {title: T, version: 1.10}\npaths: {}\ncomponents: {schemas: {A: {type: integer, maximum: 1e3, examples: [1.50]}}}", "openapi/api.json")]
    [InlineData("openapi: 3.1.0\ninfo: {title: T, version: 007}\npaths: {}\ncomponents: {schemas: {A: {type: string, enum: [08, 0x1F, True, 1.5, 'a\\u2028', \"\\u0001\", null]}, 'b \"c\"': {maximum: +.5}}}", "openapi/api.yaml")]
    public void Numbers_keep_their_spelling(string text, string path)
    {
        var source = SpecSource.Of(new SpecText("folder/api.yml", text), TestContext.Current.CancellationToken);

        var joined = JoinedDocument.Of(source, TestContext.Current.CancellationToken)!;

        Assert.Equal(path, joined.Path);
        var again = SpecSource.Of(new SpecText(joined.Path, joined.Text), TestContext.Current.CancellationToken);
        Assert.Equal(joined.Text, JoinedDocument.Of(again, TestContext.Current.CancellationToken)!.Text);
        Assert.Equal(Sdk(source), Sdk(again));
    }

    private static (string, GeneratedSdk) Sdk(SpecSource source)
    {
        var sdk = SdkPipeline.GenerateFrom(source, new SdkOptions(), TestContext.Current.CancellationToken);
        Assert.NotEmpty(sdk.Files.Items);
        return (sdk.Title, sdk with { Diagnostics = [] });
    }

    private string[] Entries(string package)
    {
        using var zip = ZipFile.OpenRead(bench.Files.PathOf(package));
        return [.. zip.Entries.Select(e => e.FullName)];
    }

    private void Pack(string package, string[] entries, string text)
    {
        using var zip = ZipFile.Open(bench.Files.PathOf(package), ZipArchiveMode.Create);
        foreach (var entry in entries)
        {
            using var writer = new StreamWriter(zip.CreateEntry(entry).Open());
            writer.Write(text);
        }
    }
}
