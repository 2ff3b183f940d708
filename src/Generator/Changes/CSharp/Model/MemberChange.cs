using Kiln.Generator.Changes.Findings;
using Kiln.Generator.Collections;

namespace Kiln.Generator.Changes.CSharp.Model;

/// <summary>What happened to a type of the SDK, or to one of its members.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="OldName">The full name in the old SDK; <see langword="null"/> if it is new.</param>
/// <param name="NewName">The full name in the new SDK; <see langword="null"/> if it is gone.</param>
/// <param name="Details">What changed of it.</param>
internal sealed record MemberChange(MemberChangeKind Kind, string? OldName, string? NewName, EquatableArray<MemberEffect> Details)
{
    /// <summary>The full name of the type of a member in the old SDK; that of the type itself for a type.</summary>
    public string? OldType { get; init; }

    /// <summary>The same in the new SDK.</summary>
    public string? NewType { get; init; }

    public string? OldDeclaration { get; init; }

    public string? NewDeclaration { get; init; }

    /// <summary>The types of the SDK in either signature, in the names of the new SDK.</summary>
    public EquatableArray<string> References { get; init; } = [];

    /// <summary>The names of the members of its type that it uses.</summary>
    public EquatableArray<string> Uses { get; init; } = [];

    /// <summary>Whether it is about a method.</summary>
    public bool IsMethod { get; init; }

    /// <summary>Whether it is about a type, and not about a member of one.</summary>
    public bool IsType => (NewName ?? OldName) == (NewType ?? OldType);

    /// <summary>The full name, of the new SDK if it is there.</summary>
    public string Name => NewName ?? OldName ?? "";

    /// <summary>All effects together.</summary>
    public CSharpEffects Effects => Details.Items.Aggregate(CSharpEffects.None, (all, d) => all | d.Effects);

    /// <summary>All that changed together.</summary>
    public SurfaceAspect Aspects => Details.Items.Aggregate(SurfaceAspect.None, (all, d) => all | d.Aspect);

    /// <summary>The effects of what is of some aspects.</summary>
    public CSharpEffects EffectsOf(SurfaceAspect aspects) => Details.Items.Where(d => (d.Aspect & aspects) != 0).Aggregate(CSharpEffects.None, (all, d) => all | d.Effects);
}
