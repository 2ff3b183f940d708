using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs;
using NSwag;

namespace Kiln.Generator.Api;

/// <summary>Reads where a service is.</summary>
internal static class ServerReader
{
    /// <summary>The first server's URL with its variables' defaults filled in; <see langword="null"/>, with a word about it, when no request could be sent there.</summary>
    public static string? Url(OpenApiDocument document, SpecDocument spec, List<DiagnosticInfo> diagnostics)
    {
        // What a document leaves out NSwag leaves null, whatever its annotations say.
        if (document.Servers?.FirstOrDefault() is not { Url: { } url } server)
            return null;

        foreach (var variable in server.Variables ?? new Dictionary<string, OpenApiServerVariable>())
            url = url.Replace($"{{{variable.Key}}}", variable.Value.Default ?? "");
        if (Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http")
            return url.TrimEnd('/');

        if (JsonPointer.Find(spec.Root, "/servers/0/url") is { } said)
            diagnostics.Add(new(ApiRules.UnusableServerUrl, said.Place, url));
        return null;
    }
}
