using Kiln.Generator.Changes.Findings;

namespace Kiln.Tool.Reports;

/// <summary>How many findings there are of each severity, and of each effect on C#.</summary>
internal sealed record ReportSummary(IReadOnlyList<(FindingSeverity Severity, int Count)> Severities, IReadOnlyList<(CSharpEffects Effect, int Count)> Effects)
{
    public static ReportSummary Of(IEnumerable<Finding> findings)
    {
        var all = findings.ToList();
        return new(
            [.. FindingWords.Severities.Select(s => (s, all.Count(f => f.Severity == s)))],
            [.. FindingWords.Effects.Select(e => (e, all.Count(f => f.CSharp.HasFlag(e))))]);
    }

    public int Total => Severities.Sum(s => s.Count);

    /// <example><c>2 breaking, 0 warning, 5 info</c></example>
    public string OfSeverities => string.Join(", ", Severities.Select(s => $"{s.Count} {FindingWords.Of(s.Severity)}"));

    /// <summary>The effects that there are; empty for none.</summary>
    /// <example><c>2 source-breaking, 1 binary-breaking</c></example>
    public string OfEffects => string.Join(", ", Effects.Where(e => e.Count > 0).Select(e => $"{e.Count} {FindingWords.Of(e.Effect)}"));
}
