using Kiln.Generator;
using Kiln.Generator.Pipeline;

namespace Kiln.Tool.Tests.Documents;

/// <summary>Which files a command reads beside the document.</summary>
public sealed class SpecFilesTests : IDisposable
{
    private readonly Workbench bench = new() { Generate = SdkPipeline.GenerateFrom };

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task A_file_below_the_document_is_found()
    {
        WriteSpec("parts/pet.yaml");
        bench.Write("spec/parts/pet.yaml", "type: object");

        var run = await bench.RunAsync("check", "spec/api.yaml");

        Assert.Equal(ExitCodes.Done, run.ExitCode);
    }

    [Theory]
    [InlineData("../pet.yaml", "pet.yaml")]
    [InlineData("secret.txt", "spec/secret.txt")]
    [InlineData("../spec-other/pet.yaml", "spec-other/pet.yaml")]
    public async Task A_file_that_is_not_below_it_or_not_called_so_is_not_read(string reference, string path)
    {
        WriteSpec(reference);
        bench.Write(path, "type: object");

        var run = await bench.RunAsync("check", "spec/api.yaml");

        Assert.Equal(ExitCodes.DocumentWrong, run.ExitCode);
        Assert.StartsWith("spec/api.yaml(5,23): error KILN0026", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_absolute_path_and_a_link_are_not_followed()
    {
        bench.Write("pet.yaml", "type: object");
        WriteSpec("linked.yaml");
        System.IO.File.CreateSymbolicLink(bench.PathOf("spec/linked.yaml"), bench.PathOf("pet.yaml"));
        Assert.Equal(ExitCodes.DocumentWrong, (await bench.RunAsync("check", "spec/api.yaml")).ExitCode);

        WriteSpec("folder/pet.yaml");
        Directory.CreateSymbolicLink(bench.PathOf("spec/folder"), bench.Root);
        Assert.Equal(ExitCodes.DocumentWrong, (await bench.RunAsync("check", "spec/api.yaml")).ExitCode);

        WriteSpec(bench.PathOf("pet.yaml"));
        Assert.Equal(ExitCodes.DocumentWrong, (await bench.RunAsync("check", "spec/api.yaml")).ExitCode);
    }

    [Fact]
    public async Task A_named_file_may_be_referred_to_by_its_id()
    {
        WriteSpec("https://h.example/pet");
        bench.Write("parts/pet.yaml", "$id: https://h.example/pet\nproperties: {t: {$ref: tag}}");
        bench.Write("parts/tag.yaml", "$id: https://h.example/tag\ntype: string");

        Assert.Equal(ExitCodes.Done, (await bench.RunAsync("check", "spec/api.yaml", "--file", "parts/*.yaml")).ExitCode);
        Assert.Equal(ExitCodes.DocumentWrong, (await bench.RunAsync("check", "spec/api.yaml")).ExitCode);
    }

    [Theory]
    [InlineData("pet.yaml")]
    [InlineData("./spec/../pet.yaml")]
    [InlineData("*.yaml")]
    [InlineData("**/p?t.yaml")]
    public async Task Other_files_are_named(string file)
    {
        WriteSpec("../pet.yaml");
        bench.Write("pet.yaml", "type: object");

        var run = await bench.RunAsync("check", "spec/api.yaml", "--file", file);

        Assert.Equal(ExitCodes.Done, run.ExitCode);
    }

    [Theory]
    [InlineData("--file", "missing.yaml", "cannot read missing.yaml: it does not exist.")]
    [InlineData("--file", "none/*.yaml", "cannot read none/*.yaml: it does not exist.")]
    [InlineData("--file", "spec/*.json", "no file matches spec/*.json.")]
    [InlineData("--overlay", "missing.yaml", "cannot read missing.yaml: it does not exist.")]
    [InlineData("--file", "", "--file is empty.")]
    public async Task What_is_named_must_be_there(string option, string value, string expected)
    {
        WriteSpec("pet.yaml");

        var run = await bench.RunAsync("check", "spec/api.yaml", option, value);

        Assert.Equal(ExitCodes.Usage, run.ExitCode);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Overlays_and_filters_make_another_sdk()
    {
        bench.Write("api.yaml", """
            openapi: 3.0.3
            info: {title: Shop, version: '1'}
            paths:
              /pets: {get: {tags: [a], responses: {'204': {description: x}}}}
              /toys: {get: {tags: [b], responses: {'204': {description: x}}}}
            """);
        bench.Write("o.yaml", "overlay: 1.0.0\ninfo: {title: O, version: '1'}\nactions: [{target: $.info, update: {title: Zoo}}]");

        var run = await bench.RunAsync("generate", "api.yaml", "--output", "out", "--overlay", "o.yaml", "--include-tag", "a", "--include-tag", "c*");

        Assert.Equal(ExitCodes.Done, run.ExitCode);
        Assert.Equal(["Pets.PetsRequestBuilder.g.cs", "ZooClient.g.cs", "ZooClientOptions.g.cs"], bench.Names("out"));
        Assert.StartsWith("api.yaml(1,1): warning KILN0056: The pattern 'c*' of IncludeTags", run.Error, StringComparison.Ordinal);
    }

    private void WriteSpec(string reference) =>
        bench.Write("spec/api.yaml", "openapi: 3.0.3\ninfo: {title: T, version: '1'}\npaths: {}\ncomponents:\n  schemas: {A: {$ref: 'REF'}}\n".Replace("REF", reference, StringComparison.Ordinal));
}
