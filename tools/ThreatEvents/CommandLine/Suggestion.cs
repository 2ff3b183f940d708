namespace ThreatEvents.CommandLine;

/// <summary>What a misspelt word may have been meant to be.</summary>
internal static class Suggestion
{
    /// <summary>Nobody misspells more than that, and the cost grows with the square of it.</summary>
    private const int LongestWord = 64;

    /// <summary>An option's two hyphens, and enough of its name to say something.</summary>
    private const int ShortestBeginning = 4;

    /// <summary>A sentence with the nearest of the known words, with a space before it; empty if none is near.</summary>
    /// <example><c> Did you mean 'process'?</c> for <c>proces</c>.</example>
    public static string For(string word, IReadOnlyList<string> known)
    {
        if (word.Length > LongestWord || known.Count == 0)
            return "";

        // A word that was not typed to its end is clear if it is the beginning of one alone.
        if (word.Length >= ShortestBeginning && known.Where(name => name.StartsWith(word, StringComparison.OrdinalIgnoreCase)).ToList() is [var whole])
            return $" Did you mean '{whole}'?";

        // Of two that are as near, people mean the one that begins in the same way.
        var (nearest, distance) = known.Select(name => (name, Distance(word.ToLowerInvariant(), name.ToLowerInvariant())))
            .MinBy(pair => (pair.Item2, !word.StartsWith(pair.name[..1], StringComparison.OrdinalIgnoreCase)));

        // One slip in every three characters: further away it would be a guess.
        return distance <= Math.Max(1, Math.Min(word.Length, nearest.Length) / 3) ? $" Did you mean '{nearest}'?" : "";
    }

    /// <summary>How many characters have to be put in, taken out, replaced or swapped with their neighbour (optimal string alignment).</summary>
    private static int Distance(string from, string to)
    {
        var costs = new int[from.Length + 1, to.Length + 1];
        for (var i = 0; i <= from.Length; i++)
        {
            for (var j = 0; j <= to.Length; j++)
                costs[i, j] = i == 0 || j == 0 ? i + j : Cost(costs, from, to, i, j);
        }

        return costs[from.Length, to.Length];
    }

    private static int Cost(int[,] costs, string from, string to, int i, int j)
    {
        var cost = Math.Min(
            Math.Min(costs[i - 1, j], costs[i, j - 1]) + 1,
            costs[i - 1, j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1));

        return i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1] ? Math.Min(cost, costs[i - 2, j - 2] + 1) : cost;
    }
}
