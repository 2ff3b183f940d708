using Kiln.Generator.Shapes.Naming;

namespace Kiln.Generator.Shapes.Calls.Headers;

/// <summary>Names the classes of shared headers: after the component that has them, else after the headers, else after what the operations have in common.</summary>
internal static class HeaderSetNames
{
    private const string Ending = "Headers";
    private const int MostWords = 3;
    private const int LongestName = 60;

    /// <summary>The sets in the order in which they take their names, each with the names that would do, the best first.</summary>
    /// <example><c>PageHeaders</c> of the response <c>Page</c>, <c>LinkHeaders</c> of <c>Link</c>, <c>RateLimitHeaders</c> of <c>X-RateLimit-Limit</c> and <c>X-RateLimit-Reset</c>.</example>
    public static IEnumerable<(HeaderSet Set, IReadOnlyList<string> Names)> Of(IEnumerable<HeaderSet> sets)
    {
        var all = sets.Select(s => (Set: s, Words: WordsOf(s))).ToList();
        var taken = all.GroupBy(s => s.Words, StringComparer.OrdinalIgnoreCase).ToDictionary(g => g.Key, g => g.Count(), StringComparer.OrdinalIgnoreCase);
        return all
            .OrderBy(s => s.Set.Component is null)
            .ThenBy(s => s.Words, StringComparer.Ordinal)
            .ThenBy(s => s.Set.FirstPointer, StringComparer.Ordinal)
            .Select(s => (s.Set, Names(s.Set, s.Words, isOnly: taken[s.Words] == 1)));
    }

    private static IReadOnlyList<string> Names(HeaderSet set, string words, bool isOnly)
    {
        var names = new List<string>();
        if (isOnly)
            names.Add(words);
        if (set.Common.Name is { Length: > 0 } common)
            names.AddRange([ContextualNames.With(common, words), common]);
        names.Add(set.Owners.Select(o => o.Name).OrderBy(n => n.Length).ThenBy(n => n, StringComparer.Ordinal).First() is { Length: > 0 } first ? ContextualNames.With(first, words) : words);
        return [.. names.Select(n => ContextualNames.With(n, Ending)).Distinct(StringComparer.Ordinal)];
    }

    private static string WordsOf(HeaderSet set)
    {
        if (set.Component is { } component)
            return component.Name;

        var groups = set.Headers
            .Select(h => Words(h.WireName))
            .GroupBy(words => words[0], StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => Common([.. g]))
            .ToList();
        return groups.Count <= MostWords && string.Join("And", groups) is { Length: <= LongestName } joined ? joined : "";
    }

    // The X of old headers says nothing.
    private static IReadOnlyList<string> Words(string header)
    {
        var words = CapitalWords.Split(Identifiers.Pascal(header)).ToList();
        return words.Count > 1 && words[0] == "X" ? words.GetRange(1, words.Count - 1) : words;
    }

    private static string Common(IReadOnlyList<IReadOnlyList<string>> headers)
    {
        var count = Enumerable.Range(0, headers.Min(h => h.Count)).TakeWhile(i => headers.All(h => h[i] == headers[0][i])).Count();
        return string.Concat(headers[0].Take(count));
    }
}
