using Kiln.Generator.Changes.CSharp.Model;
using Kiln.Generator.Changes.CSharp.Surface;
using Kiln.Generator.Changes.Findings;

namespace Kiln.Generator.Changes.CSharp.Compatibility;

/// <summary>What it does to code that the parameters of a method or constructor have changed.</summary>
internal static class ParameterRules
{
    public static IEnumerable<MemberEffect> Compare(IReadOnlyList<ParameterSurface> old, IReadOnlyList<ParameterSurface> current) =>
        old.Count == current.Count && old.Zip(current, (o, c) => o.Type.Runtime == c.Type.Runtime && IsPassedAlike(o, c)).All(same => same)
            ? SameSignature(old, current)
            : OtherSignature(old, current);

    // A compiled call finds the method as before.
    private static IEnumerable<MemberEffect> SameSignature(IReadOnlyList<ParameterSurface> old, IReadOnlyList<ParameterSurface> current)
    {
        var (oldNames, newNames) = (old.Select(p => p.Name).ToList(), current.Select(p => p.Name).ToList());
        if (!oldNames.SequenceEqual(newNames))
        {
            // Exchanged parameters of one type: positions have another meaning, and names still find theirs.
            var isOrder = oldNames.OrderBy(n => n, StringComparer.Ordinal).SequenceEqual(newNames.OrderBy(n => n, StringComparer.Ordinal));
            yield return isOrder ? new(SurfaceAspect.Parameters, CSharpEffects.Behaviour) : new(SurfaceAspect.ParameterNames, CSharpEffects.SourceBreaking);
        }
        for (var i = 0; i < old.Count; i++)
        {
            if (TypeTextRules.Compare(old[i].Type, current[i].Type, TypeUse.Taken) is { } type)
                yield return type;
            if (old[i].Default is not null && current[i].Default is null)
                yield return new(SurfaceAspect.Defaults, CSharpEffects.SourceBreaking);
            else if (old[i].Default is not null && old[i].Default != current[i].Default)
                yield return new(SurfaceAspect.Defaults, CSharpEffects.Behaviour);
            if (old[i].Modifier != current[i].Modifier && old[i].Modifier.Length > 0)
                yield return new(SurfaceAspect.Parameters, CSharpEffects.SourceBreaking);
        }
    }

    private static IEnumerable<MemberEffect> OtherSignature(IReadOnlyList<ParameterSurface> old, IReadOnlyList<ParameterSurface> current)
    {
        var compiles = current.All(p => p.Default is not null || p.Modifier == "params" || old.Any(o => o.Name == p.Name));
        for (var i = 0; i < old.Count && compiles; i++)
        {
            compiles = i < current.Count && current[i].Name == old[i].Name && IsPassedAlike(old[i], current[i])
                && (old[i].Default is null || current[i].Default is not null)
                && (TypeTextRules.Compare(old[i].Type, current[i].Type, TypeUse.Taken) is not { } type || (type.Effects & CSharpEffects.SourceBreaking) == 0);
        }
        yield return new(SurfaceAspect.Parameters, compiles ? CSharpEffects.BinaryBreaking : CSharpEffectSets.Breaking);
    }

    // "params" and "this" are no part of a signature.
    private static bool IsPassedAlike(ParameterSurface old, ParameterSurface current) => Passing(old.Modifier) == Passing(current.Modifier);

    private static string Passing(string modifier) => modifier is "params" or "this" ? "" : modifier;
}
