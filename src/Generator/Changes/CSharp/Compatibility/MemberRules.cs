using Kiln.Generator.Changes.CSharp.Model;
using Kiln.Generator.Changes.CSharp.Surface;
using Kiln.Generator.Changes.Findings;

namespace Kiln.Generator.Changes.CSharp.Compatibility;

/// <summary>What it does to code that a member has changed.</summary>
internal static class MemberRules
{
    // What the setters call of properties that are always sent.
    private const string SetterOfSent = "AssignRequired";

    /// <summary>What changed; empty for two members that are the same.</summary>
    public static List<MemberEffect> Compare(MemberSurface old, MemberSurface current)
    {
        var changes = new List<MemberEffect>();
        if (old.Kind != current.Kind || old.TypeParameters != current.TypeParameters)
            changes.Add(new(SurfaceAspect.Type, CSharpEffectSets.Breaking));
        else if (TypeTextRules.Compare(old.Type, current.Type, old.Setter == SetterKind.None ? TypeUse.Given : TypeUse.Both) is { } type)
            changes.Add(type);
        changes.AddRange(ParameterRules.Compare(old.Parameters, current.Parameters));
        if (old.Setter != current.Setter)
            changes.Add(new(SurfaceAspect.Setter, SetterRule(old.Setter, current.Setter)));
        if (old.IsRequired != current.IsRequired)
            changes.Add(new(SurfaceAspect.Required, current.IsRequired ? CSharpEffects.SourceBreaking : CSharpEffects.None));
        if (old.IsStatic != current.IsStatic || !old.IsAbstract && current.IsAbstract || !old.IsProtected && current.IsProtected)
            changes.Add(new(SurfaceAspect.Modifiers, CSharpEffectSets.Breaking));
        // The compiler copies constants into the code that uses them.
        if (old.Constant != current.Constant)
            changes.Add(new(SurfaceAspect.Constant, CSharpEffects.Behaviour));
        if (old.IsObsolete != current.IsObsolete)
            changes.Add(new(SurfaceAspect.Obsolete, current.IsObsolete ? CSharpEffects.SourceWarning : CSharpEffects.None));
        // Where code has to be changed or compiled again, other data is no surprise.
        if (old.Code != current.Code && changes.All(c => c.Aspect is SurfaceAspect.Obsolete or SurfaceAspect.ParameterNames or SurfaceAspect.Constant || c is { Aspect: SurfaceAspect.Required, Effects: CSharpEffects.None }))
            changes.Add(new(SurfaceAspect.Code, CSharpEffects.Behaviour));
        return changes;
    }

    /// <summary>What a new member of a type does that was there before.</summary>
    public static MemberEffect Added(MemberSurface member, bool isOfInterface) => new(
        SurfaceAspect.Existence,
        member.IsRequired ? CSharpEffects.SourceBreaking : isOfInterface || member.IsAbstract ? CSharpEffectSets.Breaking : IsAlwaysSent(member) ? CSharpEffects.Behaviour : CSharpEffects.None);

    // A property with a value from the beginning, such as the document's default, is sent by code that does not know it.
    private static bool IsAlwaysSent(MemberSurface member) => member.Kind == MemberKind.Property && member.Code.Contains(SetterOfSent);

    // An initializer may set what has "init"; a compiled one calls a setter that the runtime knows by another signature.
    private static CSharpEffects SetterRule(SetterKind old, SetterKind current) => (old, current) switch
    {
        (SetterKind.None, _) => CSharpEffects.None,
        (SetterKind.Init, SetterKind.Set) => CSharpEffects.BinaryBreaking,
        _ => CSharpEffectSets.Breaking,
    };
}
