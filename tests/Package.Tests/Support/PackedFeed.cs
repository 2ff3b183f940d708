using System.IO.Compression;
using Kiln.Package.Tests.Support;

[assembly: AssemblyFixture(typeof(PackedFeed))]

namespace Kiln.Package.Tests.Support;

/// <summary>The packages of this checkout in a folder of its own, under a version that no cache can know.</summary>
public sealed class PackedFeed : IAsyncLifetime
{
    private const string Command = "dotnet pack packaging/Packages.slnx --output packages";

    private readonly string root = Directory.CreateTempSubdirectory("kiln-packages-").FullName;

    public string Version { get; } = $"0.1.0-test.{DateTime.UtcNow.Ticks}";

    /// <summary>Where a test makes folders of its own.</summary>
    public string Folder(string name) => Directory.CreateDirectory(Path.Combine(root, name)).FullName;

    public async ValueTask InitializeAsync()
    {
        // The tests that need the packages are skipped then.
        if (!TestForm.IsFull)
            return;

        // With outputs of their own: other tests run from those of the checkout meanwhile. The analyzers have run in the build of the checkout.
        var run = await Dotnet.RunAsync(
            Repository.Root, new Dictionary<string, string>(),
            [
                .. Command.Split(' ')[1..^1], Folder("feed"),
                "--artifacts-path", Folder("artifacts"), $"-p:Version={Version}", "-p:RunAnalyzersDuringBuild=false", "--nologo", "-v:q",
            ]);
        Assert.True(run.ExitCode == 0 && !run.Output.Contains("warning", StringComparison.Ordinal), run.Output);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(root, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>One of the packages.</summary>
    public ZipArchive Open(string id) => ZipFile.OpenRead(Path.Combine(Folder("feed"), $"{id}.{Version}.nupkg"));

    /// <summary>The package of the symbols of one.</summary>
    public ZipArchive OpenSymbols(string id) => ZipFile.OpenRead(Path.Combine(Folder("feed"), $"{id}.{Version}.snupkg"));

    /// <summary>
    /// A package cache that begins empty. What restoring the checkout has brought already is taken from the machine's own, so that a second download
    /// is not needed; Kiln's packages cannot be there, for their version is new.
    /// </summary>
    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string> { ["NUGET_PACKAGES"] = Folder("cache") };

    /// <summary>Lets the projects of a folder restore from the packages, beside the sources that the machine has.</summary>
    public void WriteConfiguration(string folder) => File.WriteAllText(Path.Combine(folder, "nuget.config"), $"""
        <configuration>
          <packageSources>
            <add key="packed" value="{Folder("feed")}" />
          </packageSources>
          <fallbackPackageFolders>
            <add key="machine" value="{MachineCache}" />
          </fallbackPackageFolders>
        </configuration>
        """);

    private static string MachineCache
    {
        get
        {
            var folder = System.Environment.GetEnvironmentVariable("NUGET_PACKAGES")
                ?? Path.Combine(System.Environment.GetFolderPath(System.Environment.SpecialFolder.UserProfile), ".nuget", "packages");
            return Directory.CreateDirectory(folder).FullName;
        }
    }
}
