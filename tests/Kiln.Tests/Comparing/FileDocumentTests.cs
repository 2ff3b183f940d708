using static Kiln.Tool.Tests.Comparing.ComparisonBench;

namespace Kiln.Tool.Tests.Comparing;

/// <summary>Documents to compare that are files, or are in a folder.</summary>
public sealed class FileDocumentTests : IDisposable
{
    private readonly ComparisonBench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task Two_files_with_what_they_refer_to_are_read_with_the_same_options()
    {
        bench.Files.Write("old/api.yaml", Spec("/old", "{$ref: ../common/pet.yaml}"));
        bench.Files.Write("new/api.yaml", Spec("/new", "{$ref: ../common/pet.yaml}"));
        bench.Files.Write("common/pet.yaml", "type: object");
        bench.Files.Write("o.yaml", "overlay: 1.0.0\ninfo: {title: O, version: '1'}\nactions: [{target: $.info, update: {title: Zoo}}]");

        var paths = await bench.CompareAsync("old/api.yaml", "new/api.yaml", "--file", "common/*.yaml", "--overlay", "o.yaml", "--namespace", "A.B", "--client", "C");

        Assert.Equal(("/old", "/new"), paths);
        Assert.All([bench.Old!, bench.New!], v =>
        {
            Assert.Equal("Zoo", v.Api.Title);
            Assert.Contains("namespace A.B;", v.Files.Items.Single(f => f.HintName == "C.g.cs").Text, StringComparison.Ordinal);
        });
        Assert.Equal(("old/api.yaml", "new/api.yaml"), (bench.Old!.Spec.Path, bench.New!.Spec.Path));
    }

    [Theory]
    [InlineData("openapi.yaml", "notes.json", "other.yaml")]
    [InlineData("OpenAPI.json", "api.yaml", "openapi.txt")]
    [InlineData("api.yml", "openapi.txt", "notes.json")]
    public async Task A_folder_stands_for_its_document(string document, params string[] others)
    {
        foreach (var other in others)
            bench.Files.Write($"folder/{other}", other == "notes.json" ? """{ "about": "openapi" }""" : Spec("/other"));
        bench.Files.Write($"folder/{document}", Spec("/it"));
        bench.Files.Write("folder/deeper/openapi.yaml", Spec("/deeper"));

        Assert.Equal(("/it", "/it"), await bench.CompareAsync("folder", "folder/"));
        Assert.Equal($"folder/{document}", bench.Old!.Spec.Path);
    }

    [Theory]
    [InlineData("empty", "empty contains no OpenAPI document: no file openapi.yaml or openapi.json, and no other YAML or JSON file with the key 'openapi' or 'swagger'.")]
    [InlineData("two", "two contains several OpenAPI documents (a.yaml, b.json): name one of them.")]
    [InlineData("twice", "twice contains several OpenAPI documents (openapi.json, openapi.yaml): name one of them.")]
    [InlineData("missing.yaml", "cannot read missing.yaml: it does not exist.")]
    [InlineData("C:\\missing.yaml", "cannot read C:\\missing.yaml: it does not exist.")]
    [InlineData("c:/missing.yaml", "cannot read c:/missing.yaml: it does not exist.")]
    [InlineData("https://host.example/openapi.yaml", "cannot read https://host.example/openapi.yaml: kiln does not read from the network. Download the document first.")]
    public async Task What_is_no_document_is_a_sentence(string side, string sentence)
    {
        Directory.CreateDirectory(bench.Files.PathOf("empty"));
        foreach (var file in new[] { "two/a.yaml", "two/b.json", "twice/openapi.json", "twice/openapi.yaml", "ok.yaml" })
            bench.Files.Write(file, Spec("/a"));

        Assert.Equal((ExitCodes.Usage, $"kiln: {sentence}"), await bench.FailAsync(side, "ok.yaml"));
        Assert.Equal((ExitCodes.Usage, $"kiln: {sentence}"), await bench.FailAsync("ok.yaml", side));
    }

    [Fact]
    public async Task The_errors_of_both_documents_are_told_and_the_first_ends_the_run()
    {
        bench.Files.Write("old.yaml", "openapi: 3.0.3\ninfo: {title: T, version: '1'}\npaths: {}\ncomponents: {schemas: {A: {$ref: '#/none'}}}\n");
        bench.Files.Write("new.yaml", "openapi: 3.0.3\ninfo: {\n");

        var (exitCode, error) = await bench.FailAsync("old.yaml", "new.yaml");

        Assert.Equal(ExitCodes.DocumentWrong, exitCode);
        var lines = error.Split('\n', StringSplitOptions.TrimEntries);
        Assert.Equal(3, lines.Length);
        Assert.StartsWith("old.yaml(4,", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("new.yaml(", lines[1], StringComparison.Ordinal);
        Assert.Equal("kiln: old.yaml: 1 error; the documents were not compared.", lines[2]);
    }
}
