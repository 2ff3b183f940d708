namespace Kiln.Generator.Text;

/// <summary>
/// Finds similar names for the diagnostics of one document. A document may have any number of mistakes and of names to compare them with, so the number of
/// comparisons is limited: past it, diagnostics have no suggestions.
/// </summary>
internal sealed class NameSuggestions
{
    private int remainingComparisons = 200_000;

    /// <summary>Whether the limit is reached, so that candidates need not be collected.</summary>
    public bool IsExhausted => remainingComparisons <= 0;

    /// <summary>The most similar name; <see langword="null"/> if none is similar.</summary>
    public string? Find(string name, IReadOnlyCollection<string> candidates)
    {
        if (IsExhausted)
            return null;
        remainingComparisons -= candidates.Count;
        return SimilarName.Find(name, candidates);
    }

    /// <summary>The question to append to a message; empty if no name is similar.</summary>
    public string Question(string name, IReadOnlyCollection<string> candidates) => SimilarName.Question(Find(name, candidates));
}
