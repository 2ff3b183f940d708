using Kiln.Generator.Changes;
using Kiln.Generator.Changes.Findings;
using Kiln.Generator.Tests.Changes.Proof.Consumers;

namespace Kiln.Generator.Tests.Changes.Proof;

/// <summary>Compares what the findings of a pair say of its C# with what was seen.</summary>
internal static class FindingCheck
{
    private const CSharpEffects Breaking = CSharpEffects.SourceBreaking | CSharpEffects.BinaryBreaking | CSharpEffects.SourceWarning;

    private static readonly CSharpEffects[] Static = [CSharpEffects.SourceBreaking, CSharpEffects.BinaryBreaking, CSharpEffects.SourceWarning];

    /// <summary>Where both differ, a line for each finding and effect.</summary>
    public static IEnumerable<string> Differences(ProvenPair pair, ChangeReport report) =>
        [.. Static.SelectMany(e => Unseen(pair, report, e).Concat(Unsaid(pair, report, e))), .. WrongMember(pair, report), .. Behaviour(pair, report)];

    // Warnings are no matter where code does not compile.
    private static IEnumerable<string> Unseen(ProvenPair pair, ChangeReport report, CSharpEffects effect) =>
        from finding in report.Findings.Items
        where finding.CSharp.HasFlag(effect) && !(effect == CSharpEffects.SourceWarning && finding.CSharp.HasFlag(CSharpEffects.SourceBreaking))
        where !pair.Effects.HasFlag(effect)
        select $"{effect} is said by {Name(finding)} and not seen: {finding.OldCode} -> {finding.NewCode}";

    // A finding stands for all members that change with the one that it names.
    private static IEnumerable<string> Unsaid(ProvenPair pair, ChangeReport report, CSharpEffects effect) =>
        from member in pair.Members.Where(m => m.Effects.HasFlag(effect)).Take(1)
        where !report.Findings.Items.Any(f => f.CSharp.HasFlag(effect))
        let seen = member.Seen.First(s => s.Effects == effect)
        select $"{effect} is seen of {member.Member} and not said: {seen.Consumer.Usage}: {seen.Evidence}";

    // Of a member that is new, code that was written before knows nothing.
    private static IEnumerable<string> WrongMember(ProvenPair pair, ChangeReport report) =>
        from finding in report.Findings.Items
        where (finding.CSharp & Breaking) != 0 && finding.Member is { } member && pair.Consumers.Any(c => c.Member == member || c.Touched.Contains(member))
        where !pair.Members.Any(m => (m.Effects & finding.CSharp) != 0 && m.Seen.Any(s => IsOf(finding.Member!, s.Consumer)))
        select $"{finding.CSharp} is said by {Name(finding)}, and nothing happened to it";

    private static bool IsOf(string member, Consumer consumer) =>
        consumer.Member == member || consumer.Touched.Contains(member) || consumer.Created is { } created && member.StartsWith(created + ".", StringComparison.Ordinal);

    private static string Name(Finding finding) => $"{finding.Id} of {finding.Member ?? "no member"}";

    private static IEnumerable<string> Behaviour(ProvenPair pair, ChangeReport report)
    {
        if (pair.Wire.Count == 0)
            return report.Findings.Items.Where(f => f.CSharp.HasFlag(CSharpEffects.Behaviour)).Select(f => $"{CSharpEffects.Behaviour} is said by {Name(f)} and not seen: {f.OldCode} -> {f.NewCode}");
        return report.Findings.Items.Any(f => f.CSharp != CSharpEffects.None) ? [] : pair.Wire.Where(w => w.IsUsual).Take(1).Select(w => $"{CSharpEffects.Behaviour} is seen and not said: {w}");
    }
}
