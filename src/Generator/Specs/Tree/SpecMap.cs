namespace Kiln.Generator.Specs.Tree;

/// <summary>A mapping (YAML) or object (JSON), in the order of the document, without duplicate keys.</summary>
internal sealed class SpecMap(SpecSpan span, IReadOnlyList<SpecEntry> entries) : SpecNode(span)
{
    // Nearly all maps have few keys, and a linear search through eight is as fast as a hash table.
    private const int MaxLinearEntries = 8;

    private Dictionary<string, SpecEntry>? byKey;

    public IReadOnlyList<SpecEntry> Entries { get; } = entries;

    /// <summary>The value of a key; <see langword="null"/> if the key is missing.</summary>
    public SpecNode? this[string key] => Entry(key)?.Value;

    /// <summary>The entry of a key; <see langword="null"/> if the key is missing.</summary>
    public SpecEntry? Entry(string key)
    {
        if (Entries.Count > MaxLinearEntries)
        {
            byKey ??= Entries.ToDictionary(e => e.Key, StringComparer.Ordinal);
            return byKey.TryGetValue(key, out var found) ? found : null;
        }

        for (var i = 0; i < Entries.Count; i++)
        {
            if (Entries[i].Key == key)
                return Entries[i];
        }
        return null;
    }
}
