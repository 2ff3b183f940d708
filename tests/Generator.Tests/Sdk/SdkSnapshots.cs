using System.Runtime.CompilerServices;
using Kiln.Generator.Tests.Driving;
using Kiln.Generator.Tests.Snapshots;

namespace Kiln.Generator.Tests.Sdk;

/// <summary>Pins every file of the first SDK. <c>kiln drift spec/threat-events.openapi.yaml --pinned tests/Generator.Tests/Sdk --accept …</c> accepts new ones.</summary>
public sealed class SdkSnapshots
{
    [Fact]
    public void Sdk()
    {
        var driver = SdkDriver.Run(
            "threat-events.openapi.yaml",
            File.ReadAllText(SpecPath()),
            "SentinelOne.ThreatEvents",
            "ThreatEventsClient");

        Assert.Equal("", string.Join("\n", driver.GetRunResult().Diagnostics));
        Assert.Equal("", string.Join("\n", SdkCompilation.Compile(driver, TestContext.Current.CancellationToken)));
        Verifier.Verify(driver, "SdkSnapshots.Sdk");
    }

    private static string SpecPath([CallerFilePath] string sourceFile = "") =>
        Path.Combine(Path.GetDirectoryName(sourceFile)!, "..", "..", "..", "spec", "threat-events.openapi.yaml");
}
