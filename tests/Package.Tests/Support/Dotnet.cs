using System.Diagnostics;

namespace Kiln.Package.Tests.Support;

/// <summary>How a run of <c>dotnet</c> ended.</summary>
internal sealed record DotnetRun(int ExitCode, string Output)
{
    /// <summary>The errors and warnings of one project, each once: MSBuild tells them as they come and again in its summary.</summary>
    public IReadOnlyList<string> Told(string project) =>
    [
        .. Output.Split('\n', StringSplitOptions.TrimEntries)
            .Where(l => (l.Contains(": error ", StringComparison.Ordinal) || l.Contains(": warning ", StringComparison.Ordinal)) && l.Contains($"{project}.csproj", StringComparison.Ordinal))
            .Distinct(),
    ];
}

/// <summary>Runs <c>dotnet</c> as a person would in a folder.</summary>
internal static class Dotnet
{
    public static Task<DotnetRun> RunAsync(string folder, IReadOnlyDictionary<string, string> environment, params string[] args) =>
        RunProgramAsync(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", folder, environment, args);

    /// <summary>Runs another program in the same way.</summary>
    public static async Task<DotnetRun> RunProgramAsync(string program, string folder, IReadOnlyDictionary<string, string> environment, params string[] args)
    {
        var start = new ProcessStartInfo(program, args)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // What `dotnet test` has set for itself is not what a new shell has.
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(name);
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        foreach (var (name, value) in environment)
            start.Environment[name] = value;

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new(process.ExitCode, await output + await error);
    }
}
