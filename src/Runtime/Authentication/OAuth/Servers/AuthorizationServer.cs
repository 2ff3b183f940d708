using Kiln.Runtime.Http;

namespace Kiln.Runtime.Authentication;

/// <summary>Knows the endpoints of an authorization server, or finds them out. Thread-safe.</summary>
internal abstract class AuthorizationServer
{
    /// <summary>The endpoints as far as they are known without asking; null if they are yet to be found out.</summary>
    public virtual ServerEndpoints? Known => null;

    /// <summary>What a URL lacks to be an endpoint; null if nothing. Secrets go there.</summary>
    public static string? Problem(Uri? url)
    {
        if (url is null)
            return "is missing";
        return url.IsAbsoluteUri && Origin.IsPrivate(url) && Origin.HasHost(url) ? null : "is not an absolute URL of https, or of http on this machine";
    }

    /// <summary>The server of a scheme.</summary>
    /// <param name="scheme">The scheme.</param>
    /// <param name="token">The token endpoint that goes before that of the scheme; null for that.</param>
    /// <param name="client">Sends the requests.</param>
    /// <exception cref="ArgumentException">The discovery URL uses plain http on another machine.</exception>
    public static AuthorizationServer Of(OAuthScheme scheme, Uri? token, ServerClient client) => scheme switch
    {
        OAuth2Scheme known => new KnownServer(new(token ?? known.TokenUrl, known.AuthorizationUrl, known.DeviceAuthorizationUrl, known.RefreshUrl)),
        OpenIdConnectScheme { DiscoveryUrl: var url } => Problem(url) is { } problem
            ? throw new ArgumentException($"The discovery URL of '{scheme.Name}' {problem}.", nameof(scheme))
            : new DiscoveredServer(url, token, client),
        _ => throw new ArgumentException("Not a scheme of OAuth 2.0 or OpenID Connect.", nameof(scheme)),
    };

    /// <summary>The endpoints.</summary>
    /// <exception cref="AuthenticationException">They could not be found out.</exception>
    public abstract ValueTask<ServerEndpoints> GetAsync(CancellationToken cancellationToken);

    private sealed class KnownServer(ServerEndpoints endpoints) : AuthorizationServer
    {
        public override ServerEndpoints Known => endpoints;

        public override ValueTask<ServerEndpoints> GetAsync(CancellationToken cancellationToken) => new(endpoints);
    }
}
