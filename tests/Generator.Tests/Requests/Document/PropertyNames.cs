namespace Kiln.Generator.Tests.Requests.Document;

/// <summary>The names that the properties of an object may have.</summary>
internal static class PropertyNames
{
    private const int Deepest = 10;

    /// <summary>The names that a schema says, through all of its alternatives; <see langword="null"/> for any name.</summary>
    public static IReadOnlySet<string>? Of(RawNode? schema)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        return Add(schema, names, 0) && names.Count > 0 ? names : null;
    }

    private static bool Add(RawNode? schema, HashSet<string> names, int depth)
    {
        if (schema is not { IsMap: true } node || depth > Deepest)
            return true;
        names.UnionWith((node["properties"]?.Entries ?? []).Select(e => e.Key));
        return node["additionalProperties"] is not { IsMap: true } and not { IsTrue: true }
            && new[] { "allOf", "oneOf", "anyOf" }.SelectMany(k => node[k]?.Items ?? []).All(part => Add(part, names, depth + 1));
    }
}
