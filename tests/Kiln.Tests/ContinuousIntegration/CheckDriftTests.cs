using Kiln.Tool.Tests.Comparing;

namespace Kiln.Tool.Tests.ContinuousIntegration;

/// <summary><c>ci/check-drift.sh</c> with the built tool, in a repository with names that a shell could take apart.</summary>
public sealed class CheckDriftTests : IDisposable
{
    private const string Spec = "it's a \"spec\"/$(touch ran) -a;b.yaml";
    private const string Pinned = "pin*'ned\"";

    private static readonly string[] Forms = [".github.txt", ".html", ".json", ".md", ".sarif", ".xml"];

    private readonly Workbench bench = new();

    public CheckDriftTests()
    {
        ScriptRun.SkipWithoutShell();
        bench.Generate = Kiln.Generator.Pipeline.SdkPipeline.GenerateFrom;
        bench.Write(Spec, ComparisonBench.Spec("/pets"));
        var repository = new GitRepository(bench.Root);
        repository.Commit();
    }

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task Drift_is_1_and_is_reported_in_all_forms()
    {
        await bench.RunAsync("drift", Spec, "--pinned", Pinned, "--accept");
        bench.Write(Spec, ComparisonBench.Spec("/cats"));

        var run = await RunAsync(new() { ["BASE"] = $"HEAD:{Spec}", ["PINNED"] = Pinned, ["REPORTS"] = "all reports", ["GITHUB_ACTIONS"] = "true", ["GITHUB_STEP_SUMMARY"] = "summary.md" }, Spec);

        Assert.True(run.ExitCode == ExitCodes.Drift, run.Error);
        Assert.Contains("--- pinned/", run.Out, StringComparison.Ordinal);
        Assert.Contains("::error file=it's a \"spec\"/$(touch ran) -a;b.yaml,line=", run.Out, StringComparison.Ordinal);
        Assert.Equal(new[] { "diff", "drift" }.SelectMany(n => Forms.Select(f => n + f)), bench.Names("all reports"));
        Assert.Equal(bench.Read("all reports/drift.md") + bench.Read("all reports/diff.md"), bench.Read("summary.md"));
        Assert.False(File.Exists(bench.PathOf("ran")));
    }

    [Theory]
    [InlineData(ExitCodes.Done, "openapi: 3.0.3", "")]
    [InlineData(ExitCodes.DocumentWrong, "openapi: 9.9.9", "KILN")]
    public async Task No_drift_is_0_and_a_wrong_document_3(int exitCode, string version, string error)
    {
        TestForm.RequireFull();
        bench.Write("-new.yaml", ComparisonBench.Spec("/pets").Replace("openapi: 3.0.3", version, StringComparison.Ordinal));

        var run = await RunAsync(new() { ["BASE"] = $"HEAD:{Spec}" }, "-new.yaml");

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Contains(error, run.Error, StringComparison.Ordinal);
    }

    private Task<Outcome> RunAsync(Dictionary<string, string> variables, params string[] arguments) =>
        ScriptRun.RunAsync(bench, new Dictionary<string, string>(variables) { ["KILN"] = $"{Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet"} exec {typeof(KilnCommand).Assembly.Location}" }, arguments);
}
