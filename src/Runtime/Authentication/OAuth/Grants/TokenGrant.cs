namespace Kiln.Runtime.Authentication;

/// <summary>A way to get tokens from an authorization server (RFC 6749, section 1.3). Thread-safe.</summary>
internal abstract class TokenGrant(OAuthClient client)
{
    /// <summary>Whether a user takes part in it, so that it is not begun unless a request waits for the token.</summary>
    public virtual bool IsInteractive => true;

    /// <summary>Whether refresh tokens are used where the server sends them.</summary>
    public virtual bool UsesRefreshTokens => true;

    protected OAuthClient Client => client;

    /// <summary>Gets a token by the grant itself.</summary>
    /// <exception cref="AuthenticationException">There is none to be had.</exception>
    public abstract Task<IssuedToken> IssueAsync(CancellationToken cancellationToken);

    /// <summary>Gets a token by a refresh token (RFC 6749, section 6).</summary>
    /// <exception cref="AuthenticationException">There is none to be had; with <c>invalid_grant</c> if the refresh token is of no use any more.</exception>
    public Task<IssuedToken> RefreshAsync(string refreshToken, CancellationToken cancellationToken) => client.AskAsync(
        ServerEndpoint.Refresh,
        new FormParameters().Add("grant_type", "refresh_token").AddSecret("refresh_token", refreshToken).Add("scope", ScopeOfRefresh),
        cancellationToken);

    // Without it, the scopes are those that the user has granted.
    private protected virtual string ScopeOfRefresh => "";

    /// <summary>The scopes of a sign-in: with OpenID Connect, one of them must be <c>openid</c> (OpenID Connect Core 1.0, section 3.1.2.1).</summary>
    protected string ScopeOfSignIn =>
        client.Scheme is not OpenIdConnectScheme || client.Scope.Split(' ').Contains("openid") ? client.Scope : $"openid {client.Scope}".TrimEnd();
}
