using Kiln.Generator.Tests.Driving;

namespace Kiln.Generator.Tests.RoundTrip;

/// <summary>JSON made at random from the schemas of the project's own scenarios: it comes out as it went in, and a valid value breaks no contract.</summary>
public class MadeExampleTests(ITestOutputHelper output)
{
    private static readonly int PerSchema = TestForm.Count(full: 200, sample: 20);

    public static TheoryData<string> Scenarios() =>
        [.. Directory.GetFiles(Path.Combine(Repository.Root, "tests", "Generator.Tests", "Scenarios"), "spec.*", SearchOption.AllDirectories).Select(f => Path.GetFileName(Path.GetDirectoryName(f)!)).Order()];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void What_a_schema_allows_comes_out_as_it_went_in(string scenario)
    {
        var path = Directory.GetFiles(Path.Combine(Repository.Root, "tests", "Generator.Tests", "Scenarios", scenario), "spec.*").Single();
        using var sdk = new CompiledSdk(path, File.ReadAllText(path), TestContext.Current.CancellationToken);
        Assert.SkipWhen(sdk.Error is not null, "The scenario is an error, or of several files.");

        var report = RoundTripper.TryMade(sdk, PerSchema, seed: 1);

        output.WriteLine($"{report.Tried} values tried");
        foreach (var finding in report.Unexplained.Take(20))
            output.WriteLine(finding.ToString());
        Assert.Empty(report.Unexplained);
    }
}
