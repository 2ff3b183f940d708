using System.Net;
using System.Text.RegularExpressions;
using Kiln.Tool.Reports;
using Kiln.Tool.Reports.Html;

namespace Kiln.Tool.Tests.Reports;

/// <summary>The page is one file, and no text of a document becomes markup in it.</summary>
public partial class HtmlReportTests
{
    private static readonly string[] Tags =
    [
        "html", "head", "meta", "title", "style", "script", "body", "header", "main", "footer", "section", "div", "p", "h1", "h2", "span", "code", "pre", "strong", "b", "kbd", "wbr", "details",
        "summary", "figure", "figcaption", "dl", "dt", "dd", "input", "fieldset", "legend", "label", "button", "output",
    ];

    private static readonly string[] Attributes =
    [
        "lang", "charset", "http-equiv", "content", "name", "class", "id", "role", "type", "value", "placeholder", "autocomplete", "spellcheck", "hidden",
        "data-severity", "data-direction", "data-effects", "data-n", "aria-label", "aria-live", "aria-keyshortcuts",
    ];

    [Fact]
    public void No_text_becomes_markup()
    {
        var page = HtmlReport.Write(SampleReports.Hostile);

        var markup = page.Replace(HtmlAsset.Style.Text, "", StringComparison.Ordinal).Replace(HtmlAsset.Script.Text, "", StringComparison.Ordinal);
        var tags = Tag().Matches(markup);
        Assert.True(tags.Count > 500);
        Assert.Subset(Tags.ToHashSet(), tags.Select(t => t.Groups["name"].Value).ToHashSet());
        Assert.Subset(Attributes.ToHashSet(), tags.SelectMany(t => t.Groups["attribute"].Captures.Select(c => c.Value)).ToHashSet());
        Assert.Single(tags, t => t.Value == "<script>");
        // What is left is text.
        Assert.DoesNotContain('<', Tag().Replace(markup, "").Replace("<!doctype html>", "", StringComparison.Ordinal));
    }

    [Fact]
    public void Texts_are_shown_as_they_are()
    {
        var page = HtmlReport.Write(SampleReports.Hostile);

        var messages = Message().Matches(page).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value)).ToList();
        Assert.Equal(HostileText.Each.Select(Generator.Diagnostics.OneLine.Of), messages);
    }

    [Fact]
    public void Nothing_else_is_loaded() =>
        Assert.DoesNotMatch("(?i)(https?:|url\\(|@import|src=|href=)", HtmlReport.Write(SampleReports.Many(50)));

    [Fact]
    public void The_policy_allows_the_style_and_the_script_of_the_page_only()
    {
        var page = HtmlReport.Write(SampleReports.Pets);

        var policy = Policy().Match(page).Groups[1].Value;
        Assert.Equal($"default-src 'none'; style-src {HtmlAsset.Style.Source}; script-src {HtmlAsset.Script.Source}; base-uri 'none'; form-action 'none'", policy);
        Assert.Contains($"<style>{HtmlAsset.Style.Text}</style>", page, StringComparison.Ordinal);
        Assert.Contains($"<script>{HtmlAsset.Script.Text}</script>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_in_one_line_is_cut_around_the_place()
    {
        var line = new string('a', 1_000_000) + "PLACE" + new string('b', 1_000_000);
        var report = SampleReports.Pets with
        {
            New = new("new.json", "new.json") { Lines = _ => [line] },
            Findings = [SampleReports.Pets.Findings[1] with { New = new("new.json", 1, 1_000_001, 1, 1_000_006) }],
        };

        var page = HtmlReport.Write(report);

        Assert.Contains("aPLACEb", page, StringComparison.Ordinal);
        Assert.InRange(page.Length, 0, 50_000);
    }

    [GeneratedRegex("</?(?<name>[a-z][a-z0-9]*)(?:\\s+(?<attribute>[a-z-]+)(?:=\"[^\"<]*\")?)*>")]
    private static partial Regex Tag();

    [GeneratedRegex("<span class=\"message\">(.*?)</span>")]
    private static partial Regex Message();

    [GeneratedRegex("Content-Security-Policy\" content=\"([^\"]*)\"")]
    private static partial Regex Policy();
}
