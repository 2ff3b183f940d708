namespace Kiln.Generator.Text;

/// <summary>
/// The name that a misspelled one most likely means, for "did you mean" in diagnostics. Case counts for nothing; exchanged neighbors, and a missing,
/// additional or different character, count as one mistake each (the Damerau-Levenshtein distance, in its form of optimal string alignment).
/// </summary>
internal static class SimilarName
{
    // A document may contain any number of long names, and each comparison takes the product of two lengths.
    private const int MaxLength = 64;
    private const int MaxCandidates = 2_000;

    private const int MinLength = 3;

    /// <summary>The most similar of some names, the first of several; <see langword="null"/> if none is so similar that a mistake is likely.</summary>
    public static string? Find(string name, IEnumerable<string> candidates)
    {
        if (name.Length is 0 or > MaxLength)
            return null;

        string? best = null;
        var limit = MaxMistakes(name.Length);
        string? completed = null;
        var completions = 0;
        foreach (var candidate in candidates.Take(MaxCandidates))
        {
            if (candidate.Length is 0 or > MaxLength || string.Equals(candidate, name, StringComparison.Ordinal))
                continue;
            if (IsAbbreviation(name, candidate))
            {
                completed ??= candidate;
                completions++;
            }
            if (Math.Abs(candidate.Length - name.Length) > limit || HaveOtherDigits(name, candidate))
                continue;

            var mistakes = Distance(name, candidate);
            if (mistakes > limit || mistakes > MaxMistakes(Math.Min(name.Length, candidate.Length)))
                continue;
            best = candidate;
            // Only a name with fewer mistakes is better.
            limit = mistakes - 1;
            if (limit < 0)
                return best;
        }
        return best ?? (completions == 1 ? completed : null);
    }

    /// <summary>The question to append to a message: <c>; did you mean 'integer'?</c>; empty if no name is similar.</summary>
    public static string Question(string name, IEnumerable<string> candidates) => Question(Find(name, candidates));

    /// <summary>The question whether a name was meant; empty if there is none.</summary>
    public static string Question(string? similar) => similar is null ? "" : $"; did you mean '{similar}'?";

    // In a short name each character counts: "cat" is not a mistake for "pet".
    private static int MaxMistakes(int length) => length switch
    {
        < MinLength - 1 => 0,
        <= 5 => 1,
        <= 9 => 2,
        _ => 3,
    };

    // As "int" is of "integer", and "desc" of "description".
    private static bool IsAbbreviation(string name, string candidate) =>
        name.Length >= MinLength && candidate.Length > name.Length && candidate.StartsWith(name, StringComparison.OrdinalIgnoreCase);

    // "PetV1" is another schema than "PetV2", but "int46" is "int64".
    private static bool HaveOtherDigits(string name, string candidate)
    {
        var digits = 0;
        var otherDigits = 0;
        Span<int> counts = stackalloc int[10];
        foreach (var c in name)
        {
            if (c is >= '0' and <= '9')
            {
                digits++;
                counts[c - '0']++;
            }
        }
        foreach (var c in candidate)
        {
            if (c is >= '0' and <= '9')
            {
                otherDigits++;
                counts[c - '0']--;
            }
        }
        if (digits == 0 || otherDigits == 0)
            return false;
        foreach (var count in counts)
        {
            if (count != 0)
                return true;
        }
        return false;
    }

    private static int Distance(string a, string b)
    {
        // The last three rows of the table: an exchange looks two rows back.
        var beforePrevious = new int[b.Length + 1];
        var previous = new int[b.Length + 1];
        var current = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            previous[j] = j;

        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var difference = Same(a[i - 1], b[j - 1]) ? 0 : 1;
                current[j] = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + difference);
                if (i > 1 && j > 1 && Same(a[i - 1], b[j - 2]) && Same(a[i - 2], b[j - 1]))
                    current[j] = Math.Min(current[j], beforePrevious[j - 2] + 1);
            }
            (beforePrevious, previous, current) = (previous, current, beforePrevious);
        }
        return previous[b.Length];
    }

    private static bool Same(char a, char b) => char.ToUpperInvariant(a) == char.ToUpperInvariant(b);
}
