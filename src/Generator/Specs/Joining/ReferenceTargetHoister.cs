using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Joining;

/// <summary>
/// Moves targets of references to the components of the document where later steps do not look for them: under a key that OpenAPI does not define, within a
/// callback, and in the parameters and additional operations of a path item. As components they are checked and normalized like any other node, and NSwag finds them.
/// </summary>
internal sealed class ReferenceTargetHoister
{
    private readonly SpecMap root;
    private readonly Dictionary<OpenApiObjectKind, string[]> sections;
    private readonly Dictionary<OpenApiObjectKind, string> prefixes;
    private readonly Dictionary<(OpenApiObjectKind Kind, string Pointer), string> references = [];
    private readonly Dictionary<OpenApiObjectKind, List<SpecEntry>> added = [];
    private readonly HashSet<(OpenApiObjectKind Kind, string Name)> names = [];
    private readonly Queue<(OpenApiObjectKind Kind, string Name, SpecNode Node)> pending = new();

    private ReferenceTargetHoister(SpecMap root, SpecVersion version)
    {
        this.root = root;
        sections = ComponentSections.Of(version).ToDictionary(s => s.Kind, s => s.Keys);
        prefixes = sections.ToDictionary(s => s.Key, s => SpecReference.Write(s.Value) + "/");
    }

    public static SpecMap Hoist(SpecMap root, SpecVersion version) => new ReferenceTargetHoister(root, version).Hoist();

    private SpecMap Hoist()
    {
        var rewritten = (SpecMap)SpecRewriter.Rewrite(root, OpenApiObjectKind.Document, Change)!;
        while (pending.Count > 0)
        {
            var (kind, name, node) = pending.Dequeue();
            added[kind].Add(new SpecEntry(name, node.Span, SpecRewriter.Rewrite(node, kind, Change)!));
        }
        return added.Aggregate(rewritten, (map, kind) => map.WithEntries(sections[kind.Key], kind.Value));
    }

    private SpecNode Change(SpecNode node, OpenApiObjectKind kind)
    {
        if (node is not SpecMap map || map[SpecReference.Key] is not { } value || value.AsText() is not { } reference || !sections.ContainsKey(kind) || IsComponentReference(reference, kind))
            return node;
        if (SpecReference.ResolveTokens(root, reference) is not { } tokens || JsonPointer.Find(root, tokens) is not { } target || !NeedsHoisting(target, kind, tokens))
            return node;
        return map.With(SpecReference.Key, SpecNodes.Text(value.Span, ReferenceTo(target, kind, tokens)));
    }

    // As nearly all references are: "#/components/schemas/Pet", "#/definitions/Pet".
    private bool IsComponentReference(string reference, OpenApiObjectKind kind)
    {
        var section = prefixes[kind];
        return reference.StartsWith(section, StringComparison.Ordinal) && reference.IndexOf('/', section.Length) < 0;
    }

    private bool NeedsHoisting(SpecNode target, OpenApiObjectKind expected, string[] tokens)
    {
        var kinds = OpenApiObjectKinds.KindsAlong(root, tokens).ToList();
        var found = kinds[kinds.Count - 1];

        // "additionalProperties: true" is a schema, but NSwag has a Boolean property for it.
        if (target is not SpecMap)
            return target is SpecScalar { Kind: ScalarKind.Boolean } && found == OpenApiObjectKind.Schema && expected == found;

        var isUnreachable = kinds.Contains(OpenApiObjectKind.Callback) || tokens is ["paths", _, "parameters" or PathOperations.Additional, ..];
        return found == OpenApiObjectKind.Data || (isUnreachable && found is not null);
    }

    private string ReferenceTo(SpecNode target, OpenApiObjectKind kind, string[] tokens)
    {
        var key = (kind, SpecReference.Write(tokens));
        if (!references.TryGetValue(key, out var reference))
        {
            var name = FreeName(kind, tokens.LastOrDefault(t => t is not "schema" && !t.All(char.IsDigit)) ?? "");
            references.Add(key, reference = SpecReference.Write([.. sections[kind], name]));
            pending.Enqueue((kind, name, target));
            names.Add((kind, name));
            if (!added.ContainsKey(kind))
                added.Add(kind, []);
        }
        return reference;
    }

    private string FreeName(OpenApiObjectKind kind, string name)
    {
        var section = JsonPointer.Find(root, sections[kind]) as SpecMap;
        return UniqueName.Find(name, candidate => section?[candidate] is not null || names.Contains((kind, candidate)));
    }
}
