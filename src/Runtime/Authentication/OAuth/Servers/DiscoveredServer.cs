using Kiln.Runtime.Text;

namespace Kiln.Runtime.Authentication;

/// <summary>A server whose endpoints are in its metadata (OpenID Connect Discovery 1.0, section 4; RFC 8414), which are read for the first token.</summary>
/// <param name="url">The URL of the metadata or of the issuer.</param>
/// <param name="token">The token endpoint in place of that of the metadata; null for that.</param>
/// <param name="client">Sends the request.</param>
internal sealed class DiscoveredServer(Uri url, Uri? token, ServerClient client) : AuthorizationServer
{
    private const string WellKnown = "/.well-known/";

    private volatile ServerEndpoints? endpoints;

    public override async ValueTask<ServerEndpoints> GetAsync(CancellationToken cancellationToken) =>
        endpoints ??= await DiscoverAsync(cancellationToken).ConfigureAwait(false);

    private async Task<ServerEndpoints> DiscoverAsync(CancellationToken cancellationToken)
    {
        var metadata = url.AbsolutePath.Contains(WellKnown, StringComparison.Ordinal)
            ? url
            : new UriBuilder(url) { Path = url.AbsolutePath.TrimEnd('/') + WellKnown + "openid-configuration" }.Uri;
        var response = await client.SendAsync(new(HttpMethod.Get, metadata), "discovery URL", [], cancellationToken).ConfigureAwait(false);

        var issuer = response["issuer"] ?? throw Invalid(metadata, "have no issuer");
        // Otherwise a server could speak for another one (OpenID Connect Discovery 1.0, section 4.3).
        if (issuer.TrimEnd('/') != IssuerOf(metadata).TrimEnd('/'))
            throw Invalid(metadata, $"are those of another issuer, {MessageText.OneLine(issuer)}");
        return new(token ?? UrlIn(response, "token_endpoint"), UrlIn(response, "authorization_endpoint"), UrlIn(response, "device_authorization_endpoint"), Issuer: issuer);
    }

    // The path of the issuer is before the well-known path, or after it (RFC 8414, section 3.1).
    private static string IssuerOf(Uri metadata)
    {
        var path = metadata.AbsolutePath;
        var start = path.IndexOf(WellKnown, StringComparison.Ordinal);
        var end = path.IndexOf('/', start + WellKnown.Length);
        return metadata.GetLeftPart(UriPartial.Authority) + path[..start] + (end < 0 ? "" : path[end..]);
    }

    private static Uri? UrlIn(ServerResponse response, string name) => response[name] is { } text && Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out var endpoint) ? endpoint : null;

    private static AuthenticationException Invalid(Uri metadata, string problem) =>
        new(AuthenticationFailure.InvalidResponse, $"The metadata of {MessageText.OneLine(metadata.GetLeftPart(UriPartial.Path))} {problem}.");
}
