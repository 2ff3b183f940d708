namespace Kiln.Runtime.Authentication;

/// <summary>A scheme whose access tokens come from an authorization server (RFC 6749) and are sent as bearer tokens (RFC 6750): OAuth 2.0 or OpenID Connect.</summary>
public abstract class OAuthScheme : SecurityScheme
{
    private protected OAuthScheme(string name)
        : base(name)
    {
    }

    internal override SecretPlace Place => SecretPlace.Authorization;

    internal override string Write(string secret) => "Bearer " + secret;
}
