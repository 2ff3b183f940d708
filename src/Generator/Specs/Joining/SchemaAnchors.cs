using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Joining;

/// <summary>
/// The identifiers of schemas since OpenAPI 3.1 (JSON Schema 2020-12, sections 8.2.1 and 8.2.2), as a reference
/// writes them: <c>#name</c> for <c>$anchor</c> and <c>$dynamicAnchor</c>, the whole URI for <c>$id</c>.
/// </summary>
internal static class SchemaAnchors
{
    private static readonly (string Keyword, string Prefix)[] Keywords = [("$anchor", "#"), ("$dynamicAnchor", "#"), ("$id", "")];

    /// <summary>The pointer tokens of the schema of each identifier; the first of several with the same identifier.</summary>
    /// <param name="root">The root of a file, or of a part of one.</param>
    /// <param name="isWithinResource">Whether schemas with an <c>$id</c> of their own, whose anchors are theirs, are left out.</param>
    public static Dictionary<string, string[]> Find(SpecNode root, bool isWithinResource = false)
    {
        Dictionary<string, string[]> found = new(StringComparer.Ordinal);
        Stack<string> keys = new();
        Collect(root);
        return found;

        void Collect(SpecNode node)
        {
            if (node is SpecMap map)
            {
                if (isWithinResource && keys.Count > 0 && map["$id"].AsText() is { Length: > 0 } id && id[0] != '#')
                    return;
                foreach (var (keyword, prefix) in Keywords)
                {
                    if (map[keyword].AsText() is { Length: > 0 } name && !found.ContainsKey(prefix + name))
                        found.Add(prefix + name, [.. keys.Reverse()]);
                }
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
