using Kiln.Generator.Specs.Files;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Joining;

/// <summary>Finds what references lead to in the files of a document. The entry counts as it is, before overlays.</summary>
internal sealed class ReferenceTargetFinder
{
    private readonly SpecSource source;
    private readonly InputFiles files;
    private readonly Dictionary<string, Dictionary<string, string[]>> anchors = new(StringComparer.Ordinal);

    public ReferenceTargetFinder(SpecSource source)
    {
        this.source = source;
        files = new InputFiles([source.Entry, .. source.Overlays, .. source.OtherFiles]);
    }

    /// <summary>The file that a reference names, as seen from the file in which it stands; <see langword="null"/> when it is not given.</summary>
    public SpecFileTree? FindFile(FileReference reference, string from) =>
        // An overlay becomes part of the entry, and so does a reference that names no file.
        reference.File.Length == 0 && IsOverlay(from) ? source.Entry : files.Find(reference.ResolveFrom(SpecPath.Normalize(from)));

    public SpecFileTree? FindFileIgnoringCase(FileReference reference, string from) => files.FindIgnoringCase(reference.ResolveFrom(SpecPath.Normalize(from)));

    public bool IsEntry(SpecFileTree file) => ReferenceEquals(file, source.Entry);

    /// <summary>Whether references of a file that name no file mean the entry.</summary>
    public bool ResolvesInEntry(string file) => file == source.Entry.Path || IsOverlay(file);

    /// <summary>What a reference leads to, or <see langword="null"/> when its file is not given or has no such node.</summary>
    public ReferenceTarget? Find(string reference, string from) => Find(FileReference.Parse(reference), from, SpecReference.MaxChainLength);

    /// <summary>The same, referenced references to references to the node that is none.</summary>
    public ReferenceTarget? FindFinal(string reference, string from)
    {
        var target = Find(reference, from);
        for (var steps = 0; steps < SpecReference.MaxChainLength && target is { Node: SpecMap { Entries.Count: 1 } map } && map[SpecReference.Key].AsText() is { } next; steps++)
        {
            if (Find(next, target.File.Path) is not { } following)
                return target;
            target = following;
        }
        return target;
    }

    private ReferenceTarget? Find(FileReference reference, string from, int remaining)
    {
        if (remaining == 0)
            return null;
        if (FindFile(reference, from) is not { Root: { } root } file)
            return reference is { IsUri: true, Fragment: "" } ? FindById(reference.File) : null;
        if (reference.Fragment.Length == 0)
            return new(file, [], root);
        if (reference.Fragment[0] != '/')
            return FindAnchor(file, "#" + FileReference.Unescape(reference.Fragment));

        return Walk(file, JsonPointer.Parse(FileReference.Unescape(reference.Fragment)), remaining)
            ?? Walk(file, [.. JsonPointer.Parse(reference.Fragment).Select(FileReference.Unescape)], remaining);
    }

    private ReferenceTarget? Walk(SpecFileTree file, string[] keys, int remaining)
    {
        var node = file.Root!;
        for (var i = 0; i < keys.Length; i++)
        {
            if (JsonPointer.Find(node, [keys[i]]) is { } next)
            {
                node = next;
                continue;
            }
            // The way goes on behind a reference.
            if ((node as SpecMap)?[SpecReference.Key].AsText() is not { } reference || Find(FileReference.Parse(reference), file.Path, remaining - 1) is not { } referenced)
                return null;
            return Walk(referenced.File, [.. referenced.Keys, .. keys.Skip(i)], remaining - 1);
        }
        return new(file, keys, node);
    }

    private ReferenceTarget? FindAnchor(SpecFileTree file, string name) =>
        file.Root is { } root && AnchorsOf(file).TryGetValue(name, out var keys) ? new(file, keys, JsonPointer.Find(root, keys)!) : null;

    // A schema may call itself by an address that nobody needs to be asked about.
    private ReferenceTarget? FindById(string id) => source.OtherFiles.Items.Insert(0, source.Entry).Select(f => FindAnchor(f, id)).FirstOrDefault(t => t is not null);

    private bool IsOverlay(string file) => source.Overlays.Items.Any(o => o.Path == file);

    private Dictionary<string, string[]> AnchorsOf(SpecFileTree file)
    {
        if (!anchors.TryGetValue(file.NormalPath, out var found))
            anchors.Add(file.NormalPath, found = SchemaAnchors.Find(file.Root!));
        return found;
    }
}
