namespace Kiln.Generator.Changes.Comparison.Values;

/// <summary>Whether one name may be another one that was changed.</summary>
internal static class SimilarNames
{
    // Longer names would need more time than they are worth.
    private const int MaxLength = 100;
    private const int MinPart = 3;

    /// <summary>Whether they differ in case and separators alone, or in a third of their letters at most.</summary>
    /// <example><c>page_size</c> and <c>pageSize</c>; <c>color</c> and <c>colour</c></example>
    public static bool Are(string one, string other)
    {
        var (first, second) = (Letters(one), Letters(other));
        if (first.Length == 0 || second.Length == 0 || first.Length > MaxLength || second.Length > MaxLength)
            return false;
        return Distance(first, second) * 3 <= Math.Max(first.Length, second.Length);
    }

    /// <summary>Whether one is the beginning or the end of the other.</summary>
    /// <example><c>cursor</c> and <c>pageCursor</c></example>
    public static bool IsPart(string one, string other)
    {
        var (first, second) = (Letters(one), Letters(other));
        var (shorter, longer) = first.Length <= second.Length ? (first, second) : (second, first);
        return shorter.Length >= MinPart && (longer.StartsWith(shorter, StringComparison.Ordinal) || longer.EndsWith(shorter, StringComparison.Ordinal));
    }

    /// <summary>The letters and digits of a name, in lower case.</summary>
    public static string Letters(string name) => new([.. name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);

    /// <summary>How many letters have to be added, removed or replaced (Levenshtein).</summary>
    public static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var replaced = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, 1 + Math.Min(row[j], row[j - 1]));
            }
        }
        return row[other.Length];
    }
}
