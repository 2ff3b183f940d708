using Kiln.Generator.Changes.Findings;
using Kiln.Generator.Diagnostics;
using Kiln.Tool.Reports;

namespace Kiln.Tool.Gates;

/// <summary>What decides which findings count, and which fail the run.</summary>
internal sealed record Gate(SeverityChoices Severities, Baseline Baseline, IReadOnlyList<IgnoreFile> Ignored, FailOn FailOn)
{
    /// <summary>The day of this run, in UTC.</summary>
    public static DateOnly Today() => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    /// <summary>Decides about findings.</summary>
    /// <param name="findings">All that was found.</param>
    /// <param name="today">The day, on which an entry of the baseline may have expired.</param>
    public GateResult Apply(IEnumerable<Finding> findings, DateOnly today)
    {
        var all = findings.Select(Severities.Apply).OfType<Finding>().ToList();
        var used = new HashSet<SourceLocation>();
        var reported = new List<Finding>();
        var accepted = new List<AcceptedFinding>();
        foreach (var finding in all)
        {
            if (Baseline.Accepts(finding, today) is { } entry)
            {
                accepted.Add(new(finding, entry.Reason));
            }
            else if (Ignored.Select(f => f.LineFor(finding)).FirstOrDefault(l => l is not null) is { } line)
            {
                used.Add(line);
                accepted.Add(new(finding, $"{line.File}({line.Line})"));
            }
            else
            {
                reported.Add(finding);
            }
        }
        var unused = Ignored.SelectMany(f => f.Lines).Where(l => !used.Contains(l.Location)).Select(l => new Finding(
            Baseline.UnusedId, FindingSeverity.Warning, "The line of the ignore file applies to no finding: it needs a method and path, or 'components', and the id of a rule or its message")
        {
            New = l.Location,
            NewText = l.Text,
        });
        reported.AddRange(Baseline.Problems(all, today).Concat(unused).Select(Severities.Apply).OfType<Finding>());
        return new(all, reported, accepted, reported.Exists(FailOn.IsMetBy));
    }
}

/// <summary>What a <see cref="Gate"/> decided.</summary>
/// <param name="All">What was found, with the severities that were chosen; what these leave out is not among it.</param>
/// <param name="Reported">What is not accepted, and what is wrong with the acceptances.</param>
/// <param name="Accepted">What is accepted, with the reasons.</param>
/// <param name="IsFailed">Whether the run fails.</param>
internal sealed record GateResult(IReadOnlyList<Finding> All, IReadOnlyList<Finding> Reported, IReadOnlyList<AcceptedFinding> Accepted, bool IsFailed);
