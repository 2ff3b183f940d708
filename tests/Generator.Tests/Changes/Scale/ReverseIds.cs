namespace Kiln.Generator.Tests.Changes.Scale;

/// <summary>The rule of the change that undoes another one.</summary>
internal static class ReverseIds
{
    private static readonly (string Id, string Reverse)[] Whole =
    [
        ("became-required", "became-optional"),
        ("became-nullable", "became-not-nullable"),
        ("deprecated-sunset-missing", "reactivated"),
        ("security-required", "security-removed"),
    ];

    private static readonly (string End, string Reverse)[] Ends =
    [
        ("-added", "-removed"),
        ("-set", "-unset"),
        ("-widened", "-narrowed"),
        ("-increased", "-decreased"),
        ("-became-required", "-became-optional"),
    ];

    /// <summary>The other rule; the same one for a change that is undone by one of its kind, such as a new name.</summary>
    public static string Of(string id)
    {
        foreach (var (one, other) in Whole)
        {
            if (id == one || id == other)
                return id == one ? other : one;
        }
        foreach (var (one, other) in Ends)
        {
            if (id.EndsWith(one, StringComparison.Ordinal) || id.EndsWith(other, StringComparison.Ordinal))
                return id.EndsWith(one, StringComparison.Ordinal) ? id[..^one.Length] + other : id[..^other.Length] + one;
        }
        return id;
    }
}
