using Kiln.Generator.Tests.Requests.Document;
using Kiln.Generator.Tests.Scenarios;

namespace Kiln.Generator.Tests.Answers;

/// <summary>The responses of the project's own scenarios, among which are each kind of body and each form of error, are read as they were served.</summary>
public sealed class AnswerScenarioTests(ITestOutputHelper output)
{
    // A media type and header names that no response can have.
    private const string NotServed = "Hostile";

    [Theory]
    [MemberData(nameof(ScenarioSdk.Names), MemberType = typeof(ScenarioSdk))]
    public async Task Reads_what_was_served(string scenario)
    {
        Assert.SkipWhen(scenario == NotServed, "The document has headers that no response can have.");
        var sdk = ScenarioSdk.Of(scenario);

        var report = await AnswerRun.Of(sdk.Assembly!, new RawDocument("spec.yaml", _ => ScenarioSdk.Read(scenario)), sdk.Spec.Root, TestForm.Count(full: 3, sample: 2), TestForm.Variable("KILN_ANSWERS_SEED") ?? 1);

        output.WriteLine($"{scenario}: {report}");
        foreach (var difference in report.Differences)
            output.WriteLine(difference.ToString());
        Assert.Empty(report.Differences);
    }
}
