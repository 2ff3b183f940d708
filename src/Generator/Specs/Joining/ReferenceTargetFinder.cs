using Kiln.Generator.Specs.Files;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Joining;

/// <summary>Finds the targets of references in the files of a document, where the entry is the file before overlays.</summary>
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

    /// <summary>The file of a reference, resolved against the file that contains it; <see langword="null"/> if it is not an input file.</summary>
    public SpecFileTree? FindFile(FileReference reference, string from) =>
        // An overlay becomes part of the entry, so its references without a file mean the entry.
        reference.File.Length == 0 && IsOverlay(from) ? source.Entry : files.Find(reference.ResolveFrom(SpecPath.Normalize(from)));

    /// <summary>The input file whose path differs from that of a reference at most in case; <see langword="null"/> if there is none.</summary>
    public SpecFileTree? FindFileIgnoringCase(FileReference reference, string from) => files.FindIgnoringCase(reference.ResolveFrom(SpecPath.Normalize(from)));

    public bool IsEntry(SpecFileTree file) => ReferenceEquals(file, source.Entry);

    /// <summary>Whether references without a file, in this file, mean the entry.</summary>
    public bool ResolvesInEntry(string file) => file == source.Entry.Path || IsOverlay(file);

    /// <summary>The target of a reference; <see langword="null"/> if its file is not an input file or has no such node.</summary>
    public ReferenceTarget? Find(string reference, string from)
    {
        var remaining = SpecReference.MaxChainLength;
        return Find(FileReference.Parse(reference), from, ref remaining);
    }

    /// <summary>The final target of a chain of references; <see langword="null"/> if the first cannot be resolved.</summary>
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

    /// <summary>The target; <see langword="null"/> if there is none, or the chain of references is too long.</summary>
    /// <param name="reference">The reference.</param>
    /// <param name="from">The file that contains it.</param>
    /// <param name="remaining">How many steps are left, in whatever direction: a pointer that leads through itself is tried in two spellings at each step.</param>
    private ReferenceTarget? Find(FileReference reference, string from, ref int remaining)
    {
        if (--remaining <= 0)
            return null;
        if (FindFile(reference, from) is not { Root: { } root } file)
            return reference is { IsUri: true, Fragment: "" } ? FindById(reference.File) : null;
        if (reference.Fragment.Length == 0)
            return new(file, [], root);
        if (reference.Fragment[0] != '/')
            return FindAnchor(file, "#" + FileReference.Unescape(reference.Fragment));

        return Walk(file, JsonPointer.Parse(FileReference.Unescape(reference.Fragment)), ref remaining)
            ?? Walk(file, [.. JsonPointer.Parse(reference.Fragment).Select(FileReference.Unescape)], ref remaining);
    }

    /// <summary>The node at a pointer that may pass through references; <see langword="null"/> if there is none.</summary>
    private ReferenceTarget? Walk(SpecFileTree file, string[] keys, ref int remaining)
    {
        var node = file.Root!;
        for (var i = 0; i < keys.Length; i++)
        {
            if (JsonPointer.Find(node, [keys[i]]) is { } next)
            {
                node = next;
                continue;
            }
            // The pointer continues in the target of a reference.
            if ((node as SpecMap)?[SpecReference.Key].AsText() is not { } reference || Find(FileReference.Parse(reference), file.Path, ref remaining) is not { } referenced)
                return null;
            return Walk(referenced.File, [.. referenced.Keys, .. keys.Skip(i)], ref remaining);
        }
        return new(file, keys, node);
    }

    /// <summary>The anchors and <c>$id</c>s of a file, as references write them.</summary>
    public IReadOnlyCollection<string> AnchorNames(SpecFileTree file) => AnchorsOf(file).Keys;

    /// <summary>The schema with an anchor or <c>$id</c> in a file; <see langword="null"/> if there is none.</summary>
    private ReferenceTarget? FindAnchor(SpecFileTree file, string name) =>
        file.Root is { } root && AnchorsOf(file).TryGetValue(name, out var keys) ? new(file, keys, JsonPointer.Find(root, keys)!) : null;

    // A schema may have a URI as its $id, which is looked up in the input files and never retrieved.
    private ReferenceTarget? FindById(string id) => source.OtherFiles.Items.Insert(0, source.Entry).Select(f => FindAnchor(f, id)).FirstOrDefault(t => t is not null);

    private bool IsOverlay(string file) => source.Overlays.Items.Any(o => o.Path == file);

    private Dictionary<string, string[]> AnchorsOf(SpecFileTree file)
    {
        if (!anchors.TryGetValue(file.NormalPath, out var found))
            anchors.Add(file.NormalPath, found = SchemaAnchors.Find(file.Root!));
        return found;
    }
}
