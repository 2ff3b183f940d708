namespace Kiln.Runtime.Authentication;

/// <summary>There is a refresh token and nothing else.</summary>
internal sealed class RefreshTokenGrant(OAuthClient client) : TokenGrant(client)
{
    public override bool IsInteractive => false;

    private protected override string ScopeOfRefresh => Client.Scope;

    public override Task<IssuedToken> IssueAsync(CancellationToken cancellationToken) => throw new AuthenticationException(
        AuthenticationFailure.Refused, $"The authorization server of '{Client.Scheme.Name}' does not accept the refresh token any more.") { ErrorCode = "invalid_grant" };
}
