using Kiln.Generator.Changes.CSharp.Model;
using Kiln.Generator.Changes.CSharp.Surface;
using Kiln.Generator.Changes.Findings;

namespace Kiln.Generator.Changes.CSharp.Compatibility;

/// <summary>What it does to code that a type has changed, apart from its members.</summary>
internal static class TypeRules
{
    /// <param name="old">The type as it was.</param>
    /// <param name="current">The type as it is.</param>
    /// <param name="reader">Reads the other types of the new SDK, for what a base class has in turn.</param>
    public static List<MemberEffect> Compare(TypeSurface old, TypeSurface current, SurfaceReader reader)
    {
        var changes = new List<MemberEffect>();
        if (old.Keyword != current.Keyword)
            changes.Add(new(SurfaceAspect.Type, CSharpEffectSets.Breaking));
        if (!old.IsStatic && current.IsStatic || !old.IsAbstract && current.IsAbstract || !old.IsSealed && current.IsSealed)
            changes.Add(new(SurfaceAspect.Modifiers, CSharpEffectSets.Breaking));
        if (Bases(old, current, reader) is { } bases)
            changes.Add(bases);
        if (old.IsObsolete != current.IsObsolete)
            changes.Add(new(SurfaceAspect.Obsolete, current.IsObsolete ? CSharpEffects.SourceWarning : CSharpEffects.None));
        if (old.Code != current.Code && (changes.Aggregate(CSharpEffects.None, (all, c) => all | c.Effects) & CSharpEffectSets.Breaking) == 0)
            changes.Add(new(SurfaceAspect.Code, CSharpEffects.Behaviour));
        return changes;
    }

    private static MemberEffect? Bases(TypeSurface old, TypeSurface current, SurfaceReader reader)
    {
        if (old.Bases.Items.Select(b => b.Text).SequenceEqual(current.Bases.Items.Select(b => b.Text)))
            return null;
        var all = AllBases(current, reader);
        if (!old.Bases.Items.All(b => all.Any(c => c.Runtime == b.Runtime)))
            return new(SurfaceAspect.Bases, CSharpEffectSets.Breaking);
        return new(SurfaceAspect.Bases, old.Bases.Items.All(b => all.Any(c => c.Text == b.Text)) ? CSharpEffects.None : CSharpEffects.SourceWarning);
    }

    /// <summary>The base classes and interfaces of a type, with those that its base classes of the SDK have.</summary>
    private static IReadOnlyList<TypeText> AllBases(TypeSurface type, SurfaceReader reader) => [.. type.Bases, .. BaseClasses(type, reader).SelectMany(b => b.Bases.Items)];

    /// <summary>The base classes of a type that the SDK declares, the nearest first.</summary>
    public static IReadOnlyList<TypeSurface> BaseClasses(TypeSurface type, SurfaceReader reader)
    {
        var classes = new List<TypeSurface>();
        var at = type;
        while (at.Bases.Items.Select(b => reader.ReadCurrent(b.Text)).FirstOrDefault(b => b is { Keyword: "class" }) is { } next && next != type && !classes.Contains(next))
        {
            classes.Add(next);
            at = next;
        }
        return classes;
    }
}
