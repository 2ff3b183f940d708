using Kiln.Generator.Changes.CSharp.Linking;
using Kiln.Generator.Changes.Comparison;
using Kiln.Generator.Changes.Comparison.Structure;
using Kiln.Generator.Changes.Findings;
using Kiln.Generator.Changes.Rules;
using Kiln.Generator.Collections;
using Kiln.Generator.Diagnostics;

namespace Kiln.Generator.Changes;

/// <summary>Finds what changed between two documents, and what each change does to the SDK.</summary>
internal static class ChangeFinder
{
    // Without a day, no date has passed on which something may be removed.
    private static readonly LifecycleTerms NoDay = new(DateTime.MinValue);

    /// <summary>What changed, whatever the day and the version of the API are.</summary>
    public static ChangeReport Find(SdkVersion old, SdkVersion current, CancellationToken cancellationToken) =>
        new(Ordered(Compare(old, current, NoDay, cancellationToken)));

    /// <summary>The same, with what the day and the version of the API make of it.</summary>
    /// <param name="old">The old document.</param>
    /// <param name="current">The new document.</param>
    /// <param name="terms">The day of the comparison, and how long before its removal something has to be deprecated.</param>
    /// <param name="cancellationToken">Ends the comparison.</param>
    public static ChangeReport Find(SdkVersion old, SdkVersion current, LifecycleTerms terms, CancellationToken cancellationToken)
    {
        var findings = Compare(old, current, terms, cancellationToken);
        // A version is to tell of a change that breaks clients; nobody expects another one after each edit.
        if (findings.Exists(f => f.Severity == FindingSeverity.Breaking))
            findings.AddRange(InfoComparer.NotBumped(old, current, isBreaking: true).Select(d => Of(new LinkedDifference(d, CSharpEffects.None, null, null, null))));
        return new(Ordered(findings));
    }

    private static List<Finding> Compare(SdkVersion old, SdkVersion current, LifecycleTerms terms, CancellationToken cancellationToken)
    {
        var differences = DocumentComparer.Compare(old, current, terms, cancellationToken);
        var linked = MemberLinker.Link(old, current, differences, cancellationToken);
        return [.. linked.Differences.Select(Of), .. linked.Others.Select(g => Of(g, old, current))];
    }

    private static EquatableArray<Finding> Ordered(List<Finding> findings) =>
    [
        .. findings
            .OrderByDescending(f => f.Severity)
            .ThenByDescending(f => MemberLinker.Weight(f.CSharp))
            .ThenBy(f => Position(f)?.File, StringComparer.Ordinal)
            .ThenBy(f => Position(f)?.Line)
            .ThenBy(f => Position(f)?.Column)
            .ThenBy(f => f.Id, StringComparer.Ordinal),
    ];

    private static Finding Of(LinkedDifference linked)
    {
        var difference = linked.Difference;
        var rule = ChangeRules.Classify(difference);
        return new(rule.Id, rule.Severity, rule.Message)
        {
            Aliases = rule.Aliases,
            Direction = difference.Direction,
            Subject = difference.Subject,
            CSharp = linked.Effects,
            Member = linked.Member,
            OldCode = linked.OldCode,
            NewCode = linked.NewCode,
            Old = difference.Old,
            New = difference.New,
            OldText = difference.OldValue,
            NewText = difference.NewValue,
            Operations = difference.Operations,
        };
    }

    // The API is the same: it is the SDK that differs.
    private static Finding Of(ChangeGroup group, SdkVersion old, SdkVersion current) => MemberFindings.Of(group, FindingSeverity.Info) with
    {
        Old = Location(old, group.OldPointer),
        New = Location(current, group.NewPointer),
    };

    private static SourceLocation? Location(SdkVersion version, string? pointer) => pointer is null ? null : version.Spec.LocationOf(pointer);

    private static SourceLocation? Position(Finding finding) => finding.New ?? finding.Old;
}
