using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Kiln.Runtime.Text;

namespace Kiln.Runtime.Authentication;

/// <summary>A client of an authorization server: who it is, what it asks for, and its requests (RFC 6749, section 3.2). Thread-safe.</summary>
internal sealed class OAuthClient
{
    private readonly string? secret;
    private readonly ServerClient http;
    private readonly AuthorizationServer server;

    /// <param name="scheme">The scheme of the tokens.</param>
    /// <param name="id">The client's id.</param>
    /// <param name="secret">The client's secret; null for a public client.</param>
    /// <param name="scopes">The scopes to ask for; null or empty for those that the server grants by default.</param>
    /// <param name="options">The options; null for the default.</param>
    /// <param name="needed">The endpoints that are going to be used.</param>
    /// <exception cref="ArgumentException">A text cannot be sent, or a known endpoint is missing or not safe.</exception>
    public OAuthClient(OAuthScheme scheme, string id, string? secret, IEnumerable<string>? scopes, OAuth2Options? options, params ServerEndpoint[] needed)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        CheckText(id, "clientId");
        if (secret is not null)
            CheckText(secret, "clientSecret");
        (Scheme, Id, this.secret, Options) = (scheme, id, secret, options ?? OAuth2Options.Default);
        Scope = string.Join(' ', (scopes ?? []).Select(CheckScope));
        http = new(Options);
        server = AuthorizationServer.Of(scheme, Options.TokenUrl, http);
        if (server.Known is not { } known)
            return;
        foreach (var endpoint in needed)
        {
            if (AuthorizationServer.Problem(endpoint.In(known)) is { } problem)
                throw new ArgumentException($"The {endpoint.Name} of '{scheme.Name}' {problem}.", nameof(scheme));
        }
    }

    public OAuthScheme Scheme { get; }

    public string Id { get; }

    public OAuth2Options Options { get; }

    /// <summary>The scopes to ask for, separated by spaces; empty for none.</summary>
    public string Scope { get; }

    /// <summary>Refuses a text that is empty or has a control character.</summary>
    /// <exception cref="ArgumentException">It is or has. The message does not contain it.</exception>
    public static void CheckText(string text, string parameter)
    {
        if (string.IsNullOrEmpty(text) || text.Any(char.IsControl) || Wire.JsonUnicode.HasUnpaired(text))
            throw new ArgumentException($"The {parameter} must not be empty, and must be valid Unicode without control characters.", parameter);
    }

    /// <summary>The name by which the server calls itself (RFC 9207); null if it has not told.</summary>
    public async ValueTask<string?> IssuerAsync(CancellationToken cancellationToken) => (await server.GetAsync(cancellationToken).ConfigureAwait(false)).Issuer;

    /// <summary>The URL of an endpoint.</summary>
    /// <exception cref="AuthenticationException">The server has none, or none over https.</exception>
    public async ValueTask<Uri> UrlAsync(ServerEndpoint endpoint, CancellationToken cancellationToken)
    {
        var url = endpoint.In(await server.GetAsync(cancellationToken).ConfigureAwait(false));
        return AuthorizationServer.Problem(url) is { } problem
            ? throw new AuthenticationException(AuthenticationFailure.InvalidResponse, $"The {endpoint.Name} in the metadata of '{Scheme.Name}' {problem}.")
            : url!;
    }

    /// <summary>Asks for a token.</summary>
    /// <param name="endpoint">The endpoint that issues it.</param>
    /// <param name="parameters">The parameters of the grant.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="AuthenticationException">No token was issued, or none that can be used.</exception>
    public async Task<IssuedToken> AskAsync(ServerEndpoint endpoint, FormParameters parameters, CancellationToken cancellationToken)
    {
        var asked = Options.TimeProvider.GetUtcNow();
        var response = await PostAsync(endpoint, parameters, cancellationToken).ConfigureAwait(false);

        var text = response["access_token"] ?? throw Unusable("a response without an access token");
        if (SecretCheck.Problem(Scheme, text) is { } problem)
            throw Unusable($"a token that cannot be sent: it {problem}");
        // A client must not use a token whose type it does not know (RFC 6749, section 7.1). Servers that do not say it mean this one.
        if (response["token_type"] is { } type && !string.Equals(type, "Bearer", StringComparison.OrdinalIgnoreCase))
            throw Unusable($"a token of the type {MessageText.OneLine(type)}; only bearer tokens are supported");
        var token = new IssuedToken(text, response["refresh_token"], asked, LifeOf(response), Options.RenewBefore);
        return token.Expires > Options.TimeProvider.GetUtcNow() ? token : throw Unusable("a token that has expired already");
    }

    /// <summary>Sends a form, with what proves who the client is.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="parameters">The parameters.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="AuthenticationException">There was no response, or it is an error.</exception>
    public async Task<ServerResponse> PostAsync(ServerEndpoint endpoint, FormParameters parameters, CancellationToken cancellationToken)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, await UrlAsync(endpoint, cancellationToken).ConfigureAwait(false));
        var form = parameters.Copy();
        if (secret is null)
            form.Add("client_id", Id);
        else if (Options.ClientAuthentication == ClientAuthentication.Body)
            form.Add("client_id", Id).AddSecret("client_secret", secret);
        else
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Base64(Id, secret));
        List<string> secrets = secret is null ? [.. form.Secrets] : [.. form.Secrets, secret, Base64(Id, secret)];
        request.Content = new FormUrlEncodedContent(form.AddOthers(Options.Parameters).Pairs);
        return await http.SendAsync(request, endpoint.Name, secrets, cancellationToken).ConfigureAwait(false);
    }

    // Each is encoded as in a form, so that a colon in the id does not end it (RFC 6749, section 2.3.1).
    private static string Base64(string id, string secret) => Convert.ToBase64String(Encoding.ASCII.GetBytes($"{FormParameters.Encode(id)}:{FormParameters.Encode(secret)}"));

    private TimeSpan? LifeOf(ServerResponse response)
    {
        if (response["expires_in"] is not { } text)
            return null;
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) || double.IsNaN(seconds))
            throw Unusable("a token whose expires_in is not a number");
        if (seconds <= 0)
            throw Unusable("a token that expires at once");
        return seconds < TimeSpan.MaxValue.TotalSeconds ? TimeSpan.FromSeconds(seconds) : TimeSpan.MaxValue;
    }

    private AuthenticationException Unusable(string problem) => new(AuthenticationFailure.InvalidResponse, $"The authorization server of '{Scheme.Name}' sent {problem}.");

    private static string CheckScope(string scope)
    {
        if (string.IsNullOrEmpty(scope) || scope.Any(static c => c is <= ' ' or > '~' or '"' or '\\'))
            throw new ArgumentException("A scope must not be empty, and must be printable ASCII without spaces, quotes and backslashes (RFC 6749, section 3.3).", nameof(scope));
        return scope;
    }
}
