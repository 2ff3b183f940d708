using Kiln.Generator.Changes.Findings;
using Kiln.Generator.Diagnostics;
using Kiln.Tool.Documents;

namespace Kiln.Tool.Reports.GitHub;

/// <summary>Findings as annotations, which GitHub shows at the lines of the document.</summary>
internal static class GitHubReport
{
    // GitHub drops what is more, for each level of a step.
    private const int Limit = 10;

    public static string Write(FindingReport report)
    {
        var lines = report.BySeverity.SelectMany(group => Annotations(report, [.. group]));
        return string.Concat(lines.Append(Closing(report)).Select(line => line + "\n"));
    }

    private static IEnumerable<string> Annotations(FindingReport report, IReadOnlyList<Finding> findings)
    {
        var shown = findings.Count > Limit ? Limit - 1 : findings.Count;
        foreach (var finding in findings.Take(shown))
            yield return Annotation(report, finding);
        if (findings.Count > shown)
        {
            var severity = findings[0].Severity;
            yield return WorkflowCommand.Of(
                Level(severity),
                [("title", report.Kind.Command)],
                $"{DiagnosticReport.Count(findings.Count - shown, "more finding")} of severity {FindingWords.Of(severity)}: GitHub shows {Limit} annotations of a level.");
        }
    }

    private static string Annotation(FindingReport report, Finding finding)
    {
        var place = report.PlaceOf(finding);
        return WorkflowCommand.Of(Level(finding.Severity), [.. Position(report.PathOf(place.File), place), ("title", finding.Id)], Message(finding));
    }

    private static IEnumerable<(string Name, string Value)> Position(string path, SourceLocation place)
    {
        yield return ("file", path);
        yield return WorkflowCommand.Property("line", place.Line);
        // Without an end: the node of a whole operation would be marked to its last line. Columns need the end on the same line.
        if (place.EndLine == place.Line && place.EndColumn > place.Column)
        {
            yield return WorkflowCommand.Property("col", place.Column);
            yield return WorkflowCommand.Property("endColumn", place.EndColumn);
        }
    }

    private static string Message(Finding finding)
    {
        var lines = new List<string> { FindingWords.Sentence(finding) };
        if (FindingWords.Observed(finding) is { } observed)
            lines.Add(observed);
        if (FindingWords.EffectsOf(finding) is { Count: > 0 } effects)
            lines.Add($"C#: {(finding.Member is null ? "" : finding.Member + ": ")}{string.Join(", ", effects)}");
        // Whatever the runner does with control characters, a log is shown in terminals too.
        return string.Join('\n', lines.Select(OneLine.Of));
    }

    private static string Closing(FindingReport report) => report.Findings.Count == 0
        ? report.Kind.None
        : $"{DiagnosticReport.Count(report.Findings.Count, "finding")}: {report.Summary.OfSeverities}.";

    private static string Level(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Breaking => "error",
        FindingSeverity.Warning => "warning",
        _ => "notice",
    };
}
