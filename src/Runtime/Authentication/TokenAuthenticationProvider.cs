using Kiln.Runtime.Http;
using Kiln.Runtime.Requests;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;

namespace Kiln.Runtime.Authentication;

/// <summary>
/// Sends a fixed token to one origin: <c>Authorization: &lt;scheme&gt; &lt;token&gt;</c> (RFC 9110, section 11.6.2). No message and no
/// <see cref="object.ToString"/> contains the token. Thread-safe.
/// </summary>
public sealed class TokenAuthenticationProvider : IAuthenticationProvider
{
    private const string Header = "Authorization";

    private readonly Uri origin;
    private readonly string credentials;

    /// <summary>Initializes a new provider.</summary>
    /// <param name="scheme">The authentication scheme: <c>Bearer</c>, <c>ApiToken</c>.</param>
    /// <param name="token">The token.</param>
    /// <param name="baseUrl">The URL of the service, whose scheme, host and port may receive the token. It must use https, or be on this machine.</param>
    /// <exception cref="ArgumentException">
    /// The token or scheme is empty or has characters that are not allowed in a header, or the URL uses http on another machine. The message does not contain
    /// the token.
    /// </exception>
    public TokenAuthenticationProvider(string scheme, string token, Uri baseUrl)
    {
        Check(scheme, nameof(scheme));
        Check(token, nameof(token));
        BaseUrl.Check(baseUrl);
        if (baseUrl.Scheme != Uri.UriSchemeHttps && !baseUrl.IsLoopback)
            throw new ArgumentException($"The token is not sent to {baseUrl.Authority} over plain http, where others could read it.", nameof(baseUrl));
        origin = baseUrl;
        credentials = $"{scheme} {token}";
    }

    /// <summary>Adds the header, unless the caller has set one or the request has an <see cref="AnonymousRequestOption"/>.</summary>
    /// <exception cref="InvalidOperationException">The request is for another scheme, host or port. It is not sent.</exception>
    public Task AuthenticateRequestAsync(
        RequestInformation request, Dictionary<string, object>? additionalAuthenticationContext = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        if (request.GetRequestOption<AnonymousRequestOption>() is not null)
            return Task.CompletedTask;
        var target = request.URI;
        if (Uri.Compare(target, origin, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) != 0)
        {
            throw new InvalidOperationException(
                $"The token is for {origin.GetLeftPart(UriPartial.Authority)} and is not sent to {target.Scheme}://{target.Authority}.");
        }

        request.Headers.TryAdd(Header, credentials);
        return Task.CompletedTask;
    }

    private static void Check(string text, string name)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Any(c => c is < ' ' or > '~'))
            throw new ArgumentException($"The {name} must not be empty, and must be printable ASCII without line breaks.", name);
    }
}
