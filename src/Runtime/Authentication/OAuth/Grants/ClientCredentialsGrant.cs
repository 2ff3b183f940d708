namespace Kiln.Runtime.Authentication;

/// <summary>The client acts for itself (RFC 6749, section 4.4).</summary>
internal sealed class ClientCredentialsGrant(OAuthClient client) : TokenGrant(client)
{
    public override bool IsInteractive => false;

    // The secret is at hand (RFC 6749, section 4.4.3).
    public override bool UsesRefreshTokens => false;

    public override Task<IssuedToken> IssueAsync(CancellationToken cancellationToken) => Client.AskAsync(
        ServerEndpoint.Token, new FormParameters().Add("grant_type", "client_credentials").Add("scope", Client.Scope), cancellationToken);
}
