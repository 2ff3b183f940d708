namespace Kiln.Generator.Changes.Comparison.Contents;

/// <summary>The objects of both documents that have the same key, and those that have no counterpart.</summary>
/// <param name="Both">In the order of the new document.</param>
/// <param name="Removed">In the order of the old document.</param>
/// <param name="Added">In the order of the new document.</param>
internal sealed record KeyedPairs<T>(IReadOnlyList<(T Old, T Current)> Both, IReadOnlyList<T> Removed, IReadOnlyList<T> Added)
    where T : notnull
{
    private const int MaxCandidates = 10_000;

    /// <summary>Pairs objects by their keys; of several with one key the first counts.</summary>
    public static KeyedPairs<T> Of(IEnumerable<T> old, IEnumerable<T> current, Func<T, string> key)
    {
        var rest = new Dictionary<string, T>(StringComparer.Ordinal);
        var order = new List<string>();
        foreach (var item in old)
        {
            if (!rest.ContainsKey(key(item)))
            {
                rest.Add(key(item), item);
                order.Add(key(item));
            }
        }

        var (both, added, seen) = (new List<(T, T)>(), new List<T>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var item in current)
        {
            if (!seen.Add(key(item)))
                continue;
            if (rest.TryGetValue(key(item), out var counterpart))
                both.Add((counterpart, item));
            else
                added.Add(item);
        }
        return new(both, [.. order.Where(k => !seen.Contains(k)).Select(k => rest[k])], added);
    }

    /// <summary>The same with further pairs of what has no counterpart so far: those with a key that nothing else on its side has.</summary>
    /// <param name="key">The key; <see langword="null"/> for what cannot be paired so.</param>
    /// <param name="found">The further pairs.</param>
    public KeyedPairs<T> MatchBy(Func<T, string?> key, out IReadOnlyList<(T Old, T Current)> found)
    {
        var (old, current) = (Unique(Removed, key), Unique(Added, key));
        found = [.. current.Where(c => old.ContainsKey(c.Key)).Select(c => (old[c.Key], c.Value))];
        var pairs = found;
        return pairs.Count == 0 ? this : new(Both, [.. Removed.Except(pairs.Select(p => p.Old))], [.. Added.Except(pairs.Select(p => p.Current))]);
    }

    private static Dictionary<string, T> Unique(IEnumerable<T> items, Func<T, string?> key) =>
        items.Select(i => (Key: key(i), Item: i)).Where(i => i.Key is not null).GroupBy(i => i.Key!, StringComparer.Ordinal)
            .Where(g => g.Skip(1).FirstOrDefault().Key is null).ToDictionary(g => g.Key, g => g.First().Item, StringComparer.Ordinal);

    /// <summary>The same with further pairs of what has no counterpart so far: those of which each fits the other and nothing else.</summary>
    /// <param name="fits">Whether the one may be the other one that was changed.</param>
    /// <param name="found">The further pairs.</param>
    public KeyedPairs<T> Match(Func<T, T, bool> fits, out IReadOnlyList<(T Old, T Current)> found)
    {
        // Quadratic in what has no counterpart, so nothing is searched for where all was replaced.
        if (Removed.Count * (long)Added.Count is 0 or > MaxCandidates)
        {
            found = [];
            return this;
        }

        var candidates = (from old in Removed from current in Added where fits(old, current) select (Old: old, Current: current)).ToList();
        var pairs = candidates.Where(c => candidates.Count(o => Equals(o.Old, c.Old)) == 1 && candidates.Count(o => Equals(o.Current, c.Current)) == 1).ToList();
        found = pairs;
        return new(Both, [.. Removed.Where(o => !pairs.Exists(p => Equals(p.Old, o)))], [.. Added.Where(c => !pairs.Exists(p => Equals(p.Current, c)))]);
    }
}
