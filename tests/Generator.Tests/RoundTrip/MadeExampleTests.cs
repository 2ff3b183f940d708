using Kiln.Generator.Tests.Scenarios;

namespace Kiln.Generator.Tests.RoundTrip;

/// <summary>JSON made at random from the schemas of the project's own scenarios: it comes out as it went in, and a valid value breaks no contract.</summary>
public class MadeExampleTests(ITestOutputHelper output)
{
    private static readonly int PerSchema = TestForm.Count(full: 200, sample: 20);

    [Theory]
    [MemberData(nameof(ScenarioSdk.Names), MemberType = typeof(ScenarioSdk))]
    public void What_a_schema_allows_comes_out_as_it_went_in(string scenario)
    {
        var report = RoundTripper.TryMade(ScenarioSdk.Of(scenario), PerSchema, seed: 1);

        output.WriteLine($"{report.Tried} values tried");
        foreach (var finding in report.Unexplained.Take(20))
            output.WriteLine(finding.ToString());
        Assert.Empty(report.Unexplained);
    }

    [Theory]
    [MemberData(nameof(ScenarioSdk.Names), MemberType = typeof(ScenarioSdk))]
    public void What_a_schema_does_not_allow_comes_out_as_it_went_in(string scenario)
    {
        var report = RoundTripper.TryDamaged(ScenarioSdk.Of(scenario), PerSchema, seed: 1);

        Assert.Equal("", string.Join("\n", report.Differences.Where(d => !d.IsSpelling).Take(20)));
    }
}
