using static Kiln.Tool.Tests.Comparing.ComparisonBench;

namespace Kiln.Tool.Tests.Comparing;

/// <summary>Documents to compare that are in a revision of a git repository.</summary>
public sealed class GitDocumentTests : IDisposable
{
    private readonly ComparisonBench bench = new();
    private readonly GitRepository repository;

    public GitDocumentTests()
    {
        repository = new(bench.Files.Root);
        bench.Files.Write("api.yaml", Spec("/first", "{$ref: 'parts/pet.yaml#/Pet'}"));
        bench.Files.Write("parts/pet.yaml", "Pet: {type: object, properties: {first: {$ref: name.yaml}}}");
        bench.Files.Write("parts/name.yaml", "type: string");
        bench.Files.Write("spec/deep/openapi.yaml", Spec("/deep", "{$ref: ../../parts/name.yaml}"));
        bench.Files.Write("spec/ü [1].yaml", Spec("/odd"));
        repository.Commit();
        repository.Run("tag", "v1.0.0");
        bench.Files.Write("api.yaml", Spec("/second", "{$ref: 'parts/pet.yaml#/Pet'}"));
        bench.Files.Write("parts/pet.yaml", "Pet: {type: object, properties: {second: {type: string}}}");
        repository.Commit("A change: two");
        bench.Files.Write("api.yaml", Spec("/staged"));
        repository.Run("add", "api.yaml");
        bench.Files.Write("api.yaml", Spec("/working"));
        bench.Files.Write("a:b.yaml", Spec("/colon"));
    }

    public void Dispose() => bench.Dispose();

    [Theory]
    [InlineData("v1.0.0:api.yaml", "/first")]
    [InlineData("HEAD~1:./api.yaml", "/first")]
    [InlineData("main:spec/../api.yaml", "/second")]
    [InlineData("HEAD@{0}:api.yaml", "/second")]
    [InlineData("HEAD^{/change: two}:api.yaml", "/second")]
    [InlineData(":api.yaml", "/staged")]
    [InlineData("HEAD:spec/deep", "/deep", "--file", "parts/*.yaml")]
    [InlineData("HEAD:spec/ü [1].yaml", "/odd")]
    [InlineData("a:b.yaml", "/colon")]
    public async Task A_revision_has_its_own_files(string old, string path, params string[] options)
    {
        Assert.Equal((path, "/working"), await bench.CompareAsync([old, "api.yaml", .. options]));
    }

    [Fact]
    public async Task Files_that_a_document_refers_to_are_of_its_revision()
    {
        await bench.CompareAsync("v1.0.0:api.yaml", "HEAD:api.yaml");

        Assert.Contains("string? First", Code(bench.Old!), StringComparison.Ordinal);
        Assert.Contains("string? Second", Code(bench.New!), StringComparison.Ordinal);
        Assert.Equal("api.yaml", bench.Old!.Spec.Path);

        static string Code(Generator.Changes.SdkVersion version) => version.Files.Items.Single(f => f.HintName == "Models.Pet.g.cs").Text;
    }

    [Fact]
    public async Task Paths_are_gits_in_a_folder_of_the_repository_too()
    {
        var folder = bench.Files.PathOf("spec");
        Assert.Equal(ExitCodes.Done, await RunIn(folder, "HEAD:./deep", "v1.0.0:spec/deep", "--file", "../parts/*.yaml"));

        using var error = new StringWriter();
        Assert.Equal(ExitCodes.Usage, await RunIn(folder, error, "HEAD:deep/openapi.yaml", "HEAD:./deep"));
        Assert.Equal(
            "kiln: cannot read HEAD:deep/openapi.yaml: there is no file of that name, and the revision 'HEAD' has no file 'deep/openapi.yaml'; paths start at the top of the repository: did you mean 'HEAD:./deep/openapi.yaml'?",
            error.ToString().TrimEnd());
    }

    [Fact]
    public async Task A_file_above_the_document_is_not_read_unless_it_is_named()
    {
        var (exitCode, error) = await bench.FailAsync("HEAD:spec/deep/openapi.yaml", "api.yaml");

        Assert.Equal(ExitCodes.DocumentWrong, exitCode);
        Assert.StartsWith("spec/deep/openapi.yaml(4,", error, StringComparison.Ordinal);
        Assert.EndsWith("kiln: HEAD:spec/deep/openapi.yaml: 1 error; the documents were not compared.", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("v2:api.yaml", "there is no file of that name, and 'v2' is not a revision of the git repository.")]
    [InlineData("HEAD..v1.0.0:api.yaml", "there is no file of that name, and 'HEAD..v1.0.0' is not a revision of the git repository.")]
    [InlineData("--help:api.yaml", "there is no file of that name, and '--help' is not a revision of the git repository.")]
    [InlineData("HEAD:apy.yaml", "there is no file of that name, and the revision 'HEAD' has no file 'apy.yaml'; did you mean 'HEAD:api.yaml'?")]
    [InlineData("HEAD:none/at/all.yaml", "there is no file of that name, and the revision 'HEAD' has no file 'none/at/all.yaml'.")]
    [InlineData("HEAD:../api.yaml", "there is no file of that name, and the revision 'HEAD' has no file '../api.yaml'.")]
    public async Task What_is_not_there_is_a_sentence(string side, string sentence) =>
        Assert.Equal((ExitCodes.Usage, $"kiln: cannot read {side}: {sentence}"), await bench.FailAsync("--", side, "api.yaml"));

    [Fact]
    public async Task Outside_of_a_repository_it_says_so()
    {
        using var other = new ComparisonBench();

        var (exitCode, error) = await other.FailAsync("HEAD:api.yaml", "api.yaml");

        Assert.Equal(ExitCodes.Usage, exitCode);
        Assert.StartsWith($"kiln: cannot read HEAD:api.yaml: {other.Files.Root} is not in a git repository, or git refuses it, and there is no file of that name (", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_of_a_revision_is_not_followed()
    {
        System.IO.File.CreateSymbolicLink(bench.Files.PathOf("linked.yaml"), bench.Files.PathOf("api.yaml"));
        repository.Commit();

        var (exitCode, error) = await bench.FailAsync("HEAD:linked.yaml", "api.yaml");

        Assert.Equal(ExitCodes.Usage, exitCode);
        Assert.Contains("the revision 'HEAD' has no file 'linked.yaml'", error, StringComparison.Ordinal);
    }

    private static Task<int> RunIn(string folder, params string[] args) => RunIn(folder, TextWriter.Null, args);

    private static Task<int> RunIn(string folder, TextWriter error, params string[] args) => KilnCommand.RunAsync(
        ["diff", .. args], new KilnConsole(TextWriter.Null, error, IsTerminal: false, folder), Generator.Pipeline.SdkPipeline.GenerateFrom, TestContext.Current.CancellationToken, (_, _, _, _) => new([]));
}
