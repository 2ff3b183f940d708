using Kiln.Generator.Tests.Driving;
using Kiln.Generator.Tests.Snapshots;

namespace Kiln.Generator.Tests.Sdk;

/// <summary>Pins every file of the first SDK.</summary>
public sealed class SdkSnapshots
{
    [Fact]
    public void Sdk()
    {
        var driver = SdkDriver.Run("threat-events.openapi.yaml", Repository.ThreatEventsSpec, "SentinelOne.ThreatEvents", "ThreatEventsClient");

        Assert.Equal("", string.Join("\n", driver.GetRunResult().Diagnostics));
        Assert.Equal("", string.Join("\n", SdkCompilation.Compile(driver, TestContext.Current.CancellationToken)));
        Verifier.Verify(driver, "SdkSnapshots.Sdk");
    }
}
