namespace Kiln.Tool.Observing.Matching;

/// <summary>The path templates of operations that have the same servers.</summary>
internal sealed class PathRoutes
{
    private readonly Dictionary<int, Route[]> byLength;

    public PathRoutes(IEnumerable<DocumentedOperation> operations) => byLength = operations
        .GroupBy(o => o.Path, StringComparer.Ordinal)
        .Select(path => new Route(path.Key, new(path.Key), path.DistinctBy(o => o.Method).ToDictionary(o => o.Method, StringComparer.Ordinal)))
        .GroupBy(route => route.Template.Length)
        .ToDictionary(group => group.Key, group => group.OrderBy(route => route.Template).ToArray());

    /// <summary>The operation of a path; one that differs in a slash at its end only is taken for it.</summary>
    public RouteResult Find(string method, string path)
    {
        var found = Match(method, path);
        return found is RouteResult.Undocumented { Template: null } && path.Length > 1 && Match(method, path.EndsWith('/') ? path[..^1] : path + "/") is RouteResult.Matched other ? other : found;
    }

    private RouteResult Match(string method, string path)
    {
        var segments = PathTemplate.SegmentsOf(path);
        string? template = null;
        foreach (var route in byLength.GetValueOrDefault(segments.Length) ?? [])
        {
            if (route.Template.Match(segments) is not { } values)
                continue;
            if (route.Operations.TryGetValue(method, out var operation))
                return new RouteResult.Matched(operation, values);
            template ??= route.Path;
        }
        return new RouteResult.Undocumented(template ?? PathShape.Of(path.Length == 0 ? "/" : path), template);
    }

    private sealed record Route(string Path, PathTemplate Template, IReadOnlyDictionary<string, DocumentedOperation> Operations);
}
