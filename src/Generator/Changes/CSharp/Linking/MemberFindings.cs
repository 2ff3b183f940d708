using Kiln.Generator.Changes.CSharp.Model;
using Kiln.Generator.Changes.Findings;

namespace Kiln.Generator.Changes.CSharp.Linking;

/// <summary>Findings about members of the SDK that are about no difference of its documents.</summary>
internal static class MemberFindings
{
    private static readonly Dictionary<MemberChangeKind, (string Id, string Verb)> Kinds = new()
    {
        [MemberChangeKind.Added] = ("csharp-member-added", "was added"),
        [MemberChangeKind.Removed] = ("csharp-member-removed", "was removed"),
        [MemberChangeKind.Changed] = ("csharp-member-changed", "changed"),
        [MemberChangeKind.Renamed] = ("csharp-member-renamed", "was renamed"),
    };

    // What to say of a change, the most important first.
    private static readonly (SurfaceAspect Aspect, string Text)[] Details =
    [
        (SurfaceAspect.Required, "whether it is required"),
        (SurfaceAspect.Type, "its type"),
        (SurfaceAspect.Nullability, "whether it may be null"),
        (SurfaceAspect.Parameters, "its parameters"),
        (SurfaceAspect.ParameterNames, "the names of its parameters"),
        (SurfaceAspect.Defaults, "the default values of its parameters"),
        (SurfaceAspect.Setter, "whether it can be set"),
        (SurfaceAspect.Modifiers, "its modifiers"),
        (SurfaceAspect.Constant, "its value"),
        (SurfaceAspect.Bases, "its base types"),
        (SurfaceAspect.Obsolete, "whether it is obsolete"),
        (SurfaceAspect.Code, "what it does"),
    ];

    /// <summary>The ids of all such findings.</summary>
    public static IEnumerable<string> Ids => Kinds.Values.Select(k => k.Id);

    /// <param name="group">The changes.</param>
    /// <param name="severity">What it means to clients of the API.</param>
    public static Finding Of(ChangeGroup group, FindingSeverity severity)
    {
        var (first, pointer) = (group.First, group.NewPointer ?? group.OldPointer);
        return new(Kinds[first.Kind].Id, severity, Message(group))
        {
            Subject = string.IsNullOrEmpty(pointer) ? first.Name : PointerText.Of(pointer!),
            CSharp = group.Effects,
            Member = first.Name,
            OldCode = first.OldDeclaration,
            NewCode = first.NewDeclaration,
            OldText = first.Kind == MemberChangeKind.Added ? null : first.OldName,
            NewText = first.Kind == MemberChangeKind.Removed ? null : first.NewName,
        };
    }

    private static string Message(ChangeGroup group)
    {
        var first = group.First;
        var what = first.IsType ? "type" : "member";
        var text = first.Kind switch
        {
            MemberChangeKind.Renamed => $"The C# {what} '{first.OldName}' was renamed to '{first.NewName}'",
            MemberChangeKind.Changed => $"The C# {what} '{first.Name}' changed: {string.Join(", ", Details.Where(d => (d.Aspect & first.Aspects) != 0).Select(d => d.Text))}",
            _ => $"The C# {what} '{first.Name}' {Kinds[first.Kind].Verb}",
        };
        return group.Changes.Count switch
        {
            1 => text,
            2 => $"{text}, and 1 member with it",
            _ => $"{text}, and {group.Changes.Count - 1} members with it",
        };
    }
}
