using Kiln.Generator.Api.Model;

namespace Kiln.Generator.Shapes.Paths;

/// <summary>One segment of a path template.</summary>
/// <example><c>{threat_id}</c>, or <c>v2.1</c>, or <c>{name}.json</c>.</example>
internal sealed record PathSegment(string Text)
{
    /// <summary>The names in braces, in order.</summary>
    public IReadOnlyList<string> Parameters { get; } = [.. PathTemplate.Split(Text).Where(p => p.IsParameter).Select(p => p.Text)];

    public bool IsLiteral => Parameters.Count == 0;

    /// <summary>Whether it is one parameter and nothing else.</summary>
    public bool IsItem => Parameters.Count == 1 && Text.Length == Parameters[0].Length + 2;
}

/// <summary>A stretch of a path template: text, or the name of a parameter.</summary>
internal readonly record struct PathPart(string Text, bool IsParameter);

/// <summary>Takes path templates apart.</summary>
internal static class PathTemplate
{
    /// <summary>The parts of a template in order; a brace without its other half is text.</summary>
    public static IEnumerable<PathPart> Split(string template)
    {
        var start = 0;
        while (template.IndexOf('{', start) is var open and >= 0 && template.IndexOf('}', open) is var close and >= 0)
        {
            if (open > start)
                yield return new(template.Substring(start, open - start), IsParameter: false);
            yield return new(template.Substring(open + 1, close - open - 1), IsParameter: true);
            start = close + 1;
        }
        if (start < template.Length)
            yield return new(template.Substring(start), IsParameter: false);
    }

    /// <summary>The template with the slash that it has to begin with: without it, its beginning would become a part of the host's name.</summary>
    public static string Rooted(string template) => template.Length == 0 || template[0] == '/' ? template : "/" + template;

    /// <summary>The parts that go into a URL: what stands behind a <c>#</c> is never sent, documents tell operations of one path apart by it.</summary>
    public static IEnumerable<PathPart> SplitSent(string template)
    {
        foreach (var part in Split(Rooted(template)))
        {
            var fragment = part.IsParameter ? -1 : part.Text.IndexOf('#');
            if (fragment != 0)
                yield return fragment < 0 ? part : part with { Text = part.Text.Substring(0, fragment) };
            if (fragment >= 0)
                yield break;
        }
    }
}

/// <summary>A place in the tree of all paths, with the operations of the path that ends there.</summary>
internal sealed class PathNode(PathSegment? segment)
{
    private readonly Dictionary<string, PathNode> byKey = new(StringComparer.Ordinal);

    /// <summary><see langword="null"/> for the root.</summary>
    public PathSegment? Segment { get; } = segment;

    /// <summary>The name that the document chooses for it, or <see langword="null"/>.</summary>
    public string? NameOverride => Operations.Select(o => o.PathNameOverride).FirstOrDefault(w => w is not null);

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

        var root = new PathNode(null);
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
