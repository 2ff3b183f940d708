using Kiln.Generator.Changes.CSharp.Model;
using Kiln.Generator.Changes.CSharp.Surface;
using Kiln.Generator.Changes.Findings;

namespace Kiln.Generator.Changes.CSharp.Compatibility;

/// <summary>What it does to code that the type of a value has changed.</summary>
internal static class TypeTextRules
{
    // To what a number is converted without a cast (C# specification, implicit numeric conversions), of the types that emitted code has.
    private static readonly Dictionary<string, string[]> Conversions = new(StringComparer.Ordinal)
    {
        ["sbyte"] = ["short", "int", "long", "float", "double", "decimal"],
        ["byte"] = ["short", "ushort", "int", "uint", "long", "ulong", "float", "double", "decimal"],
        ["short"] = ["int", "long", "float", "double", "decimal"],
        ["ushort"] = ["int", "uint", "long", "ulong", "float", "double", "decimal"],
        ["int"] = ["long", "float", "double", "decimal"],
        ["uint"] = ["long", "ulong", "float", "double", "decimal"],
        ["long"] = ["float", "double", "decimal"],
        ["ulong"] = ["float", "double", "decimal"],
        ["char"] = ["ushort", "int", "uint", "long", "ulong", "float", "double", "decimal"],
        ["float"] = ["double"],
    };

    /// <summary>The effects; <see langword="null"/> if the type is the same.</summary>
    public static MemberEffect? Compare(TypeText old, TypeText current, TypeUse use)
    {
        if (old.Text == current.Text)
            return null;
        if (old.Runtime == current.Runtime)
            return new(SurfaceAspect.Nullability, NullabilityRules.Warns(old.Text, current.Text, use) ? CSharpEffects.SourceWarning : CSharpEffects.None);

        var compiles = use switch
        {
            TypeUse.Taken => IsConverted(old.Runtime, current.Runtime),
            TypeUse.Given => IsAwaitedAlike(old.Runtime, current.Runtime),
            _ => false,
        };
        return new(SurfaceAspect.Type, compiles ? CSharpEffects.BinaryBreaking : CSharpEffectSets.Breaking);
    }

    // A method that gave nothing can be awaited as before when it gives something. Nothing else is used as another type was: a number in a "var" takes no other, and what cannot be null has no "??".
    private static bool IsAwaitedAlike(string old, string current) => old == "Task" && current.StartsWith("Task<", StringComparison.Ordinal);

    private static bool IsConverted(string from, string to) => to.EndsWith("?", StringComparison.Ordinal)
        ? IsSameOrConverted(from.TrimEnd('?'), to.TrimEnd('?'))
        : Conversions.TryGetValue(from, out var targets) && targets.Contains(to);

    private static bool IsSameOrConverted(string from, string to) => from == to || Conversions.TryGetValue(from, out var targets) && targets.Contains(to);
}
