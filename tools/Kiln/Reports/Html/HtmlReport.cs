using System.Globalization;
using System.Text;
using Kiln.Tool.Documents;

namespace Kiln.Tool.Reports.Html;

/// <summary>Findings as one page that needs nothing else: no other file, no network, and no script to be read.</summary>
internal static class HtmlReport
{
    public static string Write(FindingReport report)
    {
        var (style, script) = (HtmlAsset.Style, HtmlAsset.Script);
        return $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src {style.Source}; script-src {script.Source}; base-uri 'none'; form-action 'none'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="referrer" content="no-referrer">
            <title>{HtmlText.Of(report.Title)} - {report.Kind.Command}</title>
            <style>{style.Text}</style>
            </head>
            <body>
            {Header(report)}
            {(report.Findings.Count > 0 ? HtmlFilterBar.Write(report) : "")}
            <main>
            {Findings(report)}</main>
            {Footer(report)}
            <script>{script.Text}</script>
            </body>
            </html>

            """.ReplaceLineEndings("\n");
    }

    private static string Header(FindingReport report)
    {
        var sides = report.Old is null
            ? $"<code>{HtmlText.Breakable(report.New.Label)}</code>"
            : $"<code>{HtmlText.Breakable(report.Old.Label)}</code> <span class=\"arrow\" aria-label=\"to\">→</span> <code>{HtmlText.Breakable(report.New.Label)}</code>";
        var version = report.SuggestedVersion is null ? "" : $"<p class=\"version\">Suggested version <strong>{HtmlText.Of(report.SuggestedVersion)}</strong></p>";
        return $"""
            <header class="page">
            <p class="command">{report.Kind.Command}</p>
            <h1>{HtmlText.Of(report.Title)}</h1>
            <p class="sides">{sides}</p>
            {version}
            </header>
            """;
    }

    private static string Findings(FindingReport report)
    {
        if (report.Findings.Count == 0)
            return $"<p class=\"none\">{report.Kind.None}</p>\n";

        var main = new StringBuilder();
        foreach (var group in report.BySeverity)
        {
            var severity = FindingWords.Of(group.Key);
            main.Append(CultureInfo.InvariantCulture, $"<section class=\"{severity}\" aria-label=\"{severity}\">\n<h2>{severity} <span class=\"count\">{group.Count()}</span></h2>\n");
            foreach (var finding in group)
                main.Append(HtmlFinding.Write(report, finding));
            main.Append("</section>\n");
        }
        return main.Append("<p class=\"none\" id=\"none\" hidden>No finding matches the filter.</p>\n").ToString();
    }

    private static string Footer(FindingReport report)
    {
        var accepted = report.Accepted.Count > 0 ? $"{DiagnosticReport.Count(report.Accepted.Count, "finding")} accepted before. " : "";
        return $"<footer><p>{accepted}Keys: <kbd>/</kbd> filter, <kbd>j</kbd> and <kbd>k</kbd> next and previous finding, <kbd>Enter</kbd> open, <kbd>Esc</kbd> clear.</p></footer>";
    }
}
