using Kiln.Tool.Reports.GitHub;
using Kiln.Tool.Reports.Html;
using Kiln.Tool.Reports.Json;
using Kiln.Tool.Reports.JUnit;
using Kiln.Tool.Reports.Markdown;
using Kiln.Tool.Reports.Sarif;
using Kiln.Tool.Reports.Text;

namespace Kiln.Tool.Reports.Output;

/// <summary>A form in which findings are written.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="Extension">The usual end of its files.</param>
/// <param name="Write">Gives the whole text; the second argument says whether it may have colours, which only text for a terminal has.</param>
internal sealed record ReportFormat(string Name, string Extension, Func<FindingReport, bool, string> Write)
{
    public static ReportFormat Text { get; } = new("text", ".txt", TextReport.Write);

    public static IReadOnlyList<ReportFormat> All { get; } =
    [
        Text,
        new("json", ".json", (report, _) => JsonReport.Write(report)),
        new("markdown", ".md", (report, _) => MarkdownReport.Write(report)),
        new("sarif", ".sarif", (report, _) => SarifReport.Write(report)),
        new("github", ".log", (report, _) => GitHubReport.Write(report)),
        new("junit", ".xml", (report, _) => JUnitReport.Write(report)),
        new("html", ".html", (report, _) => HtmlReport.Write(report)),
    ];

    /// <summary>The form with a name; <see langword="null"/> for none.</summary>
    public static ReportFormat? Find(string name) => All.FirstOrDefault(f => f.Name == name);
}
