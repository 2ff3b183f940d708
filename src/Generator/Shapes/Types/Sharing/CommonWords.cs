using Kiln.Generator.Shapes.Naming;

namespace Kiln.Generator.Shapes.Types.Sharing;

/// <summary>Finds the words that names begin and end with.</summary>
internal static class CommonWords
{
    // What is left at the end of a beginning where the names go on differently: ListForOrgSort and ListForUserSort are ListSort.
    private static readonly HashSet<string> Prepositions = new(StringComparer.Ordinal) { "For", "In", "By", "To", "Of", "From", "With", "And", "Or", "At", "On" };

    /// <summary>The words that all names have at their beginning and at their end.</summary>
    /// <param name="names">The names.</param>
    /// <param name="ending">What all of them end with.</param>
    /// <returns><see langword="null"/> if they begin with different words.</returns>
    /// <example><c>TuneOptionsEpochs</c> for <c>TuneFastOptionsEpochs</c> and <c>TuneDeepOptionsEpochs</c>.</example>
    public static string? Of(IReadOnlyList<string> names, string ending)
    {
        var first = CapitalWords.Split(names[0]).ToList();
        var (before, after) = (first.Count, first.Count);
        foreach (var name in names.Skip(1))
        {
            var words = CapitalWords.Split(name).ToList();
            before = Enumerable.Range(0, Math.Min(before, words.Count)).TakeWhile(i => words[i] == first[i]).Count();
            after = Enumerable.Range(1, Math.Min(after, words.Count)).TakeWhile(i => words[words.Count - i] == first[first.Count - i]).Count();
        }
        while (before > 0 && before < first.Count && Prepositions.Contains(first[before - 1]))
            before--;
        return before > 0 && before + after < first.Count && after >= CapitalWords.Split(ending).Count()
            ? string.Concat(first.Take(before).Concat(first.Skip(first.Count - after)))
            : null;
    }
}
