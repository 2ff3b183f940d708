using Kiln.Package.Tests.Support;

namespace Kiln.Package.Tests;

/// <summary>Each command that the README shows is run by something; its code is built by <see cref="Consumers.GoodConsumers"/>.</summary>
public sealed class ReadmeTests
{
    private const string DriftRunBy = "tests/Kiln.Tests/ContinuousIntegration/ReadmeTests.cs";

    /// <summary>The commands, and the file that runs each in these words.</summary>
    private static readonly (string Command, string RunBy)[] Commands =
    [
        ("dotnet run --project tools/ThreatEvents -- --format jsonl", ".ci/run"),
        ("export SENTINELONE_API_TOKEN=…", "tests/ThreatEvents.Tests/ReadmeTests.cs"),
        ("threat-events 1569749506337035982 --console https://usea1.sentinelone.net --event-type process --max 20", "tests/ThreatEvents.Tests/ReadmeTests.cs"),
        ("dotnet pack packaging/Packages.slnx --output packages", "tests/Package.Tests/Support/PackedFeed.cs"),
        ("dotnet tool install --global Kiln.ThreatEvents --add-source packages", "tests/Package.Tests/Packages/InstalledToolTests.cs"),
        ("dotnet test", ".ci/run"),
        ("kiln build shop.yaml -o Shop.Api.1.0.0.nupkg --namespace Shop.Api --client ShopClient", "tests/Package.Tests/Consumers/BuiltPackageTests.cs"),
        (
            "dotnet run --project tools/Kiln -- drift spec/threat-events.openapi.yaml --pinned tests/Generator.Tests/Sdk --namespace SentinelOne.ThreatEvents --client ThreatEventsClient",
            ".ci/run"
        ),
        ("kiln diff v1.4.2:shop.yaml shop.yaml", DriftRunBy),
        ("kiln drift shop.yaml --pinned Generated", DriftRunBy),
        ("kiln observe shop.yaml session.har", DriftRunBy),
    ];

    [Fact]
    public void Its_commands_are_those_that_are_run() => Assert.Equal(
        Commands.Select(c => c.Command),
        Repository.ReadmeBlocks("console").SelectMany(b => b.Split('\n', StringSplitOptions.RemoveEmptyEntries)));

    [Fact]
    public void Each_is_run() =>
        Assert.All(Commands, c => Assert.Contains(c.Command, Repository.Read(c.RunBy.Split('/'))));

    [Fact]
    public void Its_links_lead_to_files_and_headings() => Assert.All(
        Repository.Readme.Split("](").Skip(1).Select(rest => rest[..rest.IndexOf(')', StringComparison.Ordinal)]).Where(l => !l.Contains("://", StringComparison.Ordinal)),
        link =>
        {
            var parts = link.Split('#');
            Assert.True(File.Exists(Repository.PathOf(parts[0].Split('/'))), link);
            if (parts.Length > 1)
                Assert.Contains(parts[1], Repository.Read(parts[0].Split('/')).Split('\n').Where(l => l.StartsWith('#')).Select(Anchor));
        });

    // As the sites that show Markdown write it, for headings of words.
    private static string Anchor(string heading) => heading.TrimStart('#').Trim().ToLowerInvariant().Replace(' ', '-');
}
