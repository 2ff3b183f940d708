using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Api.Nswag;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Api.Operations;

/// <summary>Reads the URL of a service.</summary>
internal static class ServerReader
{
    /// <summary>
    /// The first server's URL with the defaults of its variables filled in; <see langword="null"/> for no server, and, with a diagnostic, for a URL that no
    /// request could be sent to.
    /// </summary>
    public static string? ReadUrl(DocumentSkeleton skeleton, DocumentNodes document, List<DiagnosticInfo> diagnostics)
    {
        if (skeleton.Servers.FirstOrDefault() is not { } server)
            return null;

        var url = server.Defaults.Aggregate(server.Url, (filled, variable) => filled.Replace($"{{{variable.Key}}}", variable.Value ?? ""));
        var first = document.Root.Items("servers").FirstOrDefault();
        if (Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http")
        {
            if (FindOthers(skeleton, first) is { } others)
                diagnostics.Add(new(UnsupportedRules.OtherServers, document.Root.LocationOf("servers"), url, others));
            return url.TrimEnd('/');
        }

        if (first["url"] is { } node)
            diagnostics.Add(new(ApiRules.UnusableServerUrl, node.Location, url));
        return null;
    }

    /// <summary>The base URLs that the document lists beside the default; <see langword="null"/> for none. A variable without <c>enum</c> lists no values.</summary>
    private static string? FindOthers(DocumentSkeleton skeleton, PointedNode first)
    {
        var hasChoices = first.Entries("variables").Any(v => v.Node["enum"] is SpecList { Items.Count: > 1 });
        return (skeleton.Servers.Count > 1, hasChoices) switch
        {
            (true, true) => "its other servers and values of server variables are",
            (true, false) => "its other servers are",
            (false, true) => "other values of its server variables are",
            _ => null,
        };
    }
}
