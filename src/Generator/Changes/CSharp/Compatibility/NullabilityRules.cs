namespace Kiln.Generator.Changes.CSharp.Compatibility;

/// <summary>Whether the compiler warns where only the nullability of references in a type has changed.</summary>
internal static class NullabilityRules
{
    private enum Variance
    {
        Same,
        Opposite,
        Fixed,
    }

    // Where a more special argument makes a more special type, or the code that uses one sees it so: a task is awaited, a page enumerated.
    private static readonly HashSet<string> Covariant = new(StringComparer.Ordinal) { "Task", "ValueTask", "IEnumerable", "IReadOnlyList", "IReadOnlyCollection", "IAsyncEnumerable" };

    private static readonly HashSet<string> Contravariant = new(StringComparer.Ordinal) { "Func", "Action" };

    /// <param name="old">The type as it was, with its annotations.</param>
    /// <param name="current">The type as it is: the same but for those of references.</param>
    /// <param name="use">Which way values go.</param>
    public static bool Warns(string old, string current, TypeUse use)
    {
        var around = new Stack<Variance>();
        var (i, j, nameStart) = (0, 0, 0);
        while (i < old.Length || j < current.Length)
        {
            var (left, right) = (i < old.Length ? old[i] : '\0', j < current.Length ? current[j] : '\0');
            if (left == right)
            {
                if (left == '<')
                    around.Push(VarianceOf(old.Substring(nameStart, i - nameStart)));
                else if (left == '>' && around.Count > 0)
                    around.Pop();
                if (left is '<' or '>' or ',' or ' ' or '.')
                    nameStart = i + 1;
                i++;
                j++;
                continue;
            }
            if (Warns(isAdded: right == '?', around, use))
                return true;
            if (right == '?')
                j++;
            else if (left == '?')
                i++;
            else
                return true;
        }
        return false;
    }

    private static bool Warns(bool isAdded, Stack<Variance> around, TypeUse use)
    {
        if (use == TypeUse.Both || around.Contains(Variance.Fixed))
            return true;
        var isGiven = around.Count(v => v == Variance.Opposite) % 2 == 0 == (use == TypeUse.Given);
        return isAdded == isGiven;
    }

    private static Variance VarianceOf(string name) => Covariant.Contains(name) ? Variance.Same : Contravariant.Contains(name) ? Variance.Opposite : Variance.Fixed;
}
