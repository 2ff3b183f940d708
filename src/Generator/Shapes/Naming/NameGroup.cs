namespace Kiln.Generator.Shapes.Naming;

/// <summary>
/// Names that are chosen together, so that none depends on the order in which the document has them: where two would be the same, all but the plainest
/// say the signs by which their words differ, and only words that differ in nothing but case are numbered.
/// </summary>
/// <example><c>+price</c>, <c>-price</c> and <c>price</c> are <c>PlusPrice</c>, <c>MinusPrice</c> and <c>Price</c>; <c>@type</c> beside <c>type</c> is <c>AtType</c>.</example>
internal static class NameGroup
{
    /// <summary>Takes a name for each, in the order of the list.</summary>
    /// <param name="scope">Where the names are taken.</param>
    /// <param name="wanted">What is asked for.</param>
    /// <param name="suffix">What is put behind a name that the emitted code needs for itself.</param>
    public static IReadOnlyList<string> TakeEach(NameScope scope, IReadOnlyList<WantedName> wanted, string suffix = "Value")
    {
        var names = new string[wanted.Count];
        foreach (var (index, name) in InOrder(wanted))
            names[index] = scope.Take(scope.IsTaken(name) && scope.IsFree(wanted[index].Spelled) ? wanted[index].Spelled : name, suffix, wanted[index].IsChosen);
        return names;
    }

    /// <summary>The name that each should take, and its index in the list, in the order in which they should take them.</summary>
    public static IReadOnlyList<(int Index, string Name)> InOrder(IReadOnlyList<WantedName> wanted)
    {
        var groups = wanted.Select((name, index) => (Name: name, Index: index)).GroupBy(n => n.Name.Plain, StringComparer.OrdinalIgnoreCase).ToList();
        if (groups.Count == wanted.Count)
            return [.. wanted.Select((name, index) => (index, name.Plain)).OrderBy(n => !wanted[n.index].IsChosen)];

        // First what the document chose, then the plain names, then those that give way to them.
        var first = new List<(int, string)>();
        var second = new List<(int, string)>();
        var last = new List<(int, string)>();
        foreach (var group in groups)
        {
            var chosen = group.Where(n => n.Name.IsChosen).ToList();
            first.AddRange(chosen.Select(n => (n.Index, n.Name.Plain)));
            var others = group.Where(n => !n.Name.IsChosen).OrderBy(n => !n.Name.IsExact).ThenBy(n => n.Name.Text, Plainness.Instance).ToList();
            var plain = others.Count > 0 && chosen.Count == 0 && (others.Count == 1 || !Plainness.IsDecorated(others[0].Name.Text)) ? 1 : 0;
            second.AddRange(others.Take(plain).Select(n => (n.Index, n.Name.Plain)));
            last.AddRange(others.Skip(plain).Select(n => (n.Index, n.Name.Spelled)));
        }
        return [.. first.OrderBy(n => n.Item1), .. second, .. last];
    }

    /// <summary>Puts the plainest word first: the one with the fewest signs, then the one with the fewest capitals.</summary>
    private sealed class Plainness : IComparer<string>
    {
        public static Plainness Instance { get; } = new();

        /// <summary>Whether a word begins or ends with a sign, as <c>@type</c> and <c>tags[]</c> do.</summary>
        public static bool IsDecorated(string text) => text.Length > 0 && !(Identifiers.IsPart(text[0]) && Identifiers.IsPart(text[text.Length - 1]));

        public int Compare(string? one, string? other)
        {
            var byRank = Rank(one!).CompareTo(Rank(other!));
            return byRank != 0 ? byRank : string.CompareOrdinal(one, other);
        }

        private static (bool, int, int, int) Rank(string text) =>
            (IsDecorated(text), text.Count(c => !Identifiers.IsPart(c)), text.Count(c => c is not '_' && !Identifiers.IsPart(c)), text.Count(char.IsUpper));
    }
}
