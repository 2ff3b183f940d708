using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Normalization.Steps.Schemas;

/// <summary>
/// Writes a keyword of another tool as the key of OpenAPI with the same meaning: <c>x-nullable</c> as <c>nullable</c>. OpenAPI's own takes precedence. Beside a
/// <c>$ref</c> such a keyword is meant to apply, although siblings of a reference are ignored before OpenAPI 3.1: the reference becomes an <c>allOf</c>.
/// </summary>
internal static class ForeignKeywordNames
{
    private static readonly Dictionary<string, string> StandardKeys = ForeignKeywords.All
        .Where(k => k.Standard is not null)
        .SelectMany(k => k.Keys.Select(key => (Key: key, k.Standard)))
        .ToDictionary(k => k.Key, k => k.Standard!, StringComparer.Ordinal);

    public static SpecNode Apply(SpecNode node, OpenApiObjectKind kind, NormalizationContext context)
    {
        // In OpenAPI 2.0 a parameter or header is also its own schema.
        var isSchema = kind == OpenApiObjectKind.Schema || (context.Version == SpecVersion.Swagger20 && kind is OpenApiObjectKind.Parameter or OpenApiObjectKind.Header);
        if (!isSchema || node is not SpecMap map || !HasForeignKey(map))
            return node;

        List<SpecEntry> entries = [];
        foreach (var entry in map.Entries)
        {
            if (!StandardKeys.TryGetValue(entry.Key, out var standard))
                entries.Add(entry);
            else if (map[standard] is null && entries.All(e => e.Key != standard))
                entries.Add(new SpecEntry(standard, entry.KeySpan, entry.Value));
        }
        var renamed = new SpecMap(map.Span, entries);
        return kind == OpenApiObjectKind.Schema && renamed.Entry(SpecReference.Key) is { } reference && renamed["allOf"] is null
            ? WithSiblings(renamed, reference)
            : renamed;
    }

    private static SpecMap WithSiblings(SpecMap map, SpecEntry reference)
    {
        var referenceOnly = new SpecMap(reference.KeySpan.To(reference.Value.Span), [reference]);
        return map.Without(e => e == reference).With("allOf", new SpecList(referenceOnly.Span, [referenceOnly]));
    }

    private static bool HasForeignKey(SpecMap map)
    {
        for (var i = 0; i < map.Entries.Count; i++)
        {
            var key = map.Entries[i].Key;
            if (key.StartsWith("x-", StringComparison.Ordinal) && StandardKeys.ContainsKey(key))
                return true;
        }
        return false;
    }
}
