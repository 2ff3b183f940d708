using System.Diagnostics;

namespace Kiln.Benchmarks.Processes;

/// <summary>Runs a program to its end and measures it. One at a time: the CPU time is that of all children in between.</summary>
internal static class MeasuredProcess
{
    // Nothing that is measured asks servers of their makers, or shows what it could do otherwise.
    private static readonly (string Name, string Value)[] Quiet =
    [
        ("DOTNET_NOLOGO", "1"),
        ("DOTNET_CLI_TELEMETRY_OPTOUT", "1"),
        ("KIOTA_CLI_TELEMETRY_OPTOUT", "true"),
        ("KIOTA_TUTORIAL_ENABLED", "false"),
        ("KIOTA_Update__Disabled", "true"),
        // What a build that is kept alive would do is in nobody's time.
        ("MSBUILDDISABLENODEREUSE", "1"),
        ("DOTNET_CLI_USE_MSBUILD_SERVER", "0"),
    ];

    /// <exception cref="InvalidOperationException">It failed; the message has what it wrote.</exception>
    public static ProcessCost Run(string file, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var (name, value) in Quiet)
            start.Environment[name] = value;

        var cpu = ChildClock.IsSupported ? ChildClock.Read() : TimeSpan.Zero;
        var wall = Stopwatch.GetTimestamp();
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{file} cannot be started.");
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd() + errors.GetAwaiter().GetResult();
        process.WaitForExit();
        var cost = new ProcessCost(Stopwatch.GetElapsedTime(wall).TotalSeconds, ChildClock.IsSupported ? (ChildClock.Read() - cpu).TotalSeconds : double.NaN, output);
        return process.ExitCode == 0 ? cost : throw new InvalidOperationException($"{file} ended with {process.ExitCode}: {output}");
    }
}
