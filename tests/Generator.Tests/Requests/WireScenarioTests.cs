using Kiln.Generator.Tests.Requests.Document;
using Kiln.Generator.Tests.Scenarios;

namespace Kiln.Generator.Tests.Requests;

/// <summary>The requests of the project's own scenarios, among which are each style in each place, send what was meant.</summary>
public sealed class WireScenarioTests(ITestOutputHelper output)
{
    private static readonly int CallsPerRequest = TestForm.Count(full: 50, sample: 5);

    // A name that no header can have.
    private static readonly string[] NotSent = ["Hostile"];

    [Theory]
    [MemberData(nameof(ScenarioSdk.Names), MemberType = typeof(ScenarioSdk))]
    public async Task Sends_what_was_meant(string scenario)
    {
        Assert.SkipWhen(NotSent.Contains(scenario), "The document has names that no request can carry.");
        var sdk = ScenarioSdk.Of(scenario);

        var report = await WireRun.Of(sdk.Assembly!, new RawDocument("spec.yaml", _ => ScenarioSdk.Read(scenario)), new([.. sdk.SpecDiagnostics, .. sdk.ApiDiagnostics]), CallsPerRequest, seed: 1);

        output.WriteLine($"{scenario}: {report}");
        foreach (var difference in report.Differences)
            output.WriteLine(difference.ToString());
        Assert.Empty(report.Differences);
    }
}
