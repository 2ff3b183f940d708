using System.Text.Json.Nodes;
using Kiln.Generator.Changes.Findings;
using Kiln.Tool.Reports;
using Kiln.Tool.Reports.Sarif;

namespace Kiln.Tool.Tests.Reports;

public class SarifReportTests
{
    [Theory]
    [InlineData("spec/pets.yaml", "spec/pets.yaml", true)]
    [InlineData("./spec/pets.yaml", "spec/pets.yaml", true)]
    [InlineData("spec\\pets.yaml", "spec/pets.yaml", true)]
    [InlineData("spec/a b#c.yaml", "spec/a%20b%23c.yaml", true)]
    [InlineData("HEAD~1:spec/pets.yaml", "HEAD~1%3Aspec/pets.yaml", true)]
    [InlineData("../other/pets.yaml", "../other/pets.yaml", true)]
    [InlineData("/repo/spec/pets.yaml", "spec/pets.yaml", true)]
    [InlineData("/elsewhere/pets.yaml", "file:///elsewhere/pets.yaml", false)]
    [InlineData("C:\\spec\\my pets.yaml", "file:///C:/spec/my%20pets.yaml", false)]
    public void Places_are_addresses(string file, string uri, bool isRelative)
    {
        var result = Result(new("type-changed", FindingSeverity.Breaking, "m") { New = new(file, 3, 5, 3, 9) });

        var artifact = result["locations"]![0]!["physicalLocation"]!["artifactLocation"]!;
        Assert.Equal(uri, (string?)artifact["uri"]);
        Assert.Equal(isRelative ? "SRCROOT" : null, (string?)artifact["uriBaseId"]);
    }

    [Fact]
    public void What_is_gone_is_shown_at_the_start_of_the_new_document_and_refers_to_the_old_place()
    {
        var result = Result(SampleReports.Pets.Findings[0]);

        var current = result["locations"]![0]!["physicalLocation"]!;
        Assert.Equal(("spec/pets.yaml", 1), ((string?)current["artifactLocation"]!["uri"], (int)current["region"]!["startLine"]!));
        var old = result["relatedLocations"]![0]!["physicalLocation"]!;
        Assert.Equal(("v1.4.2%3Aspec/pets.yaml", 26), ((string?)old["artifactLocation"]!["uri"], (int)old["region"]!["startLine"]!));
    }

    [Fact]
    public void Accepted_findings_are_suppressed()
    {
        var results = Run(SampleReports.Pets)["results"]!.AsArray();

        var suppressed = Assert.Single(results, r => r!["suppressions"] is not null);
        Assert.Equal("Nobody has called it since May.", (string?)suppressed!["suppressions"]![0]!["justification"]);
        Assert.Equal(8, results.Count);
    }

    [Fact]
    public void A_rule_has_its_description_and_stands_where_results_say()
    {
        var report = SampleReports.Pets with { DescriptionOf = id => id == "paging-changed" ? new(id, "The paging changed.", "Read the pages again.") : null };

        var run = Run(report);

        var rules = run["tool"]!["driver"]!["rules"]!.AsArray();
        Assert.All(run["results"]!.AsArray(), r => Assert.Equal((string?)r!["ruleId"], (string?)rules[(int)r["ruleIndex"]!]!["id"]));
        var rule = Assert.Single(rules, r => (string?)r!["id"] == "paging-changed")!;
        Assert.Equal(("The paging changed.", "Read the pages again."), ((string?)rule["shortDescription"]!["text"], (string?)rule["help"]!["text"]));
    }

    [Theory]
    [InlineData("[link](https://a.example)", "[link] (https://a.example).")]
    [InlineData("$.data[*].name is null", "$.data[*].name is null.")]
    [InlineData("a\nb.", "a b.")]
    public void Texts_are_no_links(string message, string text) =>
        Assert.Equal(text, (string?)Result(new("type-changed", FindingSeverity.Breaking, message))["message"]!["text"]);

    private static JsonNode Result(Finding finding) => Run(SampleReports.Pets with { Findings = [finding], Accepted = [] })["results"]![0]!;

    private static JsonNode Run(FindingReport report) => JsonNode.Parse(SarifReport.Write(report))!["runs"]![0]!;
}
