using Kiln.Generator.Diagnostics;
using static Kiln.Tool.Tests.Workbench;

namespace Kiln.Tool.Tests.Commands;

/// <summary>What an <c>.editorconfig</c> beside or above a document does to what the commands tell of it.</summary>
public sealed class SeverityTests : IDisposable
{
    private readonly Workbench bench = new();

    public SeverityTests()
    {
        bench.Write("spec/api.yaml", "openapi: 3.0.3\n");
        bench.Write(".editorconfig", "[*.yaml]\ndotnet_diagnostic.KILN1001.severity = none\ndotnet_diagnostic.KILN1002.severity = error\ndotnet_diagnostic.KILN2003.severity = none\n");
    }

    public void Dispose() => bench.Dispose();

    [Theory]
    [InlineData(1, ExitCodes.Done, "", "no errors")]
    [InlineData(2, ExitCodes.DocumentWrong, "spec/api.yaml(2,1): error KILN1002: wrong", "1 error")]
    [InlineData(4, ExitCodes.Done, "spec/api.yaml(4,1): warning KILN1004: wrong", "no errors, 1 warning")]
    public async Task Check_tells_what_was_chosen(int line, int exitCode, string told, string summary)
    {
        bench.Tells(Diagnostic(DiagnosticLevel.Warning, line, file: "spec/api.yaml"));

        Assert.Equal(new Outcome(exitCode, told, $"spec/api.yaml: {summary}."), Trimmed(await bench.RunAsync("check", "spec/api.yaml")));
    }

    [Fact]
    public async Task An_error_that_is_lowered_is_told_because_there_is_no_SDK()
    {
        bench.Tells(Diagnostic(DiagnosticLevel.Error, 3, file: "spec/api.yaml"));

        Assert.Equal(
            new Outcome(ExitCodes.DocumentWrong, "spec/api.yaml(3,1): error KILN2003: wrong", "spec/api.yaml: 1 error."),
            Trimmed(await bench.RunAsync("check", "spec/api.yaml")));
    }

    [Theory]
    [InlineData("generate", "--output", "made")]
    [InlineData("build", "-o", "made/a.dll")]
    public async Task A_warning_that_is_raised_stops_what_would_be_made(string command, params string[] options)
    {
        bench.Generate = (_, _, _) => Sdk(File("A.g.cs", "")) with { Diagnostics = [Diagnostic(DiagnosticLevel.Warning, 2, file: "spec/api.yaml")] };

        var run = await bench.RunAsync([command, "spec/api.yaml", .. options]);

        Assert.Equal(ExitCodes.DocumentWrong, run.ExitCode);
        Assert.False(Directory.Exists(bench.PathOf("made")));
    }

    private static Outcome Trimmed(Outcome run) => run with { Out = run.Out.TrimEnd(), Error = run.Error.TrimEnd() };
}
