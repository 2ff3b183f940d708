using Kiln.Generator.Tests.Corpus;

namespace Kiln.Generator.Tests.Requests;

/// <summary>Every operation of the public documents sends what was meant: a decoder that shares no code with Kiln reads the same values from the requests.</summary>
[Collection(nameof(CorpusRun))]
public sealed class WireTests(ITestOutputHelper output)
{
    private const int Told = 200;

    // Three calls of each of the 14 paths whose placeholders are those of RFC 6570: StyleTableTests says what they are.
    private const string Excused = "oapi-codegen__parameters-roundtrip.yaml";
    private const int MostExcused = 42;

    [Theory]
    [MemberData(nameof(PublicDocuments.Documents), MemberType = typeof(PublicDocuments))]
    public void Sends_what_was_meant(string? document)
    {
        Assert.SkipWhen(document is null, PublicDocuments.Absent);

        var report = CorpusRun.Of(document!).Wire;

        output.WriteLine($"{document}: {report}");
        foreach (var difference in report.Differences.Take(Told))
            output.WriteLine(difference.ToString());
        Assert.Empty(report.Differences);
        Assert.InRange(report.Told, 0, document == Excused ? MostExcused : 0);
    }

    [Fact]
    public void Counts_what_is_compared()
    {
        Assert.SkipWhen(PublicDocuments.Folder is null, PublicDocuments.Absent);

        var all = PublicDocuments.Names().Select(n => CorpusRun.Of(n).Wire).Aggregate((a, b) => a.Add(b));

        output.WriteLine(all.ToString());
        Assert.True(all.Values > TestForm.Count(full: 10_000, sample: 200), all.ToString());
    }
}
