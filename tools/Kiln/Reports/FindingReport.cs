using Kiln.Generator.Changes.Findings;
using Kiln.Generator.Collections;
using Kiln.Generator.Diagnostics;

namespace Kiln.Tool.Reports;

/// <summary>What a run found, for the writers of all forms.</summary>
/// <param name="Kind">The comparison.</param>
/// <param name="Title">A heading: <c>Pets API</c>.</param>
/// <param name="Old">What the new side is compared with; <see langword="null"/> where the document is compared with traffic.</param>
/// <param name="New">The document as it is now.</param>
/// <param name="Findings">Those that count, without the accepted ones.</param>
internal sealed record FindingReport(ReportKind Kind, string Title, ReportSide? Old, ReportSide New, EquatableArray<Finding> Findings)
{
    /// <summary>Findings that were accepted before, with the reasons.</summary>
    public EquatableArray<AcceptedFinding> Accepted { get; init; } = [];

    /// <summary>The version that the SDK should get; <see langword="null"/> where it was not asked for.</summary>
    public string? SuggestedVersion { get; init; }

    /// <summary>Whether a finding fails the run.</summary>
    public Func<Finding, bool> Fails { get; init; } = finding => finding.Severity == FindingSeverity.Breaking;

    /// <summary>The directory that paths are relative to in forms that other programs read; <see langword="null"/> leaves them as they are.</summary>
    public string? Root { get; init; }

    /// <summary>What a rule says in general, by its id; <see langword="null"/> for a rule that has no more to say than its id.</summary>
    public Func<string, RuleDescription?> DescriptionOf { get; init; } = _ => null;

    public ReportSummary Summary => ReportSummary.Of(Findings.Items);

    /// <summary>The findings by severity, the most severe first, each group in the order given.</summary>
    public IReadOnlyList<IGrouping<FindingSeverity, Finding>> BySeverity =>
        [.. Findings.Items.GroupBy(f => f.Severity).OrderByDescending(g => g.Key)];

    /// <summary>Where to look in the new document: what is gone from it has no place there, so it is its beginning.</summary>
    public SourceLocation PlaceOf(Finding finding) => finding.New ?? SourceLocation.StartOf(New.File);

    /// <summary>A path as other programs take it: relative to the root if it is below it, with forward slashes.</summary>
    public string PathOf(string file)
    {
        var path = file;
        if (Root is not null && Path.IsPathRooted(file) && Path.GetRelativePath(Root, file) is var relative && !relative.StartsWith("..", StringComparison.Ordinal))
            path = relative;
        path = path.Replace('\\', '/');
        return path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path;
    }
}

/// <summary>A finding that a file of accepted findings has.</summary>
internal sealed record AcceptedFinding(Finding Finding, string Reason);
