namespace Kiln.Runtime.Authentication;

/// <summary>A certificate of the client in the TLS connection (<c>type: mutualTLS</c>; RFC 8446, section 4.4.2).</summary>
/// <param name="name">The name of the scheme in the document.</param>
/// <exception cref="ArgumentException">The name is empty.</exception>
public sealed class MutualTlsScheme(string name) : SecurityScheme(name)
{
    private protected override object? Values => null;

    internal override SecretPlace? Place => null;
}
