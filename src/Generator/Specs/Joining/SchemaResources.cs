using Kiln.Generator.Specs.Files;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Joining;

/// <summary>The parts of the input files that have a URI. Of several with the same one, the first counts.</summary>
internal sealed class SchemaResources
{
    private readonly Dictionary<string, (SpecFileTree File, string Pointer)> byUri = new(StringComparer.Ordinal);
    private readonly Dictionary<SpecNode, Dictionary<string, string[]>> anchors = [];

    public SchemaResources(IEnumerable<SpecFileTree> files)
    {
        foreach (var file in files)
        {
            foreach (var resource in file.Links.Resources)
            {
                if (!byUri.ContainsKey(resource.Uri))
                    byUri.Add(resource.Uri, (file, resource.Pointer));
            }
        }
    }

    /// <summary>The part with a URI; <see langword="null"/> if there is none.</summary>
    public (SpecFileTree File, string Pointer)? Find(string uri) => byUri.TryGetValue(uri, out var found) ? found : null;

    /// <summary>The node at a fragment of the part with a URI; <see langword="null"/> if there is no such part.</summary>
    public (SpecFileTree File, string Pointer)? Find(string uri, string fragment)
    {
        if (Find(uri) is not var (file, pointer) || JsonPointer.Find(file.Root!, pointer) is not { } root)
            return null;
        // A pointer may continue in the target of a reference, which is followed later.
        return FindIn(file, root, pointer, fragment)
            ?? (fragment.Length > 0 && fragment[0] == '/' ? (file, pointer + FileReference.Unescape(fragment)) : null);
    }

    /// <summary>The node at a fragment, within a part of a file; <see langword="null"/> if there is none.</summary>
    public (SpecFileTree File, string Pointer)? FindIn(SpecFileTree file, SpecNode root, string pointer, string fragment)
    {
        var unescaped = FileReference.Unescape(fragment);
        if (fragment.Length == 0)
            return (file, pointer);
        if (fragment[0] == '/')
            return JsonPointer.Find(root, unescaped) is null ? null : (file, pointer + unescaped);
        return AnchorsOf(root).TryGetValue("#" + unescaped, out var keys) ? (file, pointer + string.Concat(keys.Select(k => "/" + JsonPointer.Escape(k)))) : null;
    }

    private Dictionary<string, string[]> AnchorsOf(SpecNode root)
    {
        if (!anchors.TryGetValue(root, out var found))
            anchors.Add(root, found = SchemaAnchors.Find(root, isWithinResource: true));
        return found;
    }
}
