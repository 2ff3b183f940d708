using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Api;

/// <summary>Checks that all text of a document can be written to a file: half of a surrogate pair is no character.</summary>
internal static class UnpairedSurrogateCheck
{
    /// <summary>The location of the first text that holds one, or <see langword="null"/>.</summary>
    public static SourceLocation? Find(SpecNode node)
    {
        switch (node)
        {
            case SpecScalar scalar:
                return HasUnpaired(scalar.Text) ? scalar.Location : null;
            case SpecMap map:
                // Keys first; counted, since this looks at every node of a large document.
                for (var i = 0; i < map.Entries.Count; i++)
                {
                    if (HasUnpaired(map.Entries[i].Key))
                        return map.Entries[i].Value.Location;
                }
                for (var i = 0; i < map.Entries.Count; i++)
                {
                    if (Find(map.Entries[i].Value) is { } found)
                        return found;
                }
                return null;
            case SpecList list:
                for (var i = 0; i < list.Items.Count; i++)
                {
                    if (Find(list.Items[i]) is { } found)
                        return found;
                }
                return null;
            default:
                return null;
        }
    }

    private static bool HasUnpaired(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (i + 1 >= text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                return true;
            i++;
        }
        return false;
    }
}
