namespace Kiln.Generator.Shapes.Naming;

/// <summary>
/// Names what the document does not name after where it is: words that the end of the outer name and the beginning of the inner one share are said once,
/// and a name that gets longer than a person can read loses words of its context, never those that distinguish it.
/// </summary>
internal static class ContextualNames
{
    /// <summary>How long a name made of others may be. A name that the document gives may be longer.</summary>
    public const int MaxLength = 60;

    // What says only that something is in a list, a dictionary or a union.
    private static readonly HashSet<string> Generic = new(StringComparer.OrdinalIgnoreCase) { "Item", "Items", "Value", "Object" };

    /// <summary>A name for what a property of a type holds.</summary>
    /// <example><c>PetOwner</c> for <c>Owner</c> of <c>Pet</c>, <c>AppHealthMetrics</c> for <c>HealthMetrics</c> of <c>AppHealth</c>.</example>
    public static string Member(string owner, string member)
    {
        if (owner.Length == 0)
            return member;
        var (outer, inner) = (Words(owner), Words(member));
        return Fit(outer, inner, Shared(outer, inner, inner.Count - 1));
    }

    /// <summary>A name for a part of what a name stands for, such as its items.</summary>
    /// <example><c>OrderItem</c> for an <c>Item</c> of <c>OrderItems</c>, <c>CreateResponse</c> for the <c>Response</c> of <c>CreateResponse</c>.</example>
    public static string With(string context, string part)
    {
        if (context.Length == 0 || part.Length == 0)
            return context + part;
        var (outer, inner) = (Words(context), Words(part));
        if (inner.Count == 1 && string.Equals(outer[outer.Count - 1], inner[0] + "s", StringComparison.OrdinalIgnoreCase))
            outer.RemoveAt(outer.Count - 1);
        return Fit(outer, inner, Shared(outer, inner, inner.Count));
    }

    private static List<string> Words(string name) => [.. CapitalWords.Split(name)];

    private static int Shared(List<string> outer, List<string> inner, int most)
    {
        for (var count = Math.Min(outer.Count, most); count > 0; count--)
        {
            if (Enumerable.Range(0, count).All(i => AreEqual(outer[outer.Count - count + i], inner[i])))
                return count;
        }
        return 0;
    }

    private static string Fit(List<string> outer, List<string> inner, int shared)
    {
        var own = string.Concat(inner.Skip(shared));
        var length = outer.Sum(w => w.Length) + own.Length;

        // First what says least, then what is said again later, then what is furthest away.
        for (var i = 1; i < outer.Count - 1 && length > MaxLength;)
            Drop(Generic.Contains(outer[i]), ref i);
        for (var i = 0; i < outer.Count && outer.Count > 1 && length > MaxLength;)
            Drop(outer.Skip(i + 1).Concat(inner).Any(w => AreAlike(w, outer[i])), ref i);
        for (var i = 0; outer.Count > shared && outer.Count > 0 && length > MaxLength;)
            Drop(isDropped: true, ref i);

        var name = string.Concat(outer) + own;
        return char.IsLetter(name[0]) ? name : "N" + name;

        void Drop(bool isDropped, ref int i)
        {
            if (isDropped)
            {
                length -= outer[i].Length;
                outer.RemoveAt(i);
            }
            else
            {
                i++;
            }
        }
    }

    private static bool AreEqual(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static bool AreAlike(string one, string other) => AreEqual(one, other) || AreEqual(one + "s", other) || AreEqual(one, other + "s");
}
