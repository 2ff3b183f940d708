using System.Globalization;
using System.Text;
using Kiln.Generator.Changes.Findings;
using Kiln.Tool.Documents;

namespace Kiln.Tool.Reports.Markdown;

/// <summary>Findings as a comment on a pull request: the counts first, then a collapsible part for each severity. What does not fit into a comment is left out, with its number.</summary>
internal static class MarkdownReport
{
    /// <summary>What GitHub takes for a comment, in characters.</summary>
    public const int Limit = 65_536;

    // What follows the last finding: the ends of open parts, and the sentence about what is left out.
    private const int Reserve = 400;

    public static string Write(FindingReport report)
    {
        var text = new StringBuilder(Heading(report));
        var left = 0;
        foreach (var group in report.BySeverity)
        {
            var severity = FindingWords.Of(group.Key);
            var open = group.Key == FindingSeverity.Breaking ? " open" : "";
            var start = $"\n<details{open}>\n<summary><b>{Capital(severity)} ({group.Count()})</b></summary>\n\n";
            if (left > 0 || text.Length + start.Length > Limit - Reserve)
            {
                left += group.Count();
                continue;
            }

            text.Append(start);
            foreach (var finding in group)
            {
                var item = Item(finding);
                // In order: a later one that is short enough would hide that there are gaps.
                if (left > 0 || text.Length + item.Length > Limit - Reserve)
                    left++;
                else
                    text.Append(item);
            }
            text.Append("\n</details>\n");
        }
        if (left > 0)
            text.Append(CultureInfo.InvariantCulture, $"\n**{DiagnosticReport.Count(left, "finding")} left out**, because a comment holds {Limit} characters. The other forms of the report have all of them.\n");
        return text.ToString();
    }

    private static string Heading(FindingReport report)
    {
        var summary = report.Summary;
        var sides = report.Old is null ? MarkdownText.Code(report.New.Label) : $"{MarkdownText.Code(report.Old.Label)} → {MarkdownText.Code(report.New.Label)}";
        var accepted = report.Accepted.Count > 0 ? $"\n{DiagnosticReport.Count(report.Accepted.Count, "finding")} accepted before.\n" : "";
        var version = report.SuggestedVersion is null ? "" : $"\nSuggested version: **{MarkdownText.Of(report.SuggestedVersion)}**\n";
        if (summary.Total == 0)
            return $"### {MarkdownText.Of(report.Title)}\n\n{sides}\n\n{report.Kind.None}\n{accepted}{version}";

        return $"### {MarkdownText.Of(report.Title)}\n\n{sides}\n\n{Table(report)}{accepted}{version}";
    }

    private static string Table(FindingReport report)
    {
        var severities = FindingWords.Severities;
        var table = new StringBuilder();
        table.Append("| | ").AppendJoin(" | ", severities.Select(s => Capital(FindingWords.Of(s)))).Append(" |\n");
        table.Append("|---|").AppendJoin('|', severities.Select(_ => "--:")).Append("|\n");
        AppendRow(table, "**Findings**", severities.Select(s => report.Findings.Items.Count(f => f.Severity == s)));
        foreach (var effect in FindingWords.Effects.Where(e => report.Findings.Items.Any(f => f.CSharp.HasFlag(e))))
            AppendRow(table, $"C# {FindingWords.Of(effect)}", severities.Select(s => report.Findings.Items.Count(f => f.Severity == s && f.CSharp.HasFlag(effect))));
        return table.ToString();
    }

    private static void AppendRow(StringBuilder table, string heading, IEnumerable<int> counts) =>
        table.Append("| ").Append(heading).Append(" | ").AppendJoin(" | ", counts.Select(c => c == 0 ? "" : c.ToString(CultureInfo.InvariantCulture))).Append(" |\n");

    private static string Item(Finding finding)
    {
        var place = finding.New ?? finding.Old;
        var where = place is null ? "" : $", {MarkdownText.Code(FindingWords.Of(place))}{(finding.New is null ? " (old)" : "")}";
        var direction = finding.Direction == Direction.None ? "" : $", {FindingWords.Of(finding.Direction)}";
        var subject = FindingWords.SubjectOf(finding) is { } name ? $"**{MarkdownText.Code(name)}** " : "";
        var item = new StringBuilder($"- {subject}{MarkdownText.Of(finding.Message)}  \n  {MarkdownText.Code(finding.Id)}{direction}{where}\n");
        if (FindingWords.Observed(finding) is { } observed)
            item.Append(CultureInfo.InvariantCulture, $"  <br>{Capital(MarkdownText.Of(observed))}\n");
        if (FindingWords.Operations(finding) is { } operations && !FindingWords.Sentence(finding).Contains(operations, StringComparison.Ordinal))
            item.Append(CultureInfo.InvariantCulture, $"  <br>{MarkdownText.Code(operations)}\n");
        item.Append(CSharp(finding));
        return item.ToString();
    }

    private static string CSharp(Finding finding)
    {
        var effects = string.Join(", ", FindingWords.EffectsOf(finding));
        if (finding.Member is null && effects.Length == 0)
            return "";

        var member = finding.Member is null ? "" : $"{MarkdownText.Code(finding.Member)}{(effects.Length > 0 ? ": " : "")}";
        var summary = $"  <br>C# {member}{effects}\n";
        if (finding.OldCode == finding.NewCode)
            return summary;

        string?[] lines = [finding.OldCode is null ? null : $"- {finding.OldCode}", finding.NewCode is null ? null : $"+ {finding.NewCode}"];
        var block = MarkdownText.Block("diff", lines.OfType<string>());
        return summary + "\n" + string.Concat(block.TrimEnd('\n').Split('\n').Select(l => $"  {l}\n"));
    }

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
