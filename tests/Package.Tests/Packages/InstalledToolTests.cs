using System.Diagnostics;
using Kiln.Package.Tests.Support;

namespace Kiln.Package.Tests.Packages;

/// <summary>The commands, installed from their packages and nothing else.</summary>
public sealed class InstalledToolTests(PackedFeed feed)
{
    private const string Command = "dotnet tool install --global Kiln.ThreatEvents --add-source packages";

    [FullTheory]
    [InlineData("Kiln.ThreatEvents", "threat-events", "--count", "2500")]
    [InlineData("Kiln.Tool", "kiln", "--version", "0.1.0")]
    public async Task A_command_runs_as_it_is_installed(string id, string command, string argument, string expected)
    {
        var folder = feed.Folder($"installed-{command}");
        await File.WriteAllTextAsync(Path.Combine(folder, "nuget.config"), "<configuration><packageSources><clear /></packageSources></configuration>", TestContext.Current.CancellationToken);

        // In a folder of its own, and not for all of the machine.
        var words = Command.Replace(" --global Kiln.ThreatEvents", $" {id} --tool-path . --version {feed.Version}", StringComparison.Ordinal).Split(' ');
        var install = await Dotnet.RunAsync(folder, feed.Environment, [.. words[1..^1], feed.Folder("feed")]);
        Assert.True(install.ExitCode == 0, install.Output);

        var start = new ProcessStartInfo(Path.Combine(folder, command), [argument]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_ROOT"] = DotnetRoot;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(process.ExitCode == 0, await error);
        Assert.StartsWith(expected, await output);
    }

    /// <summary>Where the runtime lies that this test runs on; the host of an installed command has to find one too.</summary>
    private static string DotnetRoot => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", ".."));
}
