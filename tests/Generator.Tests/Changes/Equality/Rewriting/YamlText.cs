using System.Text;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Tests.Changes.Equality.Rewriting;

/// <summary>Writes a tree as YAML: a line for each key and item, and strings without quotes where these are not needed.</summary>
internal static class YamlText
{
    public static string Of(SpecNode root)
    {
        var text = new StringBuilder();
        Write(root, 0, text);
        return text.Append('\n').ToString();
    }

    private static void Write(SpecNode node, int depth, StringBuilder text)
    {
        switch (node)
        {
            case SpecMap { Entries.Count: 0 }:
                text.Append(" {}");
                break;
            case SpecList { Items.Count: 0 }:
                text.Append(" []");
                break;
            case SpecMap map:
                foreach (var entry in map.Entries)
                {
                    StartLine(depth, text).Append(Scalar(entry.Key)).Append(':');
                    Write(entry.Value, depth + 1, text);
                }
                break;
            case SpecList list:
                foreach (var item in list.Items)
                {
                    StartLine(depth, text).Append('-');
                    Write(item, depth + 1, text);
                }
                break;
            case SpecScalar { Kind: ScalarKind.String } scalar:
                text.Append(' ').Append(Scalar(scalar.Text));
                break;
            case SpecScalar scalar:
                text.Append(' ').Append(scalar.Source);
                break;
        }
    }

    private static StringBuilder StartLine(int depth, StringBuilder text) => (text.Length == 0 ? text : text.Append('\n')).Append(' ', 2 * depth);

    // Words of six letters and more mean nothing else in YAML; "false" and "null" are shorter.
    private static string Scalar(string text) => text.Length > 5 && text.All(char.IsAsciiLetter) ? text : SpecJson.Quote(text);
}
