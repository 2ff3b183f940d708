using Kiln.Generator.Pipeline;
using Kiln.Generator.Pipeline.Pins;
using Kiln.Generator.Shapes.Names;
using Kiln.Generator.Specs;
using Kiln.Generator.Specs.Files;
using Kiln.Generator.Specs.Tree;
using Kiln.Generator.Tests.Naming.Pins;

namespace Kiln.Generator.Tests.Naming.Stability;

/// <summary>A document that is edited as a tree, and its names.</summary>
internal sealed class EditedDocument(SpecSource source)
{
    private readonly Dictionary<string, string> identities = new(StringComparer.Ordinal);
    private SdkNames? names;
    private Dictionary<string, SortedSet<string>>? byIdentity;

    public SpecMap Root => (SpecMap)source.Entry.Root!;

    /// <summary>Whether it has no errors, and so names.</summary>
    public bool HasNames => (names ??= Read()) is not null;

    private SdkNames Names => names ??= Read()!;

    /// <summary>The document with another tree.</summary>
    public EditedDocument With(SpecMap root) => new(source with { Entry = source.Entry.WithRoot(root) });

    /// <summary>The document with the names that another one has.</summary>
    public EditedDocument WithPinsOf(EditedDocument other)
    {
        var pins = PinPlanner.Plan(other.Names, SpecReader.ReadAssembled(other.Source, CancellationToken.None)!);
        return new(source with { Overlays = [SpecFileTree.Parse(new(PinnedDocument.Overlay, PinFile.Write("spec.yaml", pins.Pins)), CancellationToken.None)] });
    }

    /// <summary>What another document has as well and calls otherwise: what it is, and both names.</summary>
    public IReadOnlyList<string> RenamedIn(EditedDocument other)
    {
        var theirs = other.ByIdentity;
        return
        [
            .. ByIdentity
                .Where(n => theirs.TryGetValue(n.Key, out var names) && !names.Overlaps(n.Value))
                .Select(n => $"{n.Key}: {string.Join(", ", n.Value)} -> {string.Join(", ", theirs[n.Key])}")
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>The types and members that another document has as well.</summary>
    public int CountIn(EditedDocument other) => ByIdentity.Keys.Count(other.ByIdentity.ContainsKey);

    private SpecSource Source => source;

    private SdkNames? Read() => SdkPipeline.ReadNames(source, PinnedDocument.Options, CancellationToken.None).Value;

    private Dictionary<string, SortedSet<string>> ByIdentity => byIdentity ??= Identify();

    // A shared header is a property of several classes. By where the document has it and what has it; parameters by what they are called and not by their index.
    private Dictionary<string, SortedSet<string>> Identify()
    {
        var named = new Dictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        foreach (var name in Names.Names)
        {
            if (name.Kind == NameKind.Client)
                continue;
            var identity = $"{name.Kind} {Identity(name.Pointer ?? name.FullName)} in {Identity(name.Places.LastOrDefault()?.Pointer ?? "")} {name.Wire}";
            if (!named.TryGetValue(identity, out var all))
                named.Add(identity, all = new(StringComparer.Ordinal));
            all.Add(name.FullName);
        }
        return named;
    }

    private string Identity(string pointer)
    {
        if (!identities.TryGetValue(pointer, out var identity))
            identities.Add(pointer, identity = Find(pointer));
        return identity;
    }

    private string Find(string pointer)
    {
        SpecNode? node = Names.Spec.Root;
        var identity = "";
        foreach (var token in JsonPointer.Parse(pointer.StartsWith('/') ? pointer : ""))
        {
            var child = node is null ? null : JsonPointer.Find(node, [token]);
            identity += node is SpecList && child is SpecMap { } item && item["name"].AsText() is { } name ? $"/{item["in"].AsText()}:{name}" : $"/{token}";
            node = child;
        }
        return identity.Length == 0 ? pointer : identity;
    }
}
