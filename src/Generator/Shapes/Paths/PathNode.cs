using Kiln.Generator.Api.Model;

namespace Kiln.Generator.Shapes.Paths;

/// <summary>A place in the tree of all paths, with the operations of the path that ends there.</summary>
internal sealed class PathNode(PathSegment? segment)
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

        var root = new PathNode(null) { Prefix = shared == 0 ? "" : "/" + string.Join("/", all[0].Segments.Take(shared)) };
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

    // Two parameters in the same place are one, whatever the document calls them.
    private PathNode Child(PathSegment segment)
    {
        var key = segment.IsItem ? "{}" : segment.Text;
        if (!byKey.TryGetValue(key, out var child))
        {
            byKey.Add(key, child = new(segment));
            Children.Add(child);
        }
        return child;
    }
}
