using Kiln.Generator.Tests.Corpus;

namespace Kiln.Generator.Tests.Answers;

/// <summary>Every response of the public documents is read as the document says, and each that the document does not have ends in an exception that keeps it.</summary>
[Collection(nameof(CorpusRun))]
public sealed class AnswerTests(ITestOutputHelper output)
{
    private const int Told = 200;

    [Theory]
    [MemberData(nameof(PublicDocuments.Documents), MemberType = typeof(PublicDocuments))]
    public void Reads_what_was_served(string? document)
    {
        Assert.SkipWhen(document is null, PublicDocuments.Absent);

        var report = CorpusRun.Of(document!).Answers;

        output.WriteLine($"{document}: {report}");
        foreach (var difference in report.Differences.Take(Told))
            output.WriteLine(difference.ToString());
        Assert.Empty(report.Differences);
    }

    [Fact]
    public void Counts_what_is_read()
    {
        Assert.SkipWhen(PublicDocuments.Folder is null, PublicDocuments.Absent);

        var all = PublicDocuments.Names().Select(n => CorpusRun.Of(n).Answers).Aggregate((a, b) => a.Add(b));

        output.WriteLine(all.ToString());
        Assert.True(all.Read > TestForm.Count(full: 10_000, sample: 100), all.ToString());
        if (TestForm.IsFull && PublicDocuments.AreAll)
            Assert.Contains(all.Figures, File.ReadAllText(Checkout.PathOf("docs", "corpus.md")));
    }
}
