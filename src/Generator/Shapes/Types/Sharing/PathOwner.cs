using Kiln.Generator.Shapes.Naming;

namespace Kiln.Generator.Shapes.Types.Sharing;

/// <summary>The paths that begin alike: what the operations below a path have in common.</summary>
internal sealed class PathOwner : Owner
{
    private readonly Dictionary<string, PathOwner> children = new(StringComparer.Ordinal);
    private readonly Owner document;
    private readonly PathOwner root;
    private readonly PathOwner? above;
    private int operations;

    /// <summary>Makes the owner that all paths are below.</summary>
    public PathOwner(Owner document)
    {
        this.document = document;
        root = this;
        Name = "";
        Depth = DepthBelow(document);
    }

    private PathOwner(PathOwner above, string segment)
    {
        document = above.document;
        root = above.root;
        this.above = above;
        Name = segment.IndexOf('{') >= 0 ? above.Name : Identifiers.Pascal(FileExtension.Drop(segment));
        Depth = DepthBelow(above);
    }

    public override Owner Parent => above is null ? document : above.OrDocument;

    public override string Name { get; }

    public override int Depth { get; }

    /// <summary>A beginning that nine tenths of all operations share says nothing of any of them: what belongs to it belongs to the document.</summary>
    public Owner OrDocument => operations * 10L >= root.operations * 9L ? document : this;

    /// <summary>The owner of a path, for one more of its operations.</summary>
    public PathOwner Add(string path)
    {
        var node = this;
        node.operations++;
        foreach (var segment in path.Split(['/'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (!node.children.TryGetValue(segment, out var child))
                node.children.Add(segment, child = new(node, segment));
            node = child;
            node.operations++;
        }
        return node;
    }
}
