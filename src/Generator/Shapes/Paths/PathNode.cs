using Kiln.Generator.Api.Model;
using Kiln.Generator.Shapes.Naming;

namespace Kiln.Generator.Shapes.Paths;

/// <summary>A place in the tree of all paths, with the operations of the path that ends there.</summary>
/// <param name="segment">Its segment, as the first of its paths has it; <see langword="null"/> for the root.</param>
/// <param name="depth">How many segments lead to it from the client.</param>
/// <param name="prefix">The segments that the client's properties do not show.</param>
internal sealed class PathNode(PathSegment? segment, int depth, IReadOnlyList<string> prefix)
{
    /// <summary>Without a file's extension, unless paths differ in it; <see langword="null"/> for the root.</summary>
    public PathSegment? Segment { get; } = segment;

    /// <summary>How many segments lead to it from the client.</summary>
    public int Depth => depth;

    /// <summary>The name that the document chooses for it, or <see langword="null"/>.</summary>
    public string? NameOverride => Operations.Select(o => o.PathNameOverride).FirstOrDefault(w => w is not null);

    /// <summary>The names that the document gives paths by themselves.</summary>
    public required IReadOnlyDictionary<string, string> PathNames { get; init; }

    /// <summary>The name that the document gives one of the paths that the node is in, or <see langword="null"/>.</summary>
    public string? PinnedName => PathNames.Count == 0
        ? null
        : OperationsBelow.Select(PathOf).Distinct().Select(path => PathNames.TryGetValue(path, out var name) ? name : null).FirstOrDefault(name => name is not null);

    /// <summary>The path up to the node, as that of an operation below it has it.</summary>
    public string PathOf(Operation operation)
    {
        var segments = PathSegments.Of(operation.Path);
        return "/" + string.Join("/", segments.Take(LengthOf(segments)));
    }

    /// <summary>Of the root, the beginning of its paths that is folded into the client: <c>/web/api/v2.1</c>; empty for none.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>Where the first of its operations is in the document, among all operations.</summary>
    public int Order { get; init; }

    public List<PathNode> Children { get; } = [];

    public List<Operation> Operations { get; } = [];

    /// <summary>The operations of the node and of all nodes below it.</summary>
    public IEnumerable<Operation> OperationsBelow => Operations.Concat(Children.SelectMany(c => c.OperationsBelow));

    /// <summary>The node's segment as the path of an operation has it, which may call its parameter something else.</summary>
    public PathSegment SegmentOf(Operation operation)
    {
        var segments = PathSegments.Of(operation.Path);
        return new(segments[LengthOf(segments) - 1]);
    }

    /// <summary>The node with some of the operations, and with the nodes below it that have any of them.</summary>
    public PathNode Only(Func<Operation, bool> isIncluded)
    {
        var first = OperationsBelow.FirstOrDefault(isIncluded);
        var own = first is null ? Segment : SegmentOf(first);
        if (Segment is not null && own is not null && FileExtension.Of(Segment.Text).Length == 0)
            own = new(FileExtension.Drop(own.Text));
        var node = new PathNode(own, depth, prefix) { Order = Order, PathNames = PathNames };
        node.Operations.AddRange(Operations.Where(isIncluded));
        node.Children.AddRange(Children.Where(c => c.OperationsBelow.Any(isIncluded)).Select(c => c.Only(isIncluded)));
        return node;
    }

    private int LengthOf(IReadOnlyList<string> segments) => depth + (PathPrefix.StartsWith(segments, prefix) ? prefix.Count : 0);
}
