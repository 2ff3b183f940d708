namespace Kiln.Generator.Specs.Joining;

/// <summary>The names that schemas give themselves since OpenAPI 3.1, by <c>$anchor</c> and <c>$dynamicAnchor</c> (JSON Schema 2020-12, section 8.2.2).</summary>
internal static class Anchors
{
    private static readonly string[] Words = ["$anchor", "$dynamicAnchor"];

    /// <summary>The keys that lead to each anchor; the first of two with one name counts.</summary>
    public static Dictionary<string, string[]> In(SpecNode root)
    {
        Dictionary<string, string[]> found = new(StringComparer.Ordinal);
        Stack<string> keys = new();
        Collect(root);
        return found;

        void Collect(SpecNode node)
        {
            if (node is SpecMap map)
            {
                foreach (var name in Words.Select(w => map[w].AsText()).OfType<string>().Where(n => !found.ContainsKey(n)))
                    found.Add(name, [.. keys.Reverse()]);
                foreach (var entry in map.Entries)
                    Enter(entry.Key, entry.Value);
            }
            else if (node is SpecList list)
            {
                for (var i = 0; i < list.Items.Count; i++)
                    Enter(i.ToString(System.Globalization.CultureInfo.InvariantCulture), list.Items[i]);
            }
        }

        void Enter(string key, SpecNode node)
        {
            if (node is SpecScalar)
                return;
            keys.Push(key);
            Collect(node);
            keys.Pop();
        }
    }
}
