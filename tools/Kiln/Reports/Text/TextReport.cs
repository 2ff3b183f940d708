using System.Text;
using Kiln.Generator.Changes.Findings;
using Kiln.Tool.Documents;

namespace Kiln.Tool.Reports.Text;

/// <summary>Findings for a person at a terminal: some lines for each, the most severe first, and a summary at the end, where the eye is.</summary>
/// <example>
/// <code>
/// breaking  enum-value-removed  response  spec/pets.yaml(31,19)
///           Pet.status: The value 'sold' was removed
///           C#: Shop.Models.PetStatus.Sold (source-breaking, binary-breaking)
/// </code>
/// </example>
internal static class TextReport
{
    private const int Width = 100;

    // The width of the longest severity, and the space behind it.
    private const int Indent = 10;

    private const int DirectionWidth = 10;

    public static string Write(FindingReport report, bool isColoured)
    {
        var colours = new TextColours(isColoured);
        var text = new StringBuilder();
        text.Append(colours.Bold(Heading(report))).Append("\n\n");

        var idWidth = report.Findings.Items.Select(f => f.Id.Length).DefaultIfEmpty().Max() + 2;
        foreach (var group in report.BySeverity)
        {
            foreach (var finding in group)
            {
                text.Append(First(report, finding, idWidth, colours)).Append('\n');
                foreach (var line in Details(finding, colours))
                    text.Append(' ', Indent).Append(LogText.Line(line)).Append('\n');
            }
            text.Append('\n');
        }
        return text.Append(Closing(report, colours)).Append('\n').ToString();
    }

    private static string Heading(FindingReport report)
    {
        var sides = report.Old is null ? report.New.Label : $"{report.Old.Label} -> {report.New.Label}";
        return LogText.Of($"{report.Title}: {sides}");
    }

    private static string First(FindingReport report, Finding finding, int idWidth, TextColours colours)
    {
        var severity = FindingWords.Of(finding.Severity);
        var place = LogText.Of((finding.New, finding.Old) switch
        {
            ({ } current, _) => FindingWords.Of(current),
            (null, { } old) => $"{FindingWords.Of(old)} (old)",
            _ => report.New.File,
        });
        var line = $"{colours.Of(finding.Severity, severity)}{new string(' ', Indent - severity.Length)}{colours.Bold(finding.Id)}{new string(' ', idWidth - finding.Id.Length)}"
            + $"{FindingWords.Of(finding.Direction).PadRight(DirectionWidth)}{colours.Faint(place)}";
        return Indent + idWidth + DirectionWidth + place.Length <= Width
            ? line
            // On a line of its own: a place that is cut cannot be opened.
            : $"{line[..^colours.Faint(place).Length].TrimEnd()}\n{new string(' ', Indent)}{colours.Faint(place)}";
    }

    private static IEnumerable<string> Details(Finding finding, TextColours colours)
    {
        foreach (var line in LineWrapper.Wrap(LogText.Of(FindingWords.Sentence(finding)), Width - Indent))
            yield return line;
        if (FindingWords.Observed(finding) is { } observed)
        {
            foreach (var line in LineWrapper.Wrap(LogText.Of(observed), Width - Indent))
                yield return line;
        }
        if (FindingWords.Operations(finding) is { } operations && !FindingWords.Sentence(finding).Contains(operations, StringComparison.Ordinal))
        {
            foreach (var line in LineWrapper.Wrap(LogText.Of(operations), Width - Indent))
                yield return colours.Faint(line);
        }
        foreach (var line in CSharp(finding, colours))
            yield return line;
    }

    private static IEnumerable<string> CSharp(Finding finding, TextColours colours)
    {
        var effects = string.Join(", ", FindingWords.EffectsOf(finding));
        if (finding.Member is not null || effects.Length > 0)
        {
            var member = finding.Member is null ? "" : LogText.Of(finding.Member);
            yield return (member.Length, effects.Length) switch
            {
                (0, _) => $"C#: {effects}",
                (_, 0) => $"C#: {member}",
                _ when Indent + 4 + member.Length + effects.Length + 3 > Width => $"C#: {member}\n{new string(' ', Indent + 4)}({effects})",
                _ => $"C#: {member} ({effects})",
            };
        }
        // The same declaration twice says only that its type changed inside.
        if (finding.OldCode == finding.NewCode)
            yield break;
        foreach (var line in Declaration('-', finding.OldCode))
            yield return colours.Removed(line);
        foreach (var line in Declaration('+', finding.NewCode))
            yield return colours.Added(line);
    }

    private static IEnumerable<string> Declaration(char sign, string? code) => code is null
        ? []
        : LineWrapper.Wrap(LogText.Of(code), Width - Indent - 4).Select((line, index) => index == 0 ? $"{sign} {line}" : $"    {line}");

    private static string Closing(FindingReport report, TextColours colours)
    {
        var summary = report.Summary;
        var version = report.SuggestedVersion is null ? "" : $"\nSuggested version: {colours.Bold(LogText.Of(report.SuggestedVersion))}";
        if (summary.Total == 0)
            return report.Kind.None + Accepted(report) + version;

        var counts = string.Join(", ", summary.Severities.Select(s => s.Count > 0
            ? colours.Of(s.Severity, $"{s.Count} {FindingWords.Of(s.Severity)}")
            : $"{s.Count} {FindingWords.Of(s.Severity)}"));
        var effects = summary.OfEffects is { Length: > 0 } some ? $"\nC#: {some}." : "";
        return $"{DiagnosticReport.Count(summary.Total, "finding")}: {counts}.{Accepted(report)}{effects}{version}";
    }

    private static string Accepted(FindingReport report) => report.Accepted.Count > 0 ? $" {report.Accepted.Count} accepted." : "";
}
