namespace Kiln.Tool.Tests.Commands;

/// <summary>The two histories of the sample document, whose findings <c>Kiln.Generator.Tests</c> holds, through the command.</summary>
public sealed class HistoryTests : IDisposable
{
    private readonly Workbench bench = new();

    public void Dispose() => bench.Dispose();

    [Theory]
    [InlineData("growth/v1", "growth/v2", "2.0.0", ExitCodes.Drift)]
    [InlineData("growth/v2", "growth/v3", "2.0.0", ExitCodes.Drift)]
    [InlineData("growth/v3", "growth/v4", "2.0.0", ExitCodes.Drift)]
    [InlineData("vendor/v1", "vendor/v2", "1.5.0", ExitCodes.Done)]
    [InlineData("vendor/v1", "vendor/v2", "1.5.0", ExitCodes.Drift, "--fail-on", "warning")]
    [InlineData("vendor/v2", "vendor/v3", "2.0.0", ExitCodes.Drift)]
    [InlineData("vendor/v3", "vendor/v4", "2.0.0", ExitCodes.Drift)]
    [InlineData("vendor/v3", "vendor/v4", "2.0.0", ExitCodes.Drift, "--fail-on", "binary-breaking")]
    [InlineData("vendor/v4", "vendor/v5", "2.0.0", ExitCodes.Drift)]
    public async Task A_step_has_its_exit_code_and_version(string old, string current, string version, int exitCode, params string[] options)
    {
        var run = await bench.RunAsync(["diff", PathOf(old), PathOf(current), "--suggest-version", "1.4.2", .. options]);

        Assert.Equal((exitCode, ""), (run.ExitCode, run.Error));
        Assert.EndsWith($"\nSuggested version: {version}\n", run.Out, StringComparison.Ordinal);
    }

    private static string PathOf(string version) => Checkout.PathOf(["tests", "Generator.Tests", "Changes", "Histories", .. $"{version}.yaml".Split('/')]);
}
