using Kiln.Generator.Changes.CSharp.Comparing;
using Kiln.Generator.Changes.CSharp.Model;
using Kiln.Generator.Changes.Findings;

namespace Kiln.Generator.Tests.Changes.Proof;

/// <summary>Compares what is said of each member of an SDK, from its text alone, with what was seen of it.</summary>
internal static class SurfaceCheck
{
    private const CSharpEffects Breaking = CSharpEffects.SourceBreaking | CSharpEffects.BinaryBreaking;

    private static readonly CSharpEffects[] Static = [CSharpEffects.SourceBreaking, CSharpEffects.BinaryBreaking, CSharpEffects.SourceWarning];

    /// <summary>Where both differ, a line for each member and effect.</summary>
    public static IEnumerable<string> Differences(ProvenPair pair)
    {
        var changes = SurfaceComparer.Compare(pair.Sdks.Old.Files.Items, pair.Sdks.New.Files.Items);
        return [.. Static.SelectMany(e => Unseen(pair, changes, e).Concat(Unsaid(pair, changes, e))), .. Behaviour(pair, changes)];
    }

    private static IEnumerable<string> Unseen(ProvenPair pair, IReadOnlyList<MemberChange> changes, CSharpEffects effect) =>
        from change in changes
        where change.Effects.HasFlag(effect) && !(effect == CSharpEffects.SourceWarning && change.Effects.HasFlag(CSharpEffects.SourceBreaking))
        where !pair.Members.Any(m => m.Effects.HasFlag(effect) && m.Seen.Any(s => IsOf(change, s)))
        select $"{effect} is said of {change.Name} and not seen: {change.OldDeclaration} -> {change.NewDeclaration}";

    private static IEnumerable<string> Unsaid(ProvenPair pair, IReadOnlyList<MemberChange> changes, CSharpEffects effect) =>
        from member in pair.Members
        where member.Effects.HasFlag(effect)
        where !changes.Any(c => c.Effects.HasFlag(effect) && member.Seen.Any(s => s.Effects == effect && IsOf(c, s)))
        let seen = member.Seen.First(s => s.Effects == effect)
        select $"{effect} is seen of {member.Member} and not said: {seen.Consumer.Usage}: {seen.Evidence}";

    // A member that is gone or has changed is used by its name; a required one that is new is missed where an instance is made; and a type is named wherever a member has it.
    private static bool IsOf(MemberChange change, SeenEffect seen) =>
        change.OldName is { } old && (seen.Consumer.Member == old || change.IsType && seen.Consumer.Touched.Contains(old))
        || change.NewDeclaration?.Contains("required ") == true && seen.Consumer.Created is { } created && (created == change.OldType || seen.Consumer.Touched.Contains(change.OldType ?? ""));

    private static IEnumerable<string> Behaviour(ProvenPair pair, IReadOnlyList<MemberChange> changes)
    {
        if (pair.Wire.Count == 0)
            return changes.Where(c => c.Effects == CSharpEffects.Behaviour && !changes.Any(t => IsNeeded(t, c))).Select(c => $"{CSharpEffects.Behaviour} is said of {c.Name} and not seen: {c.Aspects}");
        return changes.Any(c => c.Effects != CSharpEffects.None) ? [] : [.. pair.Wire.Where(w => w.IsUsual).Take(1).Select(w => $"{CSharpEffects.Behaviour} is seen and not said: {w}")];
    }

    // Code cannot use a member as before whose type has broken, or can no longer be made as before.
    private static bool IsNeeded(MemberChange change, MemberChange member) =>
        (change.Effects & Breaking) != 0 && change.OldType is { } type && type == member.OldType && (change.IsType || change.OldName == $"{type}.{type[(type.LastIndexOf('.') + 1)..]}");
}
