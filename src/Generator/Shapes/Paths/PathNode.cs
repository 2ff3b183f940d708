using Kiln.Generator.Api.Model;

namespace Kiln.Generator.Shapes.Paths;

/// <summary>A place in the tree of all paths, with the operations of the path that ends there.</summary>
/// <param name="segment">Its segment, as the first of its paths has it; <see langword="null"/> for the root.</param>
/// <param name="index">The index of the segment among those of a path.</param>
internal sealed class PathNode(PathSegment? segment, int index)
{
    private readonly Dictionary<string, PathNode> byKey = new(StringComparer.Ordinal);

    /// <summary><see langword="null"/> for the root.</summary>
    public PathSegment? Segment { get; } = segment;

    /// <summary>The name that the document chooses for it, or <see langword="null"/>.</summary>
    public string? NameOverride => Operations.Select(o => o.PathNameOverride).FirstOrDefault(w => w is not null);

    /// <summary>Of the root, the path that all paths share and the client's properties do not show: <c>/web/api/v2.1</c>.</summary>
    public string Prefix { get; init; } = "";

    public List<PathNode> Children { get; } = [];

    public List<Operation> Operations { get; } = [];

    /// <summary>The operations of the node and of all nodes below it.</summary>
    public IEnumerable<Operation> OperationsBelow => Operations.Concat(Children.SelectMany(c => c.OperationsBelow));

    /// <summary>The node's segment as the path of an operation has it, which may call its parameter something else.</summary>
    public PathSegment SegmentOf(Operation operation) => new(Segments(operation.Path)[index]);

    /// <summary>The node with some of the operations, and with the nodes below it that have any of them.</summary>
    public PathNode Only(Func<Operation, bool> isIncluded)
    {
        var first = OperationsBelow.FirstOrDefault(isIncluded);
        var node = new PathNode(first is null ? Segment : SegmentOf(first), index);
        node.Operations.AddRange(Operations.Where(isIncluded));
        node.Children.AddRange(Children.Where(c => c.OperationsBelow.Any(isIncluded)).Select(c => c.Only(isIncluded)));
        return node;
    }

    /// <summary>The segments that the client's properties do not show, as all paths share them.</summary>
    public static int CountShared(IReadOnlyList<string[]> paths)
    {
        if (paths.Count == 0)
            return 0;

        var shared = 0;
        while (paths.All(p => p.Length > shared && p[shared] == paths[0][shared] && new PathSegment(p[shared]).IsLiteral))
            shared++;

        // Where a path ends or goes on with a parameter, the last shared segment is the name of a thing: client.Threats[id].
        var isThing = paths.Any(p => p.Length == shared || !new PathSegment(p[shared]).IsLiteral);
        return isThing ? Math.Max(0, shared - 1) : shared;
    }

    /// <summary>The tree of an API's paths.</summary>
    public static PathNode Build(IEnumerable<Operation> operations, bool foldPrefix)
    {
        var all = operations.Select(o => (Operation: o, Segments: Segments(o.Path))).ToList();
        var shared = foldPrefix ? CountShared([.. all.Select(o => o.Segments)]) : 0;

        var root = new PathNode(null, shared - 1) { Prefix = shared == 0 ? "" : "/" + string.Join("/", all[0].Segments.Take(shared)) };
        foreach (var (operation, segments) in all)
        {
            var node = segments.Skip(shared).Aggregate(root, (parent, segment) => parent.Child(new(segment)));
            node.Operations.Add(operation);
        }
        return root;
    }

    // A slash at the end is part of the URL, and of no name; one in braces belongs to the parameter's name.
    private static string[] Segments(string path)
    {
        var segments = new List<string> { "" };
        foreach (var part in PathTemplate.Split(path))
        {
            var pieces = part.IsParameter ? [$"{{{part.Text}}}"] : part.Text.Split('/');
            segments[segments.Count - 1] += pieces[0];
            segments.AddRange(pieces.Skip(1));
        }
        return [.. segments.Where(s => s.Length > 0)];
    }

    // Parameters in the same place are one, whatever the document calls them, unless they have different types (PathValuePlanner).
    private PathNode Child(PathSegment segment)
    {
        var key = segment.IsItem ? "{}" : segment.Text;
        if (!byKey.TryGetValue(key, out var child))
        {
            byKey.Add(key, child = new(segment, index + 1));
            Children.Add(child);
        }
        return child;
    }
}
