using System.Diagnostics;
using Kiln.Package.Tests.Support;

namespace Kiln.Package.Tests.Packages;

/// <summary>The commands, installed from their packages and nothing else.</summary>
public sealed class InstalledToolTests(PackedFeed feed)
{
    [FullTheory]
    [InlineData("Kiln.ThreatEvents", "threat-events", "--count", "2500")]
    [InlineData("Kiln.Tool", "kiln", "--version", "0.1.0")]
    public async Task A_command_runs_as_it_is_installed(string id, string command, string argument, string expected)
    {
        var folder = feed.Folder($"installed-{command}");
        await File.WriteAllTextAsync(Path.Combine(folder, "nuget.config"), $"""
            <configuration>
              <packageSources>
                <clear />
                <add key="packed" value="{feed.Folder("feed")}" />
              </packageSources>
            </configuration>
            """, TestContext.Current.CancellationToken);

        var install = await Dotnet.RunAsync(folder, feed.Environment, "tool", "install", id, "--version", feed.Version, "--tool-path", folder);
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
