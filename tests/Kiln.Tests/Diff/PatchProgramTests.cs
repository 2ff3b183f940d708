namespace Kiln.Tool.Tests.Diff;

/// <summary>Holds the diff against the program that it is for, where there is one.</summary>
public sealed class PatchProgramTests : IDisposable
{
    private readonly Workbench bench = new();

    public void Dispose() => bench.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("SdkSnapshots.Sdk")]
    public async Task Patch_brings_the_pinned_files_to_what_the_document_gives(string prefix)
    {
        Assert.SkipUnless(PatchProgram.IsInstalled, "There is no patch program on this machine.");
        bench.Gives(Workbench.File("Changed.g.cs", "a\nb\nc"), Workbench.File("Gone.g.cs", "x\n"), Workbench.File("Same.g.cs", "s\n"));
        await bench.RunAsync("drift", "api.yaml", "--pinned", "pinned", "--accept", "--prefix", prefix);
        bench.Gives(Workbench.File("Changed.g.cs", "a\nB\nc\n"), Workbench.File("New.g.cs", "n"), Workbench.File("Same.g.cs", "s\n"));

        var drift = await bench.RunAsync("drift", "api.yaml", "--pinned", "pinned", "--prefix", prefix);
        bench.Write("drift.diff", drift.Out);
        await PatchProgram.ApplyAsync(bench.PathOf("pinned"), bench.PathOf("drift.diff"));

        Assert.Equal(ExitCodes.Drift, drift.ExitCode);
        Assert.Equal(ExitCodes.Done, (await bench.RunAsync("drift", "api.yaml", "--pinned", "pinned", "--prefix", prefix)).ExitCode);
        Assert.Equal(3, bench.Names("pinned").Length);
    }
}
