using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Coverage;

/// <summary>Reports the servers of a path or operation, unless requests go to the same URL anyway: that of the document's first server.</summary>
internal sealed class ServerCheck
{
    private readonly string? url;
    private readonly IReadOnlyList<string> schemes;

    public ServerCheck(SpecMap root)
    {
        url = FirstUrl(root["servers"]);
        schemes = root["schemes"].Texts();
    }

    public void Check(SpecMap map, OpenApiObjectKind kind, List<DiagnosticInfo> diagnostics)
    {
        if (kind is not (OpenApiObjectKind.PathItem or OpenApiObjectKind.Operation))
            return;
        if (map.Entry("servers") is { } servers && FirstUrl(servers.Value) is { } other && other.TrimEnd('/') != (url ?? "/").TrimEnd('/'))
            diagnostics.Add(new(UnsupportedRules.OperationServers, servers.KeyLocation, other));
        // In OpenAPI 2.0 an operation has schemes of its own for the document's host.
        if (kind == OpenApiObjectKind.Operation && map.Entry("schemes") is { } own && own.Value.Texts() is { Count: > 0 } named && !named.Contains(Preferred))
            diagnostics.Add(new(UnsupportedRules.OperationServers, own.KeyLocation, named[0] + "://…"));
    }

    // The same choice as for the document's base URL.
    private string Preferred => schemes.Count == 0 || schemes.Contains("https") ? "https" : schemes[0];

    private static string? FirstUrl(SpecNode? servers) =>
        servers is SpecList { Items: [SpecMap first, ..] } ? first["url"].AsText() : null;
}
