using Kiln.Generator.Changes;
using Kiln.Generator.Pipeline;

namespace Kiln.Tool.Tests.Comparing;

/// <summary>Runs <c>kiln diff</c> and keeps the two documents that it compared.</summary>
public sealed class ComparisonBench : IDisposable
{
    public ComparisonBench()
    {
        Files.Generate = SdkPipeline.GenerateFrom;
        Files.Find = (old, current, _, _) =>
        {
            (Old, New) = (old, current);
            return new([]);
        };
    }

    public Workbench Files { get; } = new();

    internal SdkVersion? Old { get; private set; }

    internal SdkVersion? New { get; private set; }

    /// <summary>A document with one path, whose schema may be in another file.</summary>
    public static string Spec(string path, string schema = "{type: string}", string title = "Shop") =>
        $"openapi: 3.0.3\ninfo: {{title: {title}, version: '1'}}\npaths:\n  {path}: {{get: {{responses: {{'200': {{description: x, content: {{application/json: {{schema: {schema}}}}}}}}}}}}}\n";

    public void Dispose() => Files.Dispose();

    /// <summary>The paths of both documents, which say what each side was.</summary>
    internal async Task<(string Old, string New)> CompareAsync(params string[] args)
    {
        var run = await Files.RunAsync(["diff", .. args]);

        Assert.Equal((ExitCodes.Done, ""), (run.ExitCode, run.Error));
        Assert.EndsWith("\nNo changes.\n", run.Out, StringComparison.Ordinal);
        return (PathOf(Old!), PathOf(New!));
    }

    /// <summary>How a comparison that cannot be made ends.</summary>
    internal async Task<(int ExitCode, string Error)> FailAsync(params string[] args)
    {
        var run = await Files.RunAsync(["diff", .. args]);

        Assert.Equal("", run.Out);
        Assert.Null(Old);
        return (run.ExitCode, run.Error.TrimEnd());
    }

    private static string PathOf(SdkVersion version) => string.Join(' ', version.Api.Operations.Items.Select(o => o.Path));
}
