namespace Kiln.Generator.Changes.CSharp.Model;

/// <summary>The names of the old SDK that the new one has changed.</summary>
/// <param name="types">The new full name of a type by the old one.</param>
/// <param name="members">The members, of which a name stands for all that begin with it if it is that of an operation.</param>
internal sealed class SurfaceRenames(IReadOnlyDictionary<string, string> types, IReadOnlyList<MemberRename> members)
{
    private readonly Dictionary<string, string> simple = SimpleNames(types, members);

    /// <summary>No name has changed.</summary>
    public static SurfaceRenames None { get; } = new(new Dictionary<string, string>(), []);

    /// <summary>The renamed types.</summary>
    public IReadOnlyDictionary<string, string> Types => types;

    /// <summary>The renamed members.</summary>
    public IReadOnlyList<MemberRename> Members => members;

    /// <summary>What a type of the old SDK is called in the new one.</summary>
    public string Of(string fullName) => types.TryGetValue(fullName, out var found) ? found : fullName;

    /// <summary>The same for a name without its namespace, as code has it.</summary>
    public string OfSimple(string name) => simple.TryGetValue(name, out var found) ? found : name;

    private static Dictionary<string, string> SimpleNames(IReadOnlyDictionary<string, string> types, IReadOnlyList<MemberRename> members)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var type in types)
            names[Last(type.Key)] = Last(type.Value);
        foreach (var member in members.Where(m => m.IsHidden))
            names[member.Old] = member.New;
        return names;
    }

    private static string Last(string name) => name.Substring(name.LastIndexOf('.') + 1);
}

/// <summary>A member that has another name.</summary>
/// <param name="Type">The full name of its type in the new SDK.</param>
/// <param name="Old">The old name.</param>
/// <param name="New">The new name.</param>
/// <param name="IsOperation">Whether it is the name of an operation, whose methods begin with it.</param>
internal sealed record MemberRename(string Type, string Old, string New, bool IsOperation)
{
    private const string Request = "To";

    /// <summary>Whether other code cannot use it, so that its name is no change of what that can do.</summary>
    public bool IsHidden { get; init; }

    /// <summary>The new name of a member with an old one; <see langword="null"/> if it is not the renamed one.</summary>
    public string? Of(string name) => IsOperation switch
    {
        false => name == Old ? New : null,
        _ when name.StartsWith(Old, StringComparison.Ordinal) => New + name.Substring(Old.Length),
        _ when name.StartsWith(Request + Old, StringComparison.Ordinal) => Request + New + name.Substring(Request.Length + Old.Length),
        _ => null,
    };
}
