using System.Diagnostics;

namespace Kiln.Tool.Tests.Diff;

/// <summary>The program that diffs are for, where there is one.</summary>
internal static class PatchProgram
{
    public static bool IsInstalled =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(directory => File.Exists(Path.Combine(directory, "patch")));

    /// <summary>Applies the diff of <c>kiln drift</c> to a directory of pinned files.</summary>
    public static async Task ApplyAsync(string directory, string diff)
    {
        using var patch = Process.Start(new ProcessStartInfo("patch", ["-p1", "--batch", "-d", directory, "-i", diff]) { RedirectStandardOutput = true })!;
        var output = await patch.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await patch.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(patch.ExitCode == 0, output);
    }
}
