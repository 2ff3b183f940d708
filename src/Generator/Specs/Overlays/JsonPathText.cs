using System.Globalization;
using System.Text;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Overlays;

/// <summary>Writes the query that selects one node of a tree, such that it selects the same node after others were added or removed.</summary>
internal static class JsonPathText
{
    /// <summary>The query of a pointer.</summary>
    /// <param name="root">The root of the tree.</param>
    /// <param name="tokens">The keys and indexes that lead to the node.</param>
    /// <example><c>$.paths['/pets'].get.parameters[?@.name=='limit' &amp;&amp; @.in=='query'].schema</c></example>
    public static string Of(SpecNode root, IReadOnlyList<string> tokens)
    {
        var text = new StringBuilder("$");
        var node = root;
        foreach (var token in tokens)
        {
            switch (node)
            {
                case SpecList list when int.Parse(token, CultureInfo.InvariantCulture) is var index && index < list.Items.Count:
                    text.Append('[').Append(Selector(list, index)).Append(']');
                    node = list.Items[index];
                    break;
                case SpecMap map:
                    text.Append(IsPlain(token) ? "." + token : $"[{Quoted(token)}]");
                    node = map[token]!;
                    break;
            }
        }
        return text.ToString();
    }

    // A parameter is identified by its name and location, an alternative by its title, and a server by its URL, if no other has that. Everything else only has its index.
    private static string Selector(SpecList list, int index)
    {
        var item = list.Items[index] as SpecMap;
        string[][] identities = [["name", "in"], ["title"], ["url"]];
        foreach (var keys in identities)
        {
            if (keys.All(k => item?[k] is SpecScalar { Kind: ScalarKind.String }) && list.Items.Count(other => keys.All(k => (other as SpecMap)?[k].AsText() == item![k].AsText())) == 1)
                return "?" + string.Join(" && ", keys.Select(k => $"@.{k}=={Quoted(item![k].AsText()!)}"));
        }
        return index.ToString(CultureInfo.InvariantCulture);
    }

    private static bool IsPlain(string key) => key.Length > 0 && key[0] is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or '_'
        && key.All(c => c is >= 'A' and <= 'Z' or >= 'a' and <= 'z' or >= '0' and <= '9' or '_');

    /// <summary>A text as a string of a query.</summary>
    public static string Quoted(string text)
    {
        var quoted = new StringBuilder("'");
        foreach (var c in text)
        {
            if (c is '\'' or '\\')
                quoted.Append('\\').Append(c);
            else if (c is < ' ' or > '~')
                quoted.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            else
                quoted.Append(c);
        }
        return quoted.Append('\'').ToString();
    }
}
