using Kiln.Generator.Changes.CSharp.Compatibility;
using Kiln.Generator.Changes.CSharp.Model;
using Kiln.Generator.Changes.CSharp.Surface;
using Kiln.Generator.Changes.Findings;

namespace Kiln.Generator.Changes.CSharp.Comparing;

/// <summary>Compares a type that both SDKs have.</summary>
internal sealed class TypeComparer(SurfaceReader oldReader, SurfaceReader newReader, SurfaceRenames renames)
{
    /// <summary>What changed of a type, and of its members.</summary>
    public IEnumerable<MemberChange> Compare(TypeSurface old, TypeSurface current)
    {
        var details = TypeRules.Compare(old, current, newReader);
        var isRenamed = old.OwnName != current.FullName;
        if (isRenamed)
            details.Insert(0, new(SurfaceAspect.Name, CSharpEffectSets.Breaking));
        if (details.Count > 0)
            yield return new(isRenamed ? MemberChangeKind.Renamed : MemberChangeKind.Changed, old.OwnName, current.FullName, [.. details])
            {
                OldType = old.OwnName,
                NewType = current.FullName,
                OldDeclaration = old.Declaration,
                NewDeclaration = current.Declaration,
                References = [current.FullName],
            };

        foreach (var (before, after) in Pairs(old, current))
        {
            if (Change(old, current, before, after) is { } change)
                yield return change;
        }
    }

    /// <summary>What changed of the code of a type that other code cannot use.</summary>
    public IEnumerable<MemberChange> Code(TypeSurface old, TypeSurface current)
    {
        foreach (var (before, after) in Pairs(old, current))
        {
            if (before is not null && after is not null && before.Code != after.Code)
                yield return Of(MemberChangeKind.Changed, old, current, before, after, [new(SurfaceAspect.Code, CSharpEffects.Behaviour)]);
        }
    }

    private IEnumerable<(MemberSurface? Old, MemberSurface? New)> Pairs(TypeSurface old, TypeSurface current) =>
        MemberPairs.Of(old.Members, current.Members, [.. renames.Members.Where(m => m.Type == current.FullName)]);

    private MemberChange? Change(TypeSurface old, TypeSurface current, MemberSurface? before, MemberSurface? after)
    {
        switch (before, after)
        {
            case (null, not null):
                // What a base class had before is not new.
                return after.Kind != MemberKind.Constructor && Inherited(old, after, oldReader) is not null
                    ? null
                    : Of(MemberChangeKind.Added, old, current, null, after, [MemberRules.Added(after, current.Keyword == "interface")]);
            case (not null, null) when before.Kind != MemberKind.Constructor && Inherited(current, before, newReader) is { } inherited:
                return MemberRules.Compare(before, inherited) is { Count: > 0 } moved ? Of(MemberChangeKind.Changed, old, current, before, inherited, moved) : null;
            case (not null, null):
                return Of(MemberChangeKind.Removed, old, current, before, null, [new(SurfaceAspect.Existence, CSharpEffectSets.Breaking)]);
            case (not null, not null) when before.Name != after.Name && before.Kind != MemberKind.Constructor:
                return Of(MemberChangeKind.Renamed, old, current, before, after, [new(SurfaceAspect.Name, CSharpEffectSets.Breaking), .. MemberRules.Compare(before, after).Where(d => d.Aspect != SurfaceAspect.Code)]);
            case (not null, not null) when MemberRules.Compare(before, after) is { Count: > 0 } details:
                return Of(MemberChangeKind.Changed, old, current, before, after, details);
            default:
                return null;
        }
    }

    private static MemberSurface? Inherited(TypeSurface type, MemberSurface member, SurfaceReader reader) =>
        TypeRules.BaseClasses(type, reader).SelectMany(b => b.Members.Items).FirstOrDefault(m => m.Kind == member.Kind && m.RuntimeSignature == member.RuntimeSignature);

    private static MemberChange Of(
        MemberChangeKind kind, TypeSurface old, TypeSurface current, MemberSurface? before, MemberSurface? after, IEnumerable<MemberEffect> details) =>
        new(kind, before is null ? null : $"{old.OwnName}.{before.Name}", after is null ? null : $"{current.FullName}.{after.Name}", [.. details])
        {
            OldType = old.OwnName,
            NewType = current.FullName,
            OldDeclaration = before?.Declaration,
            NewDeclaration = after?.Declaration,
            IsMethod = (after ?? before)?.Kind == MemberKind.Method,
            References = [.. References(before).Concat(References(after)).Distinct()],
            Uses = [.. new[] { before, after }.OfType<MemberSurface>().SelectMany(m => m.Uses.Items).Distinct()],
        };

    private static IEnumerable<string> References(MemberSurface? member) =>
        member is null ? [] : member.Type.References.Items.Concat(member.Parameters.Items.SelectMany(p => p.Type.References.Items));
}
