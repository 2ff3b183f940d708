using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Reading;

/// <summary>Collects the entries of a map, and reports duplicate keys.</summary>
internal sealed class SpecMapBuilder(List<DiagnosticInfo> diagnostics)
{
    private const int MaxLinearEntries = 8;

    private readonly List<SpecEntry> entries = [];
    private Dictionary<string, SpecEntry>? byKey;

    /// <summary>Adds an entry. Of duplicate keys the first is kept, so that reading can continue.</summary>
    public void Add(SpecEntry entry)
    {
        if (Find(entry.Key) is { } first)
        {
            diagnostics.Add(new DiagnosticInfo(SpecRules.DuplicateKey, entry.KeyLocation, entry.Key, $"{first.KeyLocation.Line}"));
            return;
        }
        Append(entry);
    }

    /// <summary>Adds an entry if its key is missing, as a merge key does.</summary>
    public void AddMissing(SpecEntry entry)
    {
        if (Find(entry.Key) is null)
            Append(entry);
    }

    /// <summary>Creates the map of the added entries, and resets the builder for the next map.</summary>
    public SpecMap Build(SpecSpan span)
    {
        var map = new SpecMap(span, entries.ToArray());
        entries.Clear();
        byKey = null;
        return map;
    }

    private void Append(SpecEntry entry)
    {
        entries.Add(entry);
        byKey?.Add(entry.Key, entry);
    }

    private SpecEntry? Find(string key)
    {
        if (entries.Count > MaxLinearEntries)
        {
            byKey ??= entries.ToDictionary(e => e.Key, StringComparer.Ordinal);
            return byKey.TryGetValue(key, out var found) ? found : null;
        }
        for (var i = 0; i < entries.Count; i++)
        {
            if (entries[i].Key == key)
                return entries[i];
        }
        return null;
    }
}
