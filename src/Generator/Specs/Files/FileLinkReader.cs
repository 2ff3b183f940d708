using System.Globalization;
using Kiln.Generator.Collections;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Files;

/// <summary>Finds the links of a file. References in examples count too: an extra file does no harm, since only what is referenced becomes part of the document.</summary>
internal sealed class FileLinkReader
{
    private readonly string file;
    private readonly bool hasBases;
    private readonly SortedSet<string> paths = new(StringComparer.Ordinal);
    private readonly List<SchemaResource> resources = [];
    private readonly Stack<string> keys = new();

    private FileLinkReader(SpecNode root, string path)
    {
        file = SpecPath.Normalize(path);
        hasBases = !BaseUri.HasNone(root);
    }

    public static FileLinks Read(SpecNode root, string path)
    {
        var reader = new FileLinkReader(root, path);
        reader.Collect(root, parentKey: "", isData: false, null);
        return new(reader.paths.ToEquatableArray(), reader.resources.ToEquatableArray());
    }

    /// <param name="node">The node.</param>
    /// <param name="parentKey">The key of the node.</param>
    /// <param name="isData">Whether it is part of an example or other data.</param>
    /// <param name="named">The base that a part of the file sets; <see langword="null"/> if there is none.</param>
    private void Collect(SpecNode node, string parentKey, bool isData, Uri? named)
    {
        if (node is SpecList list)
        {
            for (var i = 0; i < list.Items.Count; i++)
            {
                if (list.Items[i] is not SpecScalar)
                    Enter(i.ToString(CultureInfo.InvariantCulture), list.Items[i], parentKey, isData, named);
            }
        }
        else if (node is SpecMap map)
            CollectMap(map, parentKey, isData, named);
    }

    private void CollectMap(SpecMap map, string parentKey, bool isData, Uri? named)
    {
        if (hasBases && !isData && BaseUri.Own(map, keys.Count == 0, named ?? BaseUri.OfFile(file)) is { } own)
        {
            named = own;
            resources.Add(new(own.AbsoluteUri, string.Concat(keys.Reverse().Select(k => "/" + JsonPointer.Escape(k)))));
        }
        for (var i = 0; i < map.Entries.Count; i++)
        {
            var entry = map.Entries[i];
            if (entry.Key == SpecReference.Key && entry.Value.AsText() is { } reference)
                Add(reference, named);
            else if (entry is { Key: "mapping", Value: SpecMap mapping })
                CollectMapping(mapping, isData, named);
            else if (entry.Key == "defaultMapping" && entry.Value.AsText() is { } target)
                Add(target, named);
            else if (entry.Value is not SpecScalar)
                Enter(entry.Key, entry.Value, entry.Key, isData || BaseUri.IsData(entry.Key, parentKey), named);
        }
    }

    private void Enter(string key, SpecNode node, string parentKey, bool isData, Uri? named)
    {
        keys.Push(key);
        Collect(node, parentKey, isData, named);
        keys.Pop();
    }

    // The target may be the name of a schema; then no file of that name is found.
    private void CollectMapping(SpecMap mapping, bool isData, Uri? named)
    {
        foreach (var entry in mapping.Entries)
        {
            if (entry.Value.AsText() is { } target)
                Add(target, named);
            else
                Collect(entry.Value, entry.Key, isData, named);
        }
    }

    private void Add(string reference, Uri? named)
    {
        // An anchor is looked up like a fragment of its own file.
        if (reference.Length == 0 || SpecReference.IsLocalPointer(reference))
            return;
        var parsed = FileReference.Parse(reference);
        paths.Add(parsed.ResolveFrom(file));
        if (parsed.File.Length > 0 && BaseUri.Resolve(named, parsed.File) is { } uri)
            paths.Add(uri.AbsoluteUri);
    }
}
