using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Api.Nodes;

/// <summary>Follows the references of a document, and makes each of its schemas once: the same schema is the same <see cref="SchemaNode"/>.</summary>
/// <param name="root">The document in its normal form.</param>
internal sealed class DocumentNodes(SpecMap root)
{
    private readonly Dictionary<string, SchemaNode> schemas = new(StringComparer.Ordinal);

    // A few references are written in many locations. Where each ends is kept as well, so that a long chain is followed once and not from each of its links.
    private readonly Dictionary<string, PointedNode?> targets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PointedNode> ends = new(StringComparer.Ordinal);

    public PointedNode Root { get; } = new(root, "");

    /// <summary>The entries of <c>components/schemas</c>, in the order of the document.</summary>
    public IEnumerable<SchemaNode> ComponentSchemas => (Root.Child("components")?.Entries("schemas") ?? []).Select(entry => Schema(entry.Node));

    /// <summary>The path item of a path template, or <see langword="null"/> if there is none.</summary>
    public PointedNode? PathItem(string path) => Root.Child("paths")?.Child(path);

    /// <summary>The operation of a path item with a method, in the case in which it is sent; <see langword="null"/> if there is none.</summary>
    public static PointedNode? Operation(PointedNode pathItem, string method)
    {
        PointedNode? node = pathItem;
        foreach (var key in PathOperations.KeysOf(method))
            node = node?.Child(key);
        return node;
    }

    /// <summary>The node that the <c>$ref</c> of a node names, which may be a reference again; <see langword="null"/> if the node is not a reference, or one that does not resolve.</summary>
    public PointedNode? TargetOf(PointedNode node) => ReferenceOf(node) is { } reference ? Resolve(reference) : null;

    /// <summary>The node that a reference names, or <see langword="null"/> if there is none.</summary>
    public PointedNode? Resolve(string reference)
    {
        if (!targets.TryGetValue(reference, out var target))
        {
            target = SpecReference.ResolveTokens(root, reference) is { } tokens && SpecReference.ResolveNode(root, reference) is { } node
                ? new(node, string.Concat(tokens.Select(t => "/" + JsonPointer.Escape(t))))
                : null;
            targets.Add(reference, target);
        }
        return target;
    }

    /// <summary>The node itself, or the one at the end of its references.</summary>
    public PointedNode Follow(PointedNode node)
    {
        // The Specs stage has refused circular references; recording each target before following it stops a cycle missed there from hanging the compiler.
        List<string>? chain = null;
        while (ReferenceOf(node) is { } reference)
        {
            if (ends.TryGetValue(reference, out var end))
            {
                node = end;
                break;
            }
            if (Resolve(reference) is not { } target)
                break;
            ends[reference] = target;
            (chain ??= []).Add(reference);
            node = target;
        }
        foreach (var reference in chain ?? [])
            ends[reference] = node;
        return node;
    }

    /// <summary>The schema that a node is.</summary>
    public SchemaNode Schema(PointedNode node)
    {
        if (!schemas.TryGetValue(node.Pointer, out var schema))
            schemas.Add(node.Pointer, schema = new(this, node));
        return schema;
    }

    /// <summary>A schema that was made before, or <see langword="null"/>.</summary>
    public SchemaNode? FindSchema(string pointer) => schemas.TryGetValue(pointer, out var schema) ? schema : null;

    private static string? ReferenceOf(PointedNode node) => node[SpecReference.Key].AsText();
}
