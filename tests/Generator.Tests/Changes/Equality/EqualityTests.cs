using Kiln.Generator.Tests.Changes.Equality.Rewriting;

namespace Kiln.Generator.Tests.Changes.Equality;

/// <summary>Equal documents that are written differently have the same API, and the same SDK as far as the form gives it no other names.</summary>
public sealed class EqualityTests
{
    private const int Seed = 1;

    [Theory]
    [MemberData(nameof(PublicDocuments.Documents), MemberType = typeof(PublicDocuments))]
    public void Another_form_is_no_change(string? document)
    {
        Assert.SkipWhen(document is null, PublicDocuments.Absent);
        if (EqualDocuments.Of(document!, TestContext.Current.CancellationToken) is not { } documents)
            return; // CorpusTests says which documents have errors.

        List<string> wrong = [];
        foreach (var rewrite in Rewrite.All.Append(Rewrite.Together).Where(r => Environment.GetEnvironmentVariable("KILN_EQUALITY_REWRITE") is not { } only || r.Name == only))
        {
            var findings = documents.FindingsOf(rewrite, Seed, TestContext.Current.CancellationToken);
            wrong.AddRange((findings ?? []).Where(f => rewrite.KeepsNames || !EqualDocuments.IsRename(f)).Select(f => $"{rewrite}: {f}"));
        }
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }
}
