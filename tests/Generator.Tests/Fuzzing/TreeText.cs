using System.Text;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Tests.Fuzzing;

/// <summary>Writes a tree as JSON of many lines, so that places in it mean something.</summary>
internal static class TreeText
{
    public static string Write(SpecNode root)
    {
        var text = new StringBuilder();
        Write(root, text, "\n");
        return text.Append('\n').ToString();
    }

    private static void Write(SpecNode node, StringBuilder text, string line)
    {
        switch (node)
        {
            case SpecMap { Entries.Count: > 0 } map:
                WriteAll('{', map.Entries, '}', entry =>
                {
                    text.Append(SpecJson.Write(SpecNodes.Text(entry.KeySpan, entry.Key))).Append(": ");
                    Write(entry.Value, text, line + "  ");
                });
                break;
            case SpecList { Items.Count: > 0 } list:
                WriteAll('[', list.Items, ']', item => Write(item, text, line + "  "));
                break;
            default:
                text.Append(SpecJson.Write(node));
                break;
        }

        void WriteAll<T>(char open, IReadOnlyList<T> items, char close, Action<T> write)
        {
            text.Append(open);
            for (var i = 0; i < items.Count; i++)
            {
                text.Append(i == 0 ? "" : ",").Append(line).Append("  ");
                write(items[i]);
            }
            text.Append(line).Append(close);
        }
    }
}
