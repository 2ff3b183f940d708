using Kiln.Generator.Collections;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Files;

/// <summary>Finds the files that a file refers to. Examples are searched too: an extra file does no harm, since only what is referenced becomes part of the document.</summary>
internal static class ReferencedFiles
{
    public static EquatableArray<string> Find(SpecNode root, string path)
    {
        var own = SpecPath.Normalize(path);
        SortedSet<string> found = new(StringComparer.Ordinal);
        Collect(root);
        return found.ToEquatableArray();

        void Collect(SpecNode node)
        {
            if (node is SpecList list)
            {
                for (var i = 0; i < list.Items.Count; i++)
                    Collect(list.Items[i]);
            }
            else if (node is SpecMap map)
            {
                for (var i = 0; i < map.Entries.Count; i++)
                {
                    var entry = map.Entries[i];
                    if (entry.Key == SpecReference.Key && entry.Value.AsText() is { } reference)
                        Add(reference);
                    else if (entry is { Key: "mapping", Value: SpecMap mapping })
                        CollectMapping(mapping);
                    else if (entry.Key == "defaultMapping" && entry.Value.AsText() is { } target)
                        Add(target);
                    else
                        Collect(entry.Value);
                }
            }
        }

        // The target may be the name of a schema; then no file of that name is found.
        void CollectMapping(SpecMap mapping)
        {
            foreach (var entry in mapping.Entries)
            {
                if (entry.Value.AsText() is { } target)
                    Add(target);
                else
                    Collect(entry.Value);
            }
        }

        void Add(string reference)
        {
            // An anchor is looked up like a fragment of its own file.
            if (reference.Length > 0 && !SpecReference.IsLocalPointer(reference))
                found.Add(FileReference.Parse(reference).ResolveFrom(own));
        }
    }
}
