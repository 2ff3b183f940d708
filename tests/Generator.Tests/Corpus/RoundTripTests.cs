using Kiln.Generator.Tests.RoundTrip;

namespace Kiln.Generator.Tests.Corpus;

/// <summary>The examples of the public documents, read by the generated models and written again: the same JSON, but where an example contradicts its own schema.</summary>
[Collection(nameof(CorpusRun))]
public sealed partial class RoundTripTests(ITestOutputHelper output)
{
    [Theory]
    [MemberData(nameof(PublicDocuments.Documents), MemberType = typeof(PublicDocuments))]
    public void Comes_out_as_it_went_in_and_breaks_no_contract(string? document)
    {
        Assert.SkipWhen(document is null, PublicDocuments.Absent);

        var report = CorpusRun.Of(document!).RoundTrip;

        Print(report);
        Assert.Equal("", string.Join("\n", report.Unexplained));
    }

    [Theory]
    [MemberData(nameof(PublicDocuments.Documents), MemberType = typeof(PublicDocuments))]
    public void What_its_schemas_allow_comes_out_as_it_went_in(string? document)
    {
        Assert.SkipWhen(document is null, PublicDocuments.Absent);

        var report = CorpusRun.Of(document!).Made;

        output.WriteLine($"{report.Tried} values tried");
        foreach (var finding in report.Unexplained.Take(20))
            output.WriteLine(finding.ToString());
        Assert.Empty(report.Unexplained);
    }

    [Fact]
    public void Tries_all_examples_of_all_documents()
    {
        Assert.SkipWhen(PublicDocuments.Folder is null, PublicDocuments.Absent);

        var all = PublicDocuments.Names().Select(n => CorpusRun.Of(n).RoundTrip).Aggregate((a, b) => a.Add(b));

        Print(all);
        Assert.True(all.Tried > TestForm.Count(full: 1000, sample: 25), $"Only {all.Tried} examples were tried.");
    }

    private void Print(RoundTripReport report)
    {
        output.WriteLine(
            $"{report.Tried} examples tried, {report.Differing} differ, {report.Violating} were reported by the model, {report.Unexplained.Count()} findings are not explained; " +
            $"{report.Respelled} date-times or UUIDs spelled otherwise; {report.WithoutType} examples of schemas without a type.");
        foreach (var finding in report.Differences.Concat(report.Violations).Where(f => !f.IsSpelling).Take(200))
            output.WriteLine(finding.ToString());
    }
}
