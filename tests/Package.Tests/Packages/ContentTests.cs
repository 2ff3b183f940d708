using System.IO.Compression;
using System.Xml.Linq;
using Kiln.Package.Tests.Support;

namespace Kiln.Package.Tests.Packages;

/// <summary>What the packages hold.</summary>
public sealed class ContentTests(PackedFeed feed)
{
    [FullTheory]
    [InlineData("Kiln.Generator")]
    [InlineData("Kiln.Runtime")]
    [InlineData("Kiln.Tool")]
    [InlineData("Kiln.ThreatEvents")]
    [InlineData("SentinelOne.ThreatEvents")]
    public void A_package_tells_what_it_is(string id)
    {
        using var package = feed.Open(id);

        Assert.Equal("README.md", Metadata(package, "readme"));
        Assert.Equal("MIT", Metadata(package, "license"));
        Assert.NotNull(Metadata(package, "description"));
        Assert.Contains(package.Entries, e => e.FullName == "README.md");
    }

    [FullFact]
    public void The_generator_brings_all_that_it_runs_on_and_nothing_that_a_program_runs_on()
    {
        using var package = feed.Open("Kiln.Generator");

        Assert.Equal(
            [
                "Kiln.Generator.dll", "NJsonSchema.Annotations.dll", "NJsonSchema.dll", "NSwag.Core.dll", "Namotion.Reflection.dll", "Newtonsoft.Json.dll",
                "YamlDotNet.dll",
            ],
            package.Entries.Where(e => e.FullName.StartsWith("analyzers/dotnet/cs/", StringComparison.Ordinal)).Select(e => e.Name).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(package.Entries, e => e.FullName.StartsWith("lib/", StringComparison.Ordinal));
        Assert.Empty(Dependencies(package));
        Assert.Equal("true", Metadata(package, "developmentDependency"));
    }

    [FullFact]
    public void The_SDK_stands_on_the_runtime_and_not_on_the_generator()
    {
        using var package = feed.Open("SentinelOne.ThreatEvents");

        Assert.Contains("Kiln.Runtime", Dependencies(package));
        Assert.DoesNotContain("Kiln.Generator", Dependencies(package));
    }

    private static string? Metadata(ZipArchive package, string name) => Nuspec(package).Descendants().FirstOrDefault(e => e.Name.LocalName == name)?.Value;

    private static string[] Dependencies(ZipArchive package) =>
        [.. Nuspec(package).Descendants().Where(e => e.Name.LocalName == "dependency").Select(e => e.Attribute("id")!.Value).Distinct()];

    private static XDocument Nuspec(ZipArchive package)
    {
        using var stream = package.Entries.Single(e => e.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        return XDocument.Load(stream);
    }
}
