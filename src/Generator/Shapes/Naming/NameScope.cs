namespace Kiln.Generator.Shapes.Naming;

/// <summary>
/// The names of one place: a namespace, a type's members, a method's parameters. No two are alike, not even but for case, since files are named
/// after types. The order of the calls settles collisions, so the same document always gives the same names.
/// </summary>
internal sealed class NameScope(params IReadOnlyCollection<string>[] reserved)
{
    private readonly HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> promised = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> lastNumbers = new(StringComparer.Ordinal);

    /// <summary>The wanted name, or the first of <c>Wanted2</c>, <c>Wanted3</c>, … that is free.</summary>
    /// <param name="wanted">A valid identifier.</param>
    /// <param name="suffix">What is put behind a name that the emitted code needs for itself.</param>
    /// <param name="isChosen">Whether the document chose the name, and may have what was promised.</param>
    public string Take(string wanted, string suffix = "Value", bool isChosen = false)
    {
        if (IsReserved(wanted))
            wanted += suffix;

        if (!IsReserved(wanted) && (isChosen || !promised.Contains(wanted)) && taken.Add(wanted))
            return wanted;

        // No name becomes free again, so the search goes on where it ended for the same word.
        var number = lastNumbers.TryGetValue(wanted, out var last) ? last + 1 : 2;
        while (IsReserved(wanted + number) || promised.Contains(wanted + number) || !taken.Add(wanted + number))
            number++;
        lastNumbers[wanted] = number;
        return wanted + number;
    }

    /// <summary>Whether a name would be given as it is wanted.</summary>
    public bool IsFree(string name) => !IsReserved(name) && !promised.Contains(name) && !taken.Contains(name);

    /// <summary>Whether somebody has the name.</summary>
    public bool IsTaken(string name) => taken.Contains(name);

    /// <summary>Keeps a name from everybody else, which is of the one who holds it even if it is reserved.</summary>
    public void Hold(string name) => taken.Add(name);

    /// <summary>Keeps a name for what the document chose it for, however late that takes it.</summary>
    public void Promise(string name) => promised.Add(name);

    /// <summary>Takes all of the names, or none of them when one is not free.</summary>
    public bool TakeAll(params string[] names)
    {
        if (!names.All(IsFree))
            return false;

        taken.UnionWith(names);
        return true;
    }

    private bool IsReserved(string name)
    {
        foreach (var names in reserved)
        {
            if (names.Contains(name))
                return true;
        }
        return false;
    }
}
