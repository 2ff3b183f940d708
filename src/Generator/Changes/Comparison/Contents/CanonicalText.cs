using System.Text;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Changes.Comparison.Contents;

/// <summary>The text of a node that is equal for nodes that differ only in the order of their keys and in what is written for people.</summary>
internal static class CanonicalText
{
    private static readonly HashSet<string> ForPeople = new(StringComparer.Ordinal) { "summary", "description", "example", "examples", "externalDocs", "title" };

    /// <summary>The text of a node; empty for none.</summary>
    public static string Of(SpecNode? node) => Of(node, static _ => false);

    /// <summary>The same, without the value of some keys of the node itself.</summary>
    public static string Of(SpecNode? node, Func<string, bool> isIgnored)
    {
        var text = new StringBuilder();
        Write(node is SpecMap map ? map.Without(e => isIgnored(e.Key)) : node, text);
        return text.ToString();
    }

    private static void Write(SpecNode? node, StringBuilder text)
    {
        switch (node)
        {
            case SpecMap map:
                text.Append('{');
                foreach (var entry in map.Entries.OrderBy(e => e.Key, StringComparer.Ordinal))
                {
                    // A property may have such a name too, and is then a map.
                    if (ForPeople.Contains(entry.Key) && entry.Value is not SpecMap)
                        continue;
                    text.Append(SpecJson.Quote(entry.Key)).Append(':');
                    Write(entry.Value, text);
                    text.Append(',');
                }
                text.Append('}');
                break;
            case SpecList list:
                text.Append('[');
                foreach (var item in list.Items)
                {
                    Write(item, text);
                    text.Append(',');
                }
                text.Append(']');
                break;
            case SpecScalar { Kind: ScalarKind.String } scalar:
                text.Append(SpecJson.Quote(scalar.Text));
                break;
            case SpecScalar scalar:
                text.Append(scalar.Text);
                break;
        }
    }
}
