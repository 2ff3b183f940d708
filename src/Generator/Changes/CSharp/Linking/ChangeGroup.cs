using Kiln.Generator.Changes.CSharp.Model;
using Kiln.Generator.Changes.Findings;

namespace Kiln.Generator.Changes.CSharp.Linking;

/// <summary>Changes of members that are one change to a person, such as those of all methods of an operation.</summary>
/// <param name="Changes">At least one; the most important first.</param>
/// <param name="OldPointer">What they are of in the old document; <see langword="null"/> if nothing says it.</param>
/// <param name="NewPointer">The same in the new document.</param>
internal sealed record ChangeGroup(IReadOnlyList<MemberChange> Changes, string? OldPointer, string? NewPointer)
{
    /// <summary>The change that stands for all.</summary>
    public MemberChange First => Changes[0];

    /// <summary>The effects of all together.</summary>
    public CSharpEffects Effects => MemberLinker.Combined(Changes.Select(c => c.Effects));
}
