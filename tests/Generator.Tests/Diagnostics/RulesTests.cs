using System.Text.RegularExpressions;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Pipeline;
using Kiln.Generator.Specs.Files;
using Kiln.Generator.Specs.Filtering;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Tests.Diagnostics;

/// <summary>Each rule has an id of its own, a page with an example that shows it, and a row in the analyzer's releases.</summary>
public class RulesTests
{
    public static TheoryData<string> Ids => [.. Rules.All.Select(r => r.Id)];

    [Fact]
    public void Ids_are_unique_and_well_formed()
    {
        Assert.Equal(Rules.All.Select(r => r.Id).Distinct(), Rules.All.Select(r => r.Id));
        Assert.All(Rules.All, r => Assert.Matches("^KILN[0-9]{4}$", r.Id));
        Assert.All(Rules.All, r => Assert.DoesNotMatch(@"[.!]$", r.MessageFormat));
    }

    [Fact]
    public void The_rules_of_a_class_are_written_in_the_order_of_their_ids()
    {
        foreach (var file in Directory.GetFiles(Checkout.PathOf("src", "Generator", "Diagnostics"), "*Rules.cs"))
        {
            var ids = Regex.Matches(File.ReadAllText(file), "\"(KILN[0-9]{4})\"").Select(m => m.Groups[1].Value).ToArray();
            Assert.Equal(ids.Order(StringComparer.Ordinal), ids);
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_has_a_page_that_the_index_names(string id)
    {
        var rule = Rule(id);
        var level = rule.Severity.ToString().ToLowerInvariant();

        Assert.StartsWith($"# {id}: {rule.Title}\n\nSeverity: {level}\n", Page(id));
        Assert.Contains($"| [{id}]({id}.md) | {level} | {rule.Title} |", Read("docs", "diagnostics", "README.md"));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_has_a_row_in_the_releases(string id)
    {
        var rule = Rule(id);
        var rows = Read("src", "Generator", "AnalyzerReleases.Shipped.md") + Read("src", "Generator", "AnalyzerReleases.Unshipped.md");

        Assert.Contains($"\n{id} | Kiln | {rule.Severity} | {rule.Title}\n", rows);
    }

    [Fact]
    public void No_page_and_no_row_is_left_of_a_rule_that_is_gone()
    {
        var known = Rules.All.Select(r => r.Id).ToHashSet();
        var pages = Directory.GetFiles(Checkout.PathOf("docs", "diagnostics"), "KILN*.md").Select(Path.GetFileNameWithoutExtension);
        var rows = Regex.Matches(Read("src", "Generator", "AnalyzerReleases.Unshipped.md"), "^KILN[0-9]+", RegexOptions.Multiline).Select(m => m.Value);

        Assert.Subset(known, pages.Concat(rows).ToHashSet()!);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_example_of_a_page_shows_its_rule(string id)
    {
        // An example that would be too long to read stands as text.
        var example = Regex.Match(Page(id), "```(yaml|json)\n(.*?)```", RegexOptions.Singleline);
        if (!example.Success)
        {
            Assert.Contains("```text", Page(id));
            return;
        }

        var told = SdkPipeline.GenerateFrom(SourceOf(Page(id), new("a." + example.Groups[1].Value, example.Groups[2].Value)), new(), TestContext.Current.CancellationToken).Diagnostics;
        Assert.Contains(told.Items, d => d.Rule.Id == id);
    }

    // A page may show an overlay, or the item that takes the document in, beside the document.
    private static SpecSource SourceOf(string page, SpecText document)
    {
        var overlay = Regex.Match(page, "with the overlay\n\n```yaml\n(.*?)```", RegexOptions.Singleline).Groups[1].Value;
        var item = Regex.Match(page, "<OpenApiSdk [^>]*>").Value;
        string[] overlays = overlay.Length > 0 ? ["a.overlay.yaml"] : [.. Metadata(item, "Overlays")];
        return SpecSource.Load(
            document,
            path => path == "a.overlay.yaml" ? new SpecText(path, overlay) : null,
            overlays,
            SpecFilter.None with { Exclude = new([.. Metadata(item, "ExcludePaths")], [.. Metadata(item, "ExcludeTags")], []) },
            TestContext.Current.CancellationToken);
    }

    private static IEnumerable<string> Metadata(string item, string name) => Regex.Matches(item, $"{name}=\"([^\"]*)\"").Select(m => m.Groups[1].Value);

    private static DiagnosticRule Rule(string id) => Rules.All.Single(r => r.Id == id);

    private static string Page(string id) => Read("docs", "diagnostics", id + ".md");

    private static string Read(params string[] path) => File.ReadAllText(Checkout.PathOf(path)).ReplaceLineEndings("\n");
}
