namespace Kiln.Generator.Tests.PagingContracts;

/// <summary>Inference over the public documents: the table of <c>docs/paging.md</c>, and operations that a person has checked.</summary>
public sealed class SurveyTests
{
    private const string Start = "<!-- inferred: written by the tests with KILN_FULL=1 KILN_ACCEPT=1 -->";
    private const string End = "<!-- end of inferred -->";

    private static readonly Lazy<PagingSurvey> Survey = new(() => PagingSurvey.Of(PublicDocuments.Names()));

    [Fact]
    public async Task The_page_has_the_numbers_of_the_public_documents()
    {
        TestForm.RequireFull();
        Assert.SkipWhen(PublicDocuments.Folder is null, PublicDocuments.Absent);

        var file = Checkout.PathOf("docs", "paging.md");
        var page = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        var expected = string.Join('\n', Survey.Value.Rows());
        if (Environment.GetEnvironmentVariable("KILN_ACCEPT") == "1")
        {
            page = $"{page[..Begin(page)]}{expected}\n{page[page.IndexOf(End, StringComparison.Ordinal)..]}";
            await File.WriteAllTextAsync(file, page, TestContext.Current.CancellationToken);
        }

        Assert.Equal(expected, Between(page));
    }

    [Fact]
    public void What_a_person_has_checked_is_inferred_exactly_so()
    {
        Assert.SkipWhen(PublicDocuments.Folder is null, PublicDocuments.Absent);
        var documents = PublicDocuments.Names();

        var differences =
            from row in CheckedOperation.All
            where documents.Contains(row.Document)
            let found = Survey.Value.Operations.FirstOrDefault(o => o.Document == row.Document && o.Operation.Method == row.Method && o.Operation.Path == row.Path)?.Guess
            let inferred = found is null ? "nothing" : $"{found.Rule}, {found.Confidence.ToString().ToLowerInvariant()}: {found.Terms}"
            where inferred != row.Inferred
            select $"{row.Document} {row.Method} {row.Path}\n  checked:  {row.Inferred}\n  inferred: {inferred}";

        Assert.Equal("", string.Join('\n', differences));
    }

    [Fact]
    public void Enough_is_checked_and_all_of_it_is_right()
    {
        Assert.True(CheckedOperation.All.Count >= 60, $"{CheckedOperation.All.Count} operations are checked.");
        Assert.All(CheckedOperation.All, o => Assert.Equal("right", o.Verdict));
        Assert.Equal(CheckedOperation.All.Count, CheckedOperation.All.Select(o => (o.Document, o.Method, o.Path)).Distinct().Count());
    }

    [Fact]
    public void Each_rule_that_the_documents_use_is_checked_in_each_of_them()
    {
        TestForm.RequireFull();
        Assert.SkipWhen(PublicDocuments.Folder is null, PublicDocuments.Absent);

        var used = Survey.Value.Operations.Where(o => o.Guess is not null).Select(o => $"{o.Document}: {o.Guess!.Rule}").Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(used, CheckedOperation.All.Select(o => $"{o.Document}: {o.Inferred.Split(',')[0]}").Distinct().Order(StringComparer.Ordinal));
    }

    private static string Between(string page) => page[Begin(page)..(page.IndexOf(End, StringComparison.Ordinal) - 1)];

    private static int Begin(string page) => page.IndexOf(Start, StringComparison.Ordinal) + Start.Length + 1;
}
