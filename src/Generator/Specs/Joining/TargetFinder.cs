using Kiln.Generator.Specs.Files;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Joining;

/// <summary>Finds what references lead to in the files of a document. The entry counts as it is, before overlays.</summary>
internal sealed class TargetFinder
{
    // Nobody chains more references; a circle of nothing but references ends here.
    private const int Longest = 100;

    private readonly SpecSource source;
    private readonly GivenFiles files;
    private readonly Dictionary<string, Dictionary<string, string[]>> anchors = new(StringComparer.Ordinal);

    public TargetFinder(SpecSource source)
    {
        this.source = source;
        files = new GivenFiles([source.Entry, .. source.Overlays, .. source.Parts]);
    }

    /// <summary>The file that a reference names, as seen from the file in which it stands; <see langword="null"/> when it is not given.</summary>
    public SpecFileTree? FileOf(FileReference reference, string from) =>
        // An overlay becomes part of the entry, and so does a reference that names no file.
        reference.File.Length == 0 && IsLaidOver(from) ? source.Entry : files.Find(reference.TargetFrom(SpecPath.Normalize(from)));

    public SpecFileTree? FileIgnoringCase(FileReference reference, string from) => files.FindIgnoringCase(reference.TargetFrom(SpecPath.Normalize(from)));

    public bool IsEntry(SpecFileTree file) => ReferenceEquals(file, source.Entry);

    /// <summary>Whether references of a file that name no file mean the entry.</summary>
    public bool IsOfEntry(string file) => file == source.Entry.Path || IsLaidOver(file);

    /// <summary>What a reference leads to, or <see langword="null"/> when its file is not given or has no such node.</summary>
    public Target? Find(string reference, string from) => Find(FileReference.Parse(reference), from, Longest);

    /// <summary>The same, through references to references to the node that is none.</summary>
    public Target? FindEnd(string reference, string from)
    {
        var target = Find(reference, from);
        for (var hops = 0; hops < Longest && target is { Node: SpecMap { Entries.Count: 1 } map } && map[SpecReference.Key].AsText() is { } next; hops++)
        {
            if (Find(next, target.File.Path) is not { } further)
                return target;
            target = further;
        }
        return target;
    }

    private Target? Find(FileReference reference, string from, int hops)
    {
        if (hops == 0)
            return null;
        if (FileOf(reference, from) is not { Root: { } root } file)
            return reference is { IsAddress: true, Fragment: "" } ? FindById(reference.File) : null;
        if (reference.Fragment.Length == 0)
            return new(file, [], root);
        if (reference.Fragment[0] != '/')
            return FindNamed(file, "#" + FileReference.Unescape(reference.Fragment));

        return Walk(file, JsonPointer.Tokens(FileReference.Unescape(reference.Fragment)), hops)
            ?? Walk(file, [.. JsonPointer.Tokens(reference.Fragment).Select(FileReference.Unescape)], hops);
    }

    private Target? Walk(SpecFileTree file, string[] keys, int hops)
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
            if ((node as SpecMap)?[SpecReference.Key].AsText() is not { } reference || Find(FileReference.Parse(reference), file.Path, hops - 1) is not { } through)
                return null;
            return Walk(through.File, [.. through.Keys, .. keys.Skip(i)], hops - 1);
        }
        return new(file, keys, node);
    }

    private Target? FindNamed(SpecFileTree file, string name) =>
        file.Root is { } root && AnchorsOf(file).TryGetValue(name, out var keys) ? new(file, keys, JsonPointer.Find(root, keys)!) : null;

    // A schema may call itself by an address that nobody needs to be asked about.
    private Target? FindById(string id) => source.Parts.Items.Insert(0, source.Entry).Select(f => FindNamed(f, id)).FirstOrDefault(t => t is not null);

    private bool IsLaidOver(string file) => source.Overlays.Items.Any(o => o.Path == file);

    private Dictionary<string, string[]> AnchorsOf(SpecFileTree file)
    {
        if (!anchors.TryGetValue(file.NormalPath, out var found))
            anchors.Add(file.NormalPath, found = Anchors.In(file.Root!));
        return found;
    }
}
