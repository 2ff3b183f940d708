namespace Kiln.Runtime.Authentication;

/// <content>Credentials whose tokens come from an authorization server.</content>
public sealed partial class Credential
{
    /// <summary>Makes a credential of a client that acts for itself (RFC 6749, section 4.4).</summary>
    /// <param name="scheme">The scheme, which has the token endpoint unless the options have it.</param>
    /// <param name="clientId">The client's id.</param>
    /// <param name="clientSecret">The client's secret, which is sent to the token endpoint only.</param>
    /// <param name="scopes">The scopes to ask for; null or empty for those that the server grants by default.</param>
    /// <param name="options">The options; <see cref="OAuth2Options.Default"/> if null.</param>
    /// <exception cref="ArgumentException">A text is empty or has a control character, there is no token endpoint, or it uses plain http on another machine.</exception>
    public static Credential ClientCredentials(
        OAuthScheme scheme, string clientId, string clientSecret, IEnumerable<string>? scopes = null, OAuth2Options? options = null)
    {
        ArgumentNullException.ThrowIfNull(clientSecret);
        var client = new OAuthClient(scheme, clientId, clientSecret, scopes, options, ServerEndpoint.Token);
        return Of(client, new ClientCredentialsGrant(client), null);
    }

    /// <summary>Makes a credential of a refresh token that the application has got before (RFC 6749, section 6).</summary>
    /// <param name="scheme">The scheme, which has the token endpoint unless the options have it.</param>
    /// <param name="clientId">The client's id.</param>
    /// <param name="refreshToken">The refresh token, which is sent to the token endpoint only. A server may replace it: see <see cref="OAuth2Options.OnRefreshToken"/>.</param>
    /// <param name="clientSecret">The client's secret; null for a public client.</param>
    /// <param name="scopes">The scopes to ask for; null or empty for those that were granted with the refresh token.</param>
    /// <param name="options">The options; <see cref="OAuth2Options.Default"/> if null.</param>
    /// <exception cref="ArgumentException">A text is empty or has a control character, there is no token endpoint, or it uses plain http on another machine.</exception>
    public static Credential RefreshToken(
        OAuthScheme scheme, string clientId, string refreshToken, string? clientSecret = null, IEnumerable<string>? scopes = null, OAuth2Options? options = null)
    {
        OAuthClient.CheckText(refreshToken, nameof(refreshToken));
        var client = new OAuthClient(scheme, clientId, clientSecret, scopes, options, ServerEndpoint.Refresh);
        return Of(client, new RefreshTokenGrant(client), refreshToken);
    }

    /// <summary>
    /// Makes a credential of a user who signs in with a browser: authorization code with PKCE (RFC 6749, section 4.1; RFC 7636, S256), then by refresh tokens. The user is asked at the first request, and
    /// when the refresh token is not accepted any more.
    /// </summary>
    /// <param name="scheme">The scheme, which has the authorization and token endpoints.</param>
    /// <param name="clientId">The client's id.</param>
    /// <param name="redirectUri">The registered URL to which the server sends the browser back.</param>
    /// <param name="authorize">
    /// Opens the authorization URL, and returns the redirect URL with the code in its query; on this machine, <see cref="LoopbackRedirect.ReceiveAsync"/> does. The request's time limits count while it waits: use
    /// <see cref="PrepareAsync"/> before. Its exceptions propagate to the caller unchanged.
    /// </param>
    /// <param name="scopes">The scopes to ask for; null or empty for those that the server grants by default.</param>
    /// <param name="clientSecret">The client's secret; null for a public client, such as an application on the user's machine.</param>
    /// <param name="options">The options; <see cref="OAuth2Options.Default"/> if null.</param>
    /// <exception cref="ArgumentException">A text is empty or has a control character, an endpoint is missing, or uses plain http on another machine.</exception>
    public static Credential AuthorizationCode(
        OAuthScheme scheme, string clientId, Uri redirectUri, Func<Uri, CancellationToken, ValueTask<Uri>> authorize, IEnumerable<string>? scopes = null,
        string? clientSecret = null, OAuth2Options? options = null)
    {
        ArgumentNullException.ThrowIfNull(redirectUri);
        ArgumentNullException.ThrowIfNull(authorize);
        if (!redirectUri.IsAbsoluteUri || redirectUri.Fragment.Length > 0)
            throw new ArgumentException("The redirect URL must be absolute, without a fragment (RFC 6749, section 3.1.2).", nameof(redirectUri));
        var client = new OAuthClient(scheme, clientId, clientSecret, scopes, options, ServerEndpoint.Authorization, ServerEndpoint.Token, ServerEndpoint.Refresh);
        return Of(client, new AuthorizationCodeGrant(client, redirectUri, authorize), client.Options.StoredRefreshToken);
    }

    /// <summary>
    /// Makes a credential of a user who signs in on another device (RFC 8628), then by refresh tokens. The user is asked at the first request, and when the refresh token is not accepted any more.
    /// </summary>
    /// <param name="scheme">The scheme, which has the device authorization and token endpoints.</param>
    /// <param name="clientId">The client's id.</param>
    /// <param name="show">
    /// Shows the user the URL and the code, and returns at once. The request's time limits count while the user signs in: use <see cref="PrepareAsync"/> before. Its exceptions propagate to the caller unchanged.
    /// </param>
    /// <param name="scopes">The scopes to ask for; null or empty for those that the server grants by default.</param>
    /// <param name="clientSecret">The client's secret; null for a public client.</param>
    /// <param name="options">The options; <see cref="OAuth2Options.Default"/> if null.</param>
    /// <exception cref="ArgumentException">A text is empty or has a control character, an endpoint is missing, or uses plain http on another machine.</exception>
    public static Credential DeviceCode(
        OAuthScheme scheme, string clientId, Func<DeviceCodePrompt, CancellationToken, ValueTask> show, IEnumerable<string>? scopes = null,
        string? clientSecret = null, OAuth2Options? options = null)
    {
        ArgumentNullException.ThrowIfNull(show);
        var client = new OAuthClient(scheme, clientId, clientSecret, scopes, options, ServerEndpoint.DeviceAuthorization, ServerEndpoint.Token, ServerEndpoint.Refresh);
        return Of(client, new DeviceCodeGrant(client, show), client.Options.StoredRefreshToken);
    }

    private static Credential Of(OAuthClient client, TokenGrant grant, string? refreshToken) => new(client.Scheme, new TokenSource(grant, client, refreshToken));
}
