using Kiln.Generator.Changes.Findings;
using Kiln.Generator.Diagnostics;

namespace Kiln.Tool.Gates;

/// <summary>What decides which findings count, and which fail the run.</summary>
internal sealed record Gate(SeverityChoices Severities, Baseline Baseline, IReadOnlyList<IgnoreFile> Ignored, FailOn FailOn)
{
    /// <summary>Decides about findings.</summary>
    /// <param name="findings">All that was found.</param>
    /// <param name="today">The day, on which an entry of the baseline may have expired.</param>
    public GateResult Apply(IEnumerable<Finding> findings, DateOnly today)
    {
        var all = findings.Select(Severities.Apply).OfType<Finding>().ToList();
        var used = new HashSet<SourceLocation>();
        var reported = new List<Finding>();
        var accepted = new List<(Finding, string)>();
        foreach (var finding in all)
        {
            if (Baseline.Accepts(finding, today) is { } entry)
            {
                accepted.Add((finding, entry.Reason));
            }
            else if (Ignored.Select(f => f.LineFor(finding)).FirstOrDefault(l => l is not null) is { } line)
            {
                used.Add(line);
                accepted.Add((finding, $"{line.File}({line.Line})"));
            }
            else
            {
                reported.Add(finding);
            }
        }
        var unused = Ignored.SelectMany(f => f.Lines).Where(l => !used.Contains(l.Location)).Select(l => new Finding(
            Baseline.UnusedId, FindingSeverity.Warning, "The line of the ignore file matches no finding: a line needs a method and path, or 'components', and a rule's id or its message.")
        {
            Subject = l.Text,
            New = l.Location,
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
internal sealed record GateResult(IReadOnlyList<Finding> All, IReadOnlyList<Finding> Reported, IReadOnlyList<(Finding Finding, string Reason)> Accepted, bool IsFailed);
