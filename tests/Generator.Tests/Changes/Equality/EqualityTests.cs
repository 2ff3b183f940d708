using Kiln.Generator.Tests.Changes.Equality.Rewriting;

namespace Kiln.Generator.Tests.Changes.Equality;

/// <summary>Equal documents that are written differently have the same API, and the same SDK as far as the form gives it no other names.</summary>
public sealed class EqualityTests
{
    private const int Seed = 1;
    private const int MaxShown = 40;

    // In the short form each way to write a document is tried with some of them.
    private const int SampledRewrites = 5;

    // A document of more bytes than this takes seconds for each form of it.
    private const int Large = 100_000;

    // And one of more than this takes a quarter of a minute.
    private const int VeryLarge = 3_000_000;

    /// <summary>Ways to write a document that put objects elsewhere, so that pins of their names are about something that is not there.</summary>
    private static readonly string[] OfOtherPlaces = ["Swagger as OpenAPI 3.0", "objects inlined", "schemas inlined", "schemas in allOf", "schemas as components", "schemas in two files", "all together"];

    /// <summary>All public documents; in the short form a few small ones, one of each version.</summary>
    public static TheoryData<string?> Documents() =>
        TestForm.IsFull || PublicDocuments.Folder is null ? PublicDocuments.Documents() : ["OAI__uber-2.0.json", "swagger-api__petstore-3.0.4.yaml", "Redocly__museum-3.1.yaml"];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Another_form_is_no_change(string? document)
    {
        Assert.SkipWhen(document is null, PublicDocuments.Absent);
        Assert.SkipWhen(PublicDocuments.IsLarge(document!, VeryLarge) && !TestForm.IsExhaustive, PublicDocuments.OnlyInExhaustive);
        if (EqualDocuments.Of(document!, TestContext.Current.CancellationToken) is not { } documents)
            return; // CorpusTests says which documents have errors.

        AssertNoFindings(documents, Chosen(document!, [.. Rewrite.All, Rewrite.Together]), (rewrite, finding) => !rewrite.KeepsNames && EqualDocuments.IsOfSdk(finding) || OrderMatters.Explains(rewrite, document!, finding));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Another_form_is_no_change_of_the_SDK_where_its_names_are_pinned(string? document)
    {
        TestForm.RequireFull();
        Assert.SkipWhen(document is null, PublicDocuments.Absent);
        Assert.SkipWhen(IsLarge(document!) && !TestForm.IsExhaustive, PublicDocuments.OnlyInExhaustive);
        if (EqualDocuments.Of(document!, TestContext.Current.CancellationToken) is not { } documents)
            return;

        AssertNoFindings(
            documents.Pinned(TestContext.Current.CancellationToken), Chosen(document!, [.. Rewrite.All.Where(r => !OfOtherPlaces.Contains(r.Name))]), (rewrite, finding) => OrderMatters.Explains(rewrite, document!, finding));
    }

    private static void AssertNoFindings(EqualDocuments documents, IEnumerable<Rewrite> rewrites, Func<Rewrite, string, bool> isExpected)
    {
        List<string> wrong = [];
        foreach (var rewrite in rewrites)
            wrong.AddRange((documents.FindingsOf(rewrite, Seed, TestContext.Current.CancellationToken) ?? []).Where(f => !isExpected(rewrite, f)).Select(f => $"{rewrite}: {f}"));
        Assert.True(wrong.Count == 0, string.Join("\n", wrong.Take(MaxShown)));
    }

    private static bool IsLarge(string document) => PublicDocuments.IsLarge(document, Large);

    // All for a document that is not large, and all of them together for one that is; in the short form some, which are others for each document.
    private static IEnumerable<Rewrite> Chosen(string document, IReadOnlyList<Rewrite> rewrites)
    {
        if (TestForm.IsFull)
            return TestForm.IsExhaustive || !IsLarge(document) ? rewrites : [rewrites[^1]];
        var first = PublicDocuments.Names().ToList().IndexOf(document);
        return Enumerable.Range(Math.Max(first, 0), SampledRewrites).Select(i => rewrites[i % (rewrites.Count - 1)]).Append(rewrites[^1]);
    }
}
