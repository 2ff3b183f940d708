namespace Kiln.Generator.Text.Prose;

/// <summary>Finds the next occurrence of some characters from growing indexes: all questions together read the text once.</summary>
/// <param name="text">The text.</param>
/// <param name="wanted">The characters.</param>
/// <param name="comparison">Whether their case counts.</param>
internal sealed class NextOccurrence(string text, string wanted, StringComparison comparison = StringComparison.Ordinal)
{
    private int found = -2;

    /// <summary>The index of the first occurrence at or behind an index, which is not smaller than the one before; -1 for none.</summary>
    public int From(int index)
    {
        if (found != -1 && found < index)
            found = index > text.Length ? -1 : text.IndexOf(wanted, index, comparison);
        return found;
    }
}
