namespace Kiln.Runtime.Authentication;

/// <summary>OAuth 2.0 with the URLs that the document has for its flows (<c>type: oauth2</c>; RFC 6749).</summary>
public sealed class OAuth2Scheme : OAuthScheme
{
    /// <summary>Initializes a new scheme.</summary>
    /// <param name="name">The name of the scheme in the document.</param>
    /// <param name="tokenUrl">The token endpoint (RFC 6749, section 3.2); null if the document has none.</param>
    /// <param name="authorizationUrl">The authorization endpoint (RFC 6749, section 3.1); null if the document has none.</param>
    /// <param name="deviceAuthorizationUrl">The device authorization endpoint (RFC 8628, section 3.1); null if the document has none.</param>
    /// <param name="refreshUrl">The endpoint for refresh tokens; null for the token endpoint.</param>
    /// <exception cref="ArgumentException">The name is empty, or a URL is not absolute.</exception>
    public OAuth2Scheme(string name, Uri? tokenUrl = null, Uri? authorizationUrl = null, Uri? deviceAuthorizationUrl = null, Uri? refreshUrl = null)
        : base(name)
    {
        TokenUrl = Absolute(tokenUrl, nameof(tokenUrl));
        AuthorizationUrl = Absolute(authorizationUrl, nameof(authorizationUrl));
        DeviceAuthorizationUrl = Absolute(deviceAuthorizationUrl, nameof(deviceAuthorizationUrl));
        RefreshUrl = Absolute(refreshUrl, nameof(refreshUrl));
    }

    /// <summary>Gets the token endpoint; null if the document has none.</summary>
    public Uri? TokenUrl { get; }

    /// <summary>Gets the authorization endpoint; null if the document has none.</summary>
    public Uri? AuthorizationUrl { get; }

    /// <summary>Gets the device authorization endpoint; null if the document has none.</summary>
    public Uri? DeviceAuthorizationUrl { get; }

    /// <summary>Gets the endpoint for refresh tokens; null for the token endpoint.</summary>
    public Uri? RefreshUrl { get; }

    private protected override object Values => (TokenUrl, AuthorizationUrl, DeviceAuthorizationUrl, RefreshUrl);

    private static Uri? Absolute(Uri? url, string parameter) =>
        url is null or { IsAbsoluteUri: true } ? url : throw new ArgumentException("The URL must be absolute.", parameter);
}
