using System.Globalization;
using Kiln.Generator.Changes.Findings;
using Kiln.Generator.Changes.Rules;
using Kiln.Generator.Changes.Rules.Model;

namespace Kiln.Generator.Tests.Changes.Rules;

/// <summary>The list of all rules, and its page <c>docs/changes.md</c>.</summary>
public sealed class RuleInventoryTests
{
    private const string Start = "<!-- rules: written by the tests with KILN_ACCEPT=1 -->";
    private const string End = "<!-- end of rules -->";

    private static readonly string PagePath = Checkout.PathOf("docs", "changes.md");

    [Fact]
    public async Task The_page_has_all_rules()
    {
        var page = await File.ReadAllTextAsync(PagePath, TestContext.Current.CancellationToken);
        var expected = string.Join('\n', Tables());
        if (Environment.GetEnvironmentVariable("KILN_ACCEPT") == "1")
        {
            page = $"{page[..Begin(page)]}{expected}\n{page[page.IndexOf(End, StringComparison.Ordinal)..]}";
            await File.WriteAllTextAsync(PagePath, page, TestContext.Current.CancellationToken);
        }

        Assert.Equal(expected, page[Begin(page)..(page.IndexOf(End, StringComparison.Ordinal) - 1)]);
    }

    [Fact]
    public async Task The_page_and_the_readme_say_how_many_changes_of_oasdiff_are_found()
    {
        var found = RulePairs.All.Where(p => p.IsKnown && PairFindings.Of(p).Any(f => f.HasId(p))).Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
        var severe = KnownIds.Levels.Where(l => l.Value != FindingSeverity.Info).Select(l => l.Key).ToList();

        foreach (var path in new[] { PagePath, Checkout.PathOf("README.md") })
        {
            var page = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);

            Assert.Contains($"{Count(found.Count)} of the {Count(KnownIds.Levels.Count)} changes that oasdiff reports", page, StringComparison.Ordinal);
            Assert.Contains($"all {Count(severe.Count)} of its levels ERR and WARN", page, StringComparison.Ordinal);
        }
        Assert.Equal(severe.Count, severe.Count(found.Contains));
    }

    [Fact]
    public async Task The_page_names_the_ids_whose_severity_is_another_one()
    {
        var page = await File.ReadAllTextAsync(PagePath, TestContext.Current.CancellationToken);

        Assert.All(Deviations.All, d => Assert.NotEqual(KnownIds.Levels[d.Key], d.Value));
        Assert.All(Deviations.All.Keys, id => Assert.Contains($"`{id}`", page, StringComparison.Ordinal));
    }

    [Fact]
    public void The_list_has_a_line_for_each_rule()
    {
        var lines = RuleInventory.Lines().ToList();

        Assert.Equal(RuleInventory.All.Select(r => r.Id).Distinct(), lines.Select(l => l.Split(' ')[0]).Distinct());
        Assert.Equal(
            ["became-enum", "request breaking, response info", "Other values are no longer accepted.", "request-{body,property,parameter}-became-enum request-header-property-became-enum"],
            lines.Single(l => l.StartsWith("became-enum ", StringComparison.Ordinal)).Split("  ", StringSplitOptions.RemoveEmptyEntries).Select(t => t.Trim()));
    }

    [Fact]
    public void Names_are_ids_and_aliases()
    {
        Assert.Contains("became-enum", RuleInventory.Names);
        Assert.All(KnownIds.Levels.Keys, id => Assert.Contains(id, RuleInventory.Names));
    }

    private static IEnumerable<string> Tables()
    {
        foreach (var area in RuleInventory.Areas)
        {
            yield return $"\n### {area.Title}\n";
            yield return "| rule | severity | meaning | ids of oasdiff |";
            yield return "|---|---|---|---|";
            foreach (var row in area.Rules.Select(RowOf).Distinct())
                yield return row;
        }
    }

    private static string RowOf(ChangeRule rule) =>
        $"| `{rule.Id}`{Condition(rule)} | {RuleInventory.SeveritiesOf(rule)} | {rule.Meaning} | {string.Join("<br>", RuleInventory.AliasesOf(rule).Select(a => $"`{a}`"))} |";

    private static string Condition(ChangeRule rule) => RuleInventory.ConditionOf(rule) is { Length: > 0 } condition ? $" {condition}" : "";

    private static int Begin(string page) => page.IndexOf(Start, StringComparison.Ordinal) + Start.Length + 1;

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);
}
