using System.Text;
using Kiln.Generator.Changes.Findings;
using Kiln.Generator.Tests.Changes.Proof.Consumers;
using Kiln.Generator.Tests.Changes.Proof.Wire;

namespace Kiln.Generator.Tests.Changes.Proof;

/// <summary>All that was seen of a pair.</summary>
/// <param name="Sdks">The pair.</param>
/// <param name="Consumers">The code that uses what may have changed.</param>
/// <param name="Seen">What happened to it.</param>
/// <param name="Wire">What differs when programs run.</param>
internal sealed record ProvenPair(PairSdks Sdks, IReadOnlyList<Consumer> Consumers, IReadOnlyList<SeenEffect> Seen, IReadOnlyList<WireDifference> Wire)
{
    /// <summary>The effects on all members together.</summary>
    public CSharpEffects Effects => Members.Aggregate(CSharpEffects.None, (all, m) => all | m.Effects) is var all && Wire.Any(w => w.IsUsual) ? all | CSharpEffects.Behaviour : all;

    /// <summary>The members that are affected, with what happens to code that uses them. Where code does not compile, its warnings are no matter.</summary>
    public IReadOnlyList<MemberEffect> Members =>
    [
        .. from seen in Seen
           group seen by seen.Consumer.Member into member
           let effects = member.Aggregate(CSharpEffects.None, (all, s) => all | s.Effects)
           select new MemberEffect(member.Key, effects.HasFlag(CSharpEffects.SourceBreaking) ? effects & ~CSharpEffects.SourceWarning : effects, [.. member]),
    ];

    /// <summary>The effects on a member.</summary>
    /// <param name="member">Its name without the namespace of the SDK.</param>
    public CSharpEffects EffectsOf(string member) => Members.FirstOrDefault(m => m.Member == $"{Sdks.Namespace}.{member}")?.Effects ?? CSharpEffects.None;

    public override string ToString()
    {
        var text = new StringBuilder($"{Sdks.Pair.Id}\n");
        foreach (var member in Members)
            text.Append("    ").AppendLine(member.ToString());
        foreach (var difference in Wire)
            text.Append("    behaviour: ").AppendLine(difference.ToString());
        return text.ToString();
    }
}

/// <summary>What happens to code that uses a member.</summary>
/// <param name="Member">The full name.</param>
/// <param name="Effects">What happens.</param>
/// <param name="Seen">The consumers to which it happened.</param>
internal sealed record MemberEffect(string Member, CSharpEffects Effects, IReadOnlyList<SeenEffect> Seen)
{
    public override string ToString() => $"{Member}: {Effects} ({Seen.Select(s => s.Consumer).Distinct<Consumer>().Count()} uses; {Seen[0].Consumer.Usage}: {Seen[0].Evidence})";
}
