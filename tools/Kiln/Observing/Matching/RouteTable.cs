using System.Text.RegularExpressions;
using Kiln.Generator.Api.Nodes;

namespace Kiln.Tool.Observing.Matching;

/// <summary>Finds the operation of a request by its URL and method.</summary>
internal sealed partial class RouteTable
{
    private readonly List<(IReadOnlyList<ServerPattern> Servers, PathRoutes Routes)> groups = [];
    private readonly Dictionary<string, DocumentedOperation> byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DocumentedOperation> byId = new(StringComparer.Ordinal);

    /// <param name="document">The document.</param>
    /// <param name="anyHost">Whether requests to any host count, not only those to the servers of the document.</param>
    public RouteTable(DocumentNodes document, bool anyHost)
    {
        Operations = [.. DocumentedOperation.Of(document)];
        foreach (var operation in Operations)
        {
            byKey.TryAdd(WithoutNames(operation.Key), operation);
            if (operation.Id is { } id)
                byId.TryAdd(id, operation);
        }
        // Nearly all documents have one list of servers for all operations.
        foreach (var group in Operations.GroupBy(o => OwnerOfServers(document, o).Pointer, StringComparer.Ordinal))
        {
            var servers = OwnerOfServers(document, group.First()).Items("servers").Select(s => ServerPattern.Of(s, anyHost)).ToList();
            groups.Add((servers.Count > 0 ? servers : [ServerPattern.Any], new(group)));
        }
    }

    public IReadOnlyList<DocumentedOperation> Operations { get; }

    /// <summary>The operation that is written as <c>GET /pets</c> or by its id; <see langword="null"/> if there is none.</summary>
    public DocumentedOperation? Find(string name)
    {
        if (byId.TryGetValue(name, out var operation))
            return operation;
        var parts = name.Split(' ', 2, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == 2 && (byKey.TryGetValue(WithoutNames($"{parts[0].ToUpperInvariant()} {parts[1]}"), out operation) || byKey.TryGetValue(WithoutNames($"{parts[0]} {parts[1]}"), out operation)) ? operation : null;
    }

    /// <summary>What a request is to the document.</summary>
    public RouteResult Find(string method, Uri url)
    {
        RouteResult.Undocumented? undocumented = null;
        foreach (var (servers, routes) in groups)
        {
            foreach (var server in servers)
            {
                if (server.RestOf(url) is not { } rest)
                    continue;
                switch (routes.Find(method, rest))
                {
                    case RouteResult.Matched matched:
                        return matched;
                    case RouteResult.Undocumented other when undocumented?.Template is null:
                        undocumented = other;
                        break;
                }
            }
        }
        return (RouteResult?)undocumented ?? new RouteResult.OtherHost();
    }

    // What a parameter is called in a path does not matter, and the runtime may have it in another spelling.
    private static string WithoutNames(string key) => ParameterName().Replace(key, "{}");

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex ParameterName();

    private static PointedNode OwnerOfServers(DocumentNodes document, DocumentedOperation operation)
    {
        if (operation.Node.Items("servers").Any())
            return operation.Node;
        return operation.PathItem.Items("servers").Any() ? operation.PathItem : document.Root;
    }
}
