using Kiln.Generator.Tests.Agreement;

namespace Kiln.Generator.Tests.Corpus;

/// <summary>NSwag.Core reads what it can of the public documents by itself, and Kiln agrees with it or has a reason.</summary>
[Collection(nameof(CorpusRun))]
public sealed class NSwagAgreementTests(ITestOutputHelper output)
{
    [Theory]
    [MemberData(nameof(PublicDocuments.Documents), MemberType = typeof(PublicDocuments))]
    public void Says_what_NSwag_says_or_there_is_a_reason(string? document)
    {
        Assert.SkipWhen(document is null, PublicDocuments.Absent);

        var report = CorpusRun.Of(document!).Agreement;

        output.WriteLine(report.IsLoaded ? $"{report.Compared} statements compared, {report.Disagreements.Count} differ" : "NSwag cannot load it.");
        Assert.True(!report.Unexplained.Any(), string.Join("\n", report.Unexplained));
    }

    [Fact]
    public void Counts_what_is_compared()
    {
        Assert.SkipWhen(PublicDocuments.Folder is null, PublicDocuments.Absent);

        var reports = PublicDocuments.Names().Select(n => CorpusRun.Of(n)).Where(r => r.Error is null).Select(r => r.Agreement).ToList();

        output.WriteLine($"{reports.Count(r => r.IsLoaded)} of {reports.Count} documents loaded, {reports.Sum(r => r.Compared)} statements compared");
        foreach (var group in reports.SelectMany(r => r.Disagreements).GroupBy(d => d.Reason ?? "unknown").OrderByDescending(g => g.Count()))
            output.WriteLine($"{group.Count()} differ: {group.Key}");
        Assert.True(reports.Sum(r => r.Compared) > TestForm.Count(full: 10_000, sample: 500));
    }
}
