using System.Diagnostics;
using System.Security.Cryptography.X509Certificates;
using Kiln.Runtime.Http;

namespace Kiln.Runtime.Authentication;

/// <summary>
/// A secret with the scheme that says how it is sent. It is sent to the origins of its client only, or to those of <see cref="For"/>, over https or to this machine; no message,
/// log, <see cref="ToString"/> or debugger display has it.
/// </summary>
/// <remarks>
/// Immutable and thread-safe. Credentials with tokens of an authorization server keep the token in memory and renew it before it expires: make one, and use it for all requests and clients.
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed partial class Credential
{
    private readonly Uri[]? origins;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly SecretSource? source;

    private Credential(SecurityScheme scheme, SecretSource? source, X509Certificate2? certificate = null, Uri[]? origins = null) =>
        (Scheme, this.source, ClientCertificate, this.origins) = (scheme, source, certificate, origins);

    /// <summary>Gets the scheme.</summary>
    public SecurityScheme Scheme { get; }

    /// <summary>Gets the origins that may get the secret; null if they are those of the client.</summary>
    public IReadOnlyList<Uri>? Origins => origins;

    /// <summary>The certificate of mutual TLS; null for other schemes, and if the caller's own handler presents it.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal X509Certificate2? ClientCertificate { get; }

    /// <summary>Whether the secret is in a request, and not in its connection.</summary>
    internal bool IsInRequest => source is not null;

    /// <summary>Makes a credential of an API key.</summary>
    /// <param name="scheme">The scheme.</param>
    /// <param name="key">The key.</param>
    /// <exception cref="ArgumentException">The key is empty, or has characters that its part of a request cannot carry. The message does not contain the key.</exception>
    public static Credential ApiKey(ApiKeyScheme scheme, string key)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        return new(scheme, new FixedSecret(SecretCheck.Check(scheme, key, nameof(key))));
    }

    /// <summary>Makes a credential of an API key that is asked for with each request, which the callback may cache.</summary>
    /// <param name="scheme">The scheme.</param>
    /// <param name="key">Returns the key. Its exceptions propagate to the caller of the request unchanged.</param>
    public static Credential ApiKey(ApiKeyScheme scheme, Func<CancellationToken, ValueTask<string>> key)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        ArgumentNullException.ThrowIfNull(key);
        return new(scheme, new CallbackSecret(scheme, key));
    }

    /// <summary>Makes a credential of a user name and a password, which are sent in UTF-8 (RFC 7617).</summary>
    /// <param name="scheme">The scheme, which must be <c>basic</c>.</param>
    /// <param name="userName">The user name, which may be empty.</param>
    /// <param name="password">The password, which may be empty.</param>
    /// <exception cref="ArgumentException">The scheme is another, the user name has a colon, or one of the two has a control character or an unpaired surrogate. The message contains neither.</exception>
    public static Credential Basic(HttpScheme scheme, string userName, string password)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        ArgumentNullException.ThrowIfNull(userName);
        ArgumentNullException.ThrowIfNull(password);
        if (!scheme.IsBasic)
            throw new ArgumentException($"The scheme '{scheme.Name}' takes a token, and no user name and password.", nameof(scheme));
        return new(scheme, new FixedSecret(BasicSecret.Encode(userName, password), password));
    }

    /// <summary>Makes a credential of a token that does not change.</summary>
    /// <param name="scheme">The scheme.</param>
    /// <param name="token">The token, without the name or prefix of the scheme.</param>
    /// <exception cref="ArgumentException">The token is empty, or is not printable ASCII. The message does not contain the token.</exception>
    public static Credential Token(HttpScheme scheme, string token) => TokenOf(scheme, token);

    /// <inheritdoc cref="Token(HttpScheme, string)"/>
    public static Credential Token(OAuthScheme scheme, string token) => TokenOf(scheme, token);

    /// <summary>Makes a credential of a token that is asked for with each request, which the callback may cache.</summary>
    /// <param name="scheme">The scheme.</param>
    /// <param name="token">Returns the token, without the name or prefix of the scheme. Its exceptions propagate to the caller of the request unchanged.</param>
    public static Credential Token(HttpScheme scheme, Func<CancellationToken, ValueTask<string>> token) => TokenOf(scheme, token);

    /// <inheritdoc cref="Token(HttpScheme, Func{CancellationToken, ValueTask{string}})"/>
    public static Credential Token(OAuthScheme scheme, Func<CancellationToken, ValueTask<string>> token) => TokenOf(scheme, token);

    /// <summary>Makes a credential of a certificate that is presented in the connections to the service (mutual TLS).</summary>
    /// <param name="scheme">The scheme.</param>
    /// <param name="certificate">The certificate with its private key, which the caller disposes after the client.</param>
    /// <remarks>
    /// The adapter's own client presents it. With an <see cref="HttpClient"/> of the caller's, its handler has to (<c>SocketsHttpHandler.SslOptions</c>): use the overload without a certificate.
    /// </remarks>
    /// <exception cref="ArgumentException">The certificate has no private key.</exception>
    public static Credential Certificate(MutualTlsScheme scheme, X509Certificate2 certificate)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        ArgumentNullException.ThrowIfNull(certificate);
        if (!certificate.HasPrivateKey)
            throw new ArgumentException("A certificate without its private key cannot be presented.", nameof(certificate));
        return new(scheme, null, certificate);
    }

    /// <summary>Makes a credential that says that the handler of the caller's own <see cref="HttpClient"/> presents a certificate.</summary>
    /// <param name="scheme">The scheme.</param>
    public static Credential Certificate(MutualTlsScheme scheme)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        return new(scheme, null);
    }

    /// <summary>Returns the same credential for other origins: exactly these get the secret, in place of those of the client.</summary>
    /// <param name="origins">URLs whose scheme, host and port may get the secret. Each must use https, or be on this machine.</param>
    /// <exception cref="ArgumentException">There is no URL, or one is not absolute or uses plain http on another machine.</exception>
    public Credential For(params Uri[] origins)
    {
        ArgumentNullException.ThrowIfNull(origins);
        if (origins.Length == 0)
            throw new ArgumentException("There must be an origin.", nameof(origins));
        foreach (var origin in origins)
        {
            if (origin is not { IsAbsoluteUri: true } || !Origin.IsPrivate(origin))
                throw new ArgumentException($"{(origin is { IsAbsoluteUri: true } ? Origin.Describe(origin) : "An origin")} must be an absolute URL of https, or of http on this machine.", nameof(origins));
        }
        return new(Scheme, source, ClientCertificate, [.. origins]);
    }

    /// <summary>Gets a token now, so that a user signs in before the first request, or an error is known early. Without effect if there is one, and for secrets that do not expire.</summary>
    /// <param name="cancellationToken">A token to cancel the sign-in.</param>
    /// <exception cref="AuthenticationException">There is no token to be had.</exception>
    public async Task PrepareAsync(CancellationToken cancellationToken = default)
    {
        if (source is not null)
            await source.GetAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Returns the name of the scheme and no secret.</summary>
    public override string ToString() => $"Credential for '{Scheme.Name}'";

    /// <summary>The secret for a request that is sent now.</summary>
    internal ValueTask<Secret> GetAsync(CancellationToken cancellationToken) => source!.GetAsync(cancellationToken);

    private static Credential TokenOf(SecurityScheme scheme, string token)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        return new(scheme, new FixedSecret(SecretCheck.Check(scheme, token, nameof(token))));
    }

    private static Credential TokenOf(SecurityScheme scheme, Func<CancellationToken, ValueTask<string>> token)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        ArgumentNullException.ThrowIfNull(token);
        return new(scheme, new CallbackSecret(scheme, token));
    }
}
