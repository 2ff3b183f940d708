using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Coverage;

/// <summary>Reports the servers of a path or operation, unless requests go to the same URL anyway: that of the document's first server.</summary>
internal sealed class ServerCheck(SpecMap root)
{
    private readonly string? url = FirstUrl(root["servers"]);

    public void Check(SpecMap map, OpenApiObjectKind kind, List<DiagnosticInfo> diagnostics)
    {
        if (kind is not (OpenApiObjectKind.PathItem or OpenApiObjectKind.Operation))
            return;
        if (map.Entry("servers") is { } servers && FirstUrl(servers.Value) is { } other && other.TrimEnd('/') != (url ?? "/").TrimEnd('/'))
            diagnostics.Add(new(UnsupportedRules.OperationServers, servers.KeyLocation, other));
    }

    private static string? FirstUrl(SpecNode? servers) =>
        servers is SpecList { Items: [SpecMap first, ..] } ? first["url"].AsText() : null;
}
