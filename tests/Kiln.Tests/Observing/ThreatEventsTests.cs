namespace Kiln.Tool.Tests.Observing;

/// <summary>The document of the sample against the example of its action.</summary>
public sealed class ThreatEventsTests : IDisposable
{
    // What the vendor says: all values are there, and one more is required.
    private const string Vendor = """
        overlay: 1.0.0
        info: { title: The vendor's requiredness, version: '1' }
        actions:
          - target: $.components.schemas.ThreatEvent.properties[?@.nullable==true]
            update: { nullable: false }
          - target: $.components.schemas.ThreatEvent.required
            update: [siteId]
        """;

    private readonly Workbench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task The_example_of_the_action_fits_the_document_and_not_the_vendors()
    {
        bench.Write("spec.yaml", File.ReadAllText(Checkout.PathOf("spec", "threat-events.openapi.yaml")));
        bench.Write("body.json", File.ReadAllText(Checkout.PathOf("tools", "ThreatEvents", "EmbeddedConsole", "SampleData", "example-body.json")));
        bench.Write("vendor.yaml", Vendor);
        string[] command = ["observe", "spec.yaml", "body.json", "--operation", "getThreatEvents"];

        var own = await bench.RunAsync(command);
        Assert.Equal(0, own.ExitCode);
        Assert.Contains("The traffic conforms to the document.", own.Out, StringComparison.Ordinal);

        var vendor = await bench.RunAsync([.. command, "--overlay", "vendor.yaml", "--write-overlay", "fix.yaml"]);
        Assert.Equal(1, vendor.ExitCode);
        Assert.Equal(60, vendor.Out.Split("observed-null").Length - 1);
        Assert.Contains("ThreatEvent.siteId: The required property 'siteId' is missing", vendor.Out, StringComparison.Ordinal);
        Assert.Contains("61 findings: 61 breaking", vendor.Out, StringComparison.Ordinal);
        Assert.Contains("With it the traffic fits the document.", vendor.Error, StringComparison.Ordinal);

        var corrected = await bench.RunAsync([.. command, "--overlay", "vendor.yaml", "--overlay", "fix.yaml"]);
        Assert.Equal(0, corrected.ExitCode);
        Assert.Contains("The traffic conforms to the document.", corrected.Out, StringComparison.Ordinal);
    }
}
