using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Api.Nswag;
using Kiln.Generator.Diagnostics;

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
        if (Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http")
            return url.TrimEnd('/');

        if (document.Root.Items("servers").FirstOrDefault()["url"] is { } node)
            diagnostics.Add(new(ApiRules.UnusableServerUrl, node.Location, url));
        return null;
    }
}
