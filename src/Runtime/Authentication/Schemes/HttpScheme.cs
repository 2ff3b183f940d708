namespace Kiln.Runtime.Authentication;

/// <summary>
/// A scheme of HTTP authentication in the <c>Authorization</c> header (<c>type: http</c>; RFC 9110, section 11): basic (RFC 7617), bearer (RFC 6750) or another.
/// </summary>
public sealed class HttpScheme : SecurityScheme
{
    /// <summary>Initializes a new scheme.</summary>
    /// <param name="name">The name of the scheme in the document.</param>
    /// <param name="scheme">The name of the HTTP authentication scheme, whose case does not matter: <c>basic</c>, <c>bearer</c>.</param>
    /// <param name="tokenPrefix">
    /// The text before the token in place of the scheme's name, as <c>x-kiln-token-prefix</c> says: <c>ApiToken</c>. Empty for a header that has the token alone;
    /// null for the name of the scheme.
    /// </param>
    /// <exception cref="ArgumentException">The name or the scheme is empty.</exception>
    public HttpScheme(string name, string scheme, string? tokenPrefix = null)
        : base(name)
    {
        ArgumentException.ThrowIfNullOrEmpty(scheme);
        (Scheme, TokenPrefix) = (scheme, tokenPrefix);
    }

    /// <summary>Gets the name of the HTTP authentication scheme.</summary>
    public string Scheme { get; }

    /// <summary>Gets the text before the token in place of the scheme's name; null for the name of the scheme.</summary>
    public string? TokenPrefix { get; }

    /// <summary>Whether the credentials are a user name and a password.</summary>
    internal bool IsBasic => Is("basic");

    private protected override object Values => (Scheme.ToUpperInvariant(), TokenPrefix);

    internal override SecretPlace Place => SecretPlace.Authorization;

    internal override string Write(string secret) => Prefix is "" ? secret : $"{Prefix} {secret}";

    // The case does not matter by the standard, but does to services that compare the header as text.
    private string Prefix => TokenPrefix ?? (IsBasic ? "Basic" : Is("bearer") ? "Bearer" : Scheme);

    private bool Is(string scheme) => string.Equals(Scheme, scheme, StringComparison.OrdinalIgnoreCase);
}
