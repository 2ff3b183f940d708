namespace Kiln.Runtime.Authentication;

/// <summary>OpenID Connect, whose provider says itself which endpoints it has (<c>type: openIdConnect</c>; OpenID Connect Discovery 1.0, section 4).</summary>
public sealed class OpenIdConnectScheme : OAuthScheme
{
    /// <summary>Initializes a new scheme.</summary>
    /// <param name="name">The name of the scheme in the document.</param>
    /// <param name="discoveryUrl">
    /// The URL of the provider's metadata: <c>https://id.example/.well-known/openid-configuration</c>. To a URL without <c>/.well-known/</c>, which is the issuer's, that path is added.
    /// </param>
    /// <exception cref="ArgumentException">The name is empty, or the URL is not absolute.</exception>
    public OpenIdConnectScheme(string name, Uri discoveryUrl)
        : base(name)
    {
        ArgumentNullException.ThrowIfNull(discoveryUrl);
        DiscoveryUrl = discoveryUrl.IsAbsoluteUri ? discoveryUrl : throw new ArgumentException("The URL must be absolute.", nameof(discoveryUrl));
    }

    /// <summary>Gets the URL of the provider's metadata, or of the issuer.</summary>
    public Uri DiscoveryUrl { get; }

    private protected override object Values => DiscoveryUrl;
}
