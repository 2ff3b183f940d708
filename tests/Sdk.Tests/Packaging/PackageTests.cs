using System.Diagnostics;
using System.IO.Compression;
using System.Reflection;
using System.Xml.Linq;

namespace SentinelOne.ThreatEvents.Tests.Packaging;

/// <summary>The package that people install.</summary>
public sealed class PackageTests : IDisposable
{
    private static readonly string Project = Checkout.PathOf("src", "Sdk");

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("sdk-package-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task It_has_the_sdk_and_needs_the_runtime_and_not_the_generator()
    {
        TestForm.RequireFull();
        await using var package = await ZipFile.OpenReadAsync(await PackAsync(), TestContext.Current.CancellationToken);
        var files = package.Entries.Select(e => e.FullName).ToList();
        await using var text = await package.Entries.Single(e => e.FullName.EndsWith(".nuspec")).OpenAsync(TestContext.Current.CancellationToken);
        var groups = XDocument.Load(text).Descendants().Where(e => e.Name.LocalName == "group").ToList();

        Assert.Equal(["net10.0", "net8.0"], groups.Select(g => (string?)g.Attribute("targetFramework")));
        Assert.All(groups, g =>
        {
            var ids = g.Elements().Select(d => (string?)d.Attribute("id")).ToList();
            Assert.Contains("Kiln.Runtime", ids);
            Assert.All(ids, id => Assert.Matches("^(Kiln[.]Runtime|Microsoft[.]Kiota[.].+|Std[.]UriTemplate)$", id));
        });
        Assert.Contains("lib/net10.0/SentinelOne.ThreatEvents.dll", files);
        Assert.Contains("lib/net10.0/SentinelOne.ThreatEvents.xml", files);
        Assert.DoesNotContain(files, f => f.Contains("Kiln") || f.StartsWith("analyzers") || f.StartsWith("build"));
    }

    /// <summary>Packs what is built already, which is one framework if only these tests were built; the dependencies of both are told all the same.</summary>
    private async Task<string> PackAsync()
    {
        var configuration = typeof(PackageTests).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;
        using var pack = Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList =
            {
                "pack", Project, "--no-build", "--nologo", "--configuration", configuration, "--output", folder.FullName,
                "-p:TargetFrameworks=net10.0", "-p:NoWarn=NU5128",
            },
            RedirectStandardOutput = true,
            // A build server that stays would hold the test's output open after its end.
            Environment = { ["MSBUILDDISABLENODEREUSE"] = "1" },
        })!;
        var output = await pack.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await pack.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(pack.ExitCode == 0, output);
        return Assert.Single(folder.GetFiles("*.nupkg")).FullName;
    }
}
