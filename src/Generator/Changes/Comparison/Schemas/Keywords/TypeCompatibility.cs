namespace Kiln.Generator.Changes.Comparison.Schemas.Keywords;

/// <summary>Decides which types and formats allow more values than others.</summary>
internal static class TypeCompatibility
{
    /// <summary>Formats of numbers, by type, each with fewer values than the next; no format has all of them.</summary>
    private static readonly (string Type, string[] Formats)[] Ranges =
    [
        ("integer", ["int8", "int16", "int32", "int64"]),
        ("integer", ["uint8", "uint16", "uint32", "uint64"]),
        ("integer", ["uint8", "int16", "int32", "int64"]),
        ("integer", ["uint16", "int32", "int64"]),
        ("integer", ["uint32", "int64"]),
        ("integer", ["int32", "int64", "bigint"]),
        ("number", ["int32", "double"]),
        ("number", ["float", "double"]),
    ];

    /// <summary>Formats of strings with fewer values than another.</summary>
    private static readonly (string Narrow, string Wide)[] Contained =
    [
        ("email", "idn-email"),
        ("hostname", "idn-hostname"),
        ("uri", "uri-reference"),
        ("uri", "iri"),
        ("uri-reference", "iri-reference"),
        ("iri", "iri-reference"),
        ("uri", "iri-reference"),
    ];

    /// <summary>Formats that only say how a string is shown or entered.</summary>
    private static readonly HashSet<string> Unrestricted = new(StringComparer.Ordinal) { "password", "html", "markdown", "text", "textarea", "multiline" };

    /// <summary>What happened to the types; <see langword="null"/> for nothing.</summary>
    /// <param name="old">The old types; <see langword="null"/> for any.</param>
    /// <param name="current">The new types; <see langword="null"/> for any.</param>
    public static ChangeAction? Compare(IReadOnlyList<string>? old, IReadOnlyList<string>? current)
    {
        if (AreEqual(old, current))
            return null;
        return (Contains(current, old), Contains(old, current)) switch
        {
            // An integer is a number as well.
            (true, true) => null,
            (true, false) => ChangeAction.Widened,
            (false, true) => ChangeAction.Narrowed,
            _ => ChangeAction.Changed,
        };
    }

    public static bool AreEqual(IReadOnlyList<string>? old, IReadOnlyList<string>? current) =>
        old is null || current is null ? old is null && current is null : old.SequenceEqual(current);

    /// <summary>What happened to two formats that differ.</summary>
    public static ChangeAction CompareFormats(IReadOnlyList<string> types, string? old, string? current)
    {
        var (isOldOpen, isNewOpen) = (old is null || Unrestricted.Contains(old), current is null || Unrestricted.Contains(current));
        if (isOldOpen && isNewOpen)
            return old is null ? ChangeAction.Added : current is null ? ChangeAction.Removed : ChangeAction.Changed;
        if (isNewOpen || (!isOldOpen && IsNarrower(types, old!, current!)))
            return ChangeAction.Widened;
        return isOldOpen || IsNarrower(types, current!, old!) ? ChangeAction.Narrowed : ChangeAction.Changed;
    }

    private static bool IsNarrower(IReadOnlyList<string> types, string narrow, string wide)
    {
        foreach (var (type, formats) in Ranges)
        {
            var (low, high) = (Array.IndexOf(formats, narrow), Array.IndexOf(formats, wide));
            if (types.Contains(type) && low >= 0 && low < high)
                return true;
        }
        return types.Contains("string") && Contained.Contains((narrow, wide));
    }

    private static bool Contains(IReadOnlyList<string>? wide, IReadOnlyList<string>? narrow) =>
        wide is null || (narrow is not null && narrow.All(type => wide.Contains(type) || (type == "integer" && wide.Contains("number"))));
}
