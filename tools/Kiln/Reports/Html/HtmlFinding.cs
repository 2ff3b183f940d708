using System.Globalization;
using System.Text;
using Kiln.Generator.Changes.Findings;
using Kiln.Generator.Diagnostics;

namespace Kiln.Tool.Reports.Html;

/// <summary>One finding on the page: a line that opens to both sides of the document and of the C#.</summary>
internal static class HtmlFinding
{
    // An operation list of a schema that all of an API uses would push the rest off the screen.
    private const int ShownOperations = 40;

    public static string Write(FindingReport report, Finding finding)
    {
        var effects = FindingWords.EffectsOf(finding);
        var direction = FindingWords.Of(finding.Direction);
        var subject = FindingWords.SubjectOf(finding) is { } name ? $"<code>{HtmlText.Breakable(name)}</code> " : "";
        var place = (finding.New ?? finding.Old) is { } location ? FindingWords.Of(location) : "";
        return $"""
            <details class="finding" data-severity="{FindingWords.Of(finding.Severity)}" data-direction="{direction}" data-effects="{string.Join(' ', effects)}">
            <summary><span class="message">{subject}{HtmlText.Of(finding.Message)}</span><span class="tags">{string.Concat(effects.Select(e => $"<span class=\"tag {e}\">{e}</span>"))}</span><span class="facts"><code>{HtmlText.Of(finding.Id)}</code>{Fact(direction)}{Fact(place)}</span></summary>
            <div class="body">
            {Document(report, finding)}{Code(finding)}{Facts(finding)}
            </div>
            </details>

            """;
    }

    private static string Fact(string text) => text.Length == 0 ? "" : $"<span>{HtmlText.Breakable(text)}</span>";

    private static string Document(FindingReport report, Finding finding)
    {
        if (report.Old is null)
            return $"<div class=\"pair one\">{Side("new", "document", finding.New, Excerpt.Of(report.New, finding.New), finding.NewText)}</div>";
        return "<div class=\"pair\">"
            + Side("old", "old document", finding.Old, Excerpt.Of(report.Old, finding.Old), finding.OldText)
            + Side("new", "new document", finding.New, Excerpt.Of(report.New, finding.New), finding.NewText)
            + "</div>";
    }

    private static string Side(string side, string heading, SourceLocation? place, Excerpt? excerpt, string? text)
    {
        var caption = place is null ? heading : $"{heading} <code>{HtmlText.Breakable(FindingWords.Of(place))}</code>";
        return $"<figure class=\"{side}\"><figcaption>{caption}</figcaption>{Content(heading, place, excerpt, text)}</figure>";
    }

    private static string Content(string heading, SourceLocation? place, Excerpt? excerpt, string? text)
    {
        if (excerpt is not null)
        {
            var lines = new StringBuilder("<pre>");
            foreach (var line in excerpt.Lines)
                lines.Append(CultureInfo.InvariantCulture, $"<span class=\"{(line.IsPlace ? "line place" : "line")}\" data-n=\"{line.Number}\">{HtmlText.Of(line.Text)}\n</span>");
            return lines.Append("</pre>").ToString();
        }
        if (text is not null)
            return $"<pre><span class=\"line place\">{HtmlText.Of(text)}\n</span></pre>";
        return place is null ? $"<p class=\"absent\">Not in the {heading}.</p>" : "<p class=\"absent\">The text is not available.</p>";
    }

    private static string Code(Finding finding)
    {
        var member = finding.Member is null ? "" : $" <code>{HtmlText.Breakable(finding.Member)}</code>";
        if (finding.OldCode is null && finding.NewCode is null)
            return member.Length == 0 ? "" : $"<p class=\"member\">C#{member}</p>";
        return $"<p class=\"member\">C#{member}</p><div class=\"pair code\">{CodeSide("old", finding.OldCode)}{CodeSide("new", finding.NewCode)}</div>";
    }

    private static string CodeSide(string side, string? code) =>
        $"<figure class=\"{side}\" aria-label=\"{side} SDK\">"
        + (code is null ? $"<p class=\"absent\">Not in the {side} SDK.</p>" : $"<pre><span class=\"line place\">{HtmlText.Of(code)}\n</span></pre>")
        + "</figure>";

    private static string Facts(Finding finding)
    {
        var observed = FindingWords.Observed(finding);
        return "<dl>"
            + Row("Seen", observed is null ? "" : HtmlText.Of(observed["seen ".Length..]))
            + Row("Operations", Codes(finding.Operations.Items.Take(ShownOperations)) + (finding.Operations.Count > ShownOperations ? $" and {finding.Operations.Count - ShownOperations} more" : ""))
            + Row("oasdiff", Codes(finding.Aliases))
            + Row("Fingerprint", $"<code>{Fingerprint.Of(finding)}</code>")
            + "</dl>";
    }

    private static string Row(string heading, string value) => value.Length == 0 ? "" : $"<div><dt>{heading}</dt><dd>{value}</dd></div>";

    private static string Codes(IEnumerable<string> texts) => string.Join(' ', texts.Select(t => $"<code>{HtmlText.Breakable(t)}</code>"));
}
