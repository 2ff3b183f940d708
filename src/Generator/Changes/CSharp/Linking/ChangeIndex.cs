using Kiln.Generator.Changes.CSharp.Model;
using Kiln.Generator.Shapes.Names;

namespace Kiln.Generator.Changes.CSharp.Linking;

/// <summary>Finds the changes of what the names of one side name.</summary>
internal sealed class ChangeIndex
{
    private readonly SideNames names;
    private readonly Func<MemberChange, string?> type;
    private readonly Func<MemberChange, string?> name;
    private readonly ILookup<string, MemberChange> byType;
    private readonly Dictionary<string, string> operations = new(StringComparer.Ordinal);

    /// <param name="changes">All changes.</param>
    /// <param name="names">The names of the side.</param>
    /// <param name="type">The type that a change is of, as the side calls it; <see langword="null"/> if the side does not have it.</param>
    /// <param name="name">The full name of what has changed, as the side calls it.</param>
    public ChangeIndex(IReadOnlyList<MemberChange> changes, SideNames names, Func<MemberChange, string?> type, Func<MemberChange, string?> name)
    {
        (this.names, this.type, this.name) = (names, type, name);
        byType = changes.Where(c => type(c) is not null && name(c) is not null).ToLookup(c => type(c)!, StringComparer.Ordinal);
    }

    /// <summary>The changes of what a name is of.</summary>
    public IEnumerable<MemberChange> Of(NameUse use) => use.Kind switch
    {
        NameKind.Method or NameKind.Operation or NameKind.Credential => byType[use.Owner].Where(c => c.IsType || OperationOf(c) == use.Name),
        NameKind.Value or NameKind.Server or NameKind.Path => byType[use.Owner].Where(c => name(c) == use.FullName),
        // Equal inline schemas share a type; one that differs now has its own.
        NameKind.Property => byType[use.Owner].Where(c => name(c) == use.FullName || c is { IsType: true, Kind: MemberChangeKind.Added or MemberChangeKind.Removed }),
        // The type may be there for this one only; an argument is that of all methods of its operation.
        NameKind.Header or NameKind.Parameter =>
        [
            .. byType[use.Owner].Where(c => name(c) == use.FullName || c is { IsType: true, Kind: not MemberChangeKind.Changed }),
            .. names.Named(use.Owner) is { Kind: NameKind.Method, Pointer: { } operation } ? names.At(operation).Where(n => n.Kind is NameKind.Method or NameKind.Operation).SelectMany(Of) : [],
        ],
        NameKind.Prefix => [],
        _ => byType[use.FullName].Where(c => c.IsType || names.Named(name(c)!) is null),
    };

    /// <summary>The changes of the type that has the methods of an operation: of its constructor, and of itself.</summary>
    public IEnumerable<MemberChange> OfBuilder(NameUse method) => byType[method.Owner].Where(c => c.IsType || OperationOf(c) is null);

    /// <summary>The name that is of what has changed, or of the operation whose method it is; <see langword="null"/> for none.</summary>
    public NameUse? UseOf(MemberChange change)
    {
        if (name(change) is not { } fullName || type(change) is not { } owner)
            return null;
        return names.Named(fullName) ?? (OperationOf(change) is { } operation ? names.Named($"{owner}.{operation}") : null) ?? names.Named(owner);
    }

    // The operation whose method it is: of those whose names begin that of the method, or are used by it, the longest.
    private string? OperationOf(MemberChange change)
    {
        var fullName = name(change)!;
        if (!operations.TryGetValue(fullName, out var found))
        {
            var member = fullName.Substring(fullName.LastIndexOf('.') + 1);
            var candidates = names.MembersOf(type(change)!).Where(n => n.Kind is NameKind.Method or NameKind.Operation or NameKind.Credential).Select(n => n.Name).ToList();
            found = Longest(candidates, [member]) ?? Longest(candidates, change.Uses) ?? "";
            operations.Add(fullName, found);
        }
        return found.Length > 0 ? found : null;
    }

    private static string? Longest(IEnumerable<string> candidates, IEnumerable<string> members) => candidates
        .Where(c => members.Any(m => m.StartsWith(c, StringComparison.Ordinal) || m.StartsWith("To" + c, StringComparison.Ordinal)))
        .OrderByDescending(c => c.Length)
        .FirstOrDefault();
}
