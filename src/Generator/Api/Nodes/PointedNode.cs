using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Api.Nodes;

/// <summary>A node of the document together with its JSON pointer (RFC 6901), which identifies it and names what is made from it.</summary>
/// <param name="Node">The node.</param>
/// <param name="Pointer">Its pointer from the document's root.</param>
internal readonly record struct PointedNode(SpecNode Node, string Pointer)
{
    public SourceLocation Location => Node.Location;

    /// <summary>The value of a key, or <see langword="null"/> if the node is no map or has no such key.</summary>
    public SpecNode? this[string key] => (Node as SpecMap)?[key];

    /// <summary>The value of a key with its pointer, or <see langword="null"/> if the node is no map or has no such key.</summary>
    public PointedNode? Child(string key) => this[key] is { } value ? new(value, $"{Pointer}/{JsonPointer.Escape(key)}") : null;

    /// <summary>The items of the list of a key; empty if there is no such list.</summary>
    public IEnumerable<PointedNode> Items(string key)
    {
        var pointer = Pointer;
        return this[key] is SpecList list ? list.Items.Select((item, index) => new PointedNode(item, $"{pointer}/{key}/{index}")) : [];
    }

    /// <summary>The entries of the map of a key; empty if there is no such map.</summary>
    public IEnumerable<(string Key, PointedNode Node)> Entries(string key)
    {
        var pointer = $"{Pointer}/{key}";
        return this[key] is SpecMap map ? map.Entries.Select(e => (e.Key, new PointedNode(e.Value, $"{pointer}/{JsonPointer.Escape(e.Key)}"))) : [];
    }

    /// <summary>The location of a key's value, or that of the node if it has no such key.</summary>
    public SourceLocation LocationOf(string key) => (this[key] ?? Node).Location;
}
