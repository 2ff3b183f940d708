using System.Diagnostics;

namespace Kiln.Tool.Tests.ContinuousIntegration;

/// <summary>Runs <c>ci/check-drift.sh</c> as a CI system does.</summary>
internal static class ScriptRun
{
    public static string Script { get; } = Checkout.PathOf("ci", "check-drift.sh");

    /// <summary>Where there is no shell, nothing can be tried.</summary>
    public static void SkipWithoutShell() => Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no POSIX shell.");

    /// <param name="bench">Its folder is the checkout of the CI system.</param>
    /// <param name="variables">The variables that are set; all others of the script are not.</param>
    /// <param name="arguments">The arguments of the script.</param>
    public static async Task<Outcome> RunAsync(Workbench bench, IReadOnlyDictionary<string, string> variables, params string[] arguments)
    {
        var start = new ProcessStartInfo("sh", [Script, .. arguments]) { WorkingDirectory = bench.Root, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var name in ScriptVariables.Read.Concat(["GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY"]))
            start.Environment.Remove(name);
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new(process.ExitCode, await output, await error);
    }
}
