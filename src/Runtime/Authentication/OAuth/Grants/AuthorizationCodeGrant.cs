using System.Security.Cryptography;
using System.Text;
using Kiln.Runtime.Text;

namespace Kiln.Runtime.Authentication;

/// <summary>A user signs in with a browser (RFC 6749, section 4.1), and only who asked for the code can use it (RFC 7636).</summary>
/// <param name="client">The client.</param>
/// <param name="redirectUri">Where the browser is sent back to.</param>
/// <param name="authorize">Opens the authorization URL, and returns the redirect URL.</param>
internal sealed class AuthorizationCodeGrant(OAuthClient client, Uri redirectUri, Func<Uri, CancellationToken, ValueTask<Uri>> authorize) : TokenGrant(client)
{
    public override async Task<IssuedToken> IssueAsync(CancellationToken cancellationToken)
    {
        var (state, verifier) = (RandomText(), RandomText());
        var parameters = new FormParameters()
            .Add("response_type", "code")
            .Add("client_id", Client.Id)
            .Add("redirect_uri", redirectUri.OriginalString)
            .Add("scope", ScopeOfSignIn)
            .Add("state", state)
            .Add("code_challenge", Base64Url(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))))
            .Add("code_challenge_method", "S256")
            .AddOthers(Client.Options.Parameters);
        var url = parameters.AppendTo(await Client.UrlAsync(ServerEndpoint.Authorization, cancellationToken).ConfigureAwait(false));

        var redirect = await authorize(url, cancellationToken).ConfigureAwait(false);
        var code = CodeIn(redirect, state, await Client.IssuerAsync(cancellationToken).ConfigureAwait(false));
        return await Client.AskAsync(
            ServerEndpoint.Token,
            new FormParameters()
                .Add("grant_type", "authorization_code")
                .AddSecret("code", code)
                .Add("redirect_uri", redirectUri.OriginalString)
                .AddSecret("code_verifier", verifier),
            cancellationToken).ConfigureAwait(false);
    }

    private string CodeIn(Uri? redirect, string state, string? issuer)
    {
        if (redirect is not { IsAbsoluteUri: true })
            throw Failed("the application returned no absolute redirect URL");
        var parameters = ParametersOf(redirect);
        // A response that somebody else has begun would sign the user in to somebody else's account (RFC 6749, section 10.12).
        if (!parameters.TryGetValue("state", out var received)
            || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(received), Encoding.UTF8.GetBytes(state)))
            throw Failed("the redirect URL is not for this request: it has another state, or none");
        if (issuer is not null && parameters.TryGetValue("iss", out var sender) && sender != issuer)
            throw Failed($"the redirect URL comes from another issuer, {MessageText.OneLine(sender)}");
        if (parameters.TryGetValue("error", out var error))
        {
            var description = parameters.TryGetValue("error_description", out var text) ? $" ({MessageText.OneLine(text)})" : "";
            throw Failed($"the authorization server answered {MessageText.OneLine(error)}{description}", MessageText.OneLine(error));
        }
        return parameters.TryGetValue("code", out var code) && code.Length > 0 ? code : throw Failed("the redirect URL has no code");
    }

    private Dictionary<string, string> ParametersOf(Uri redirect)
    {
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in redirect.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var name = pair.Split('=')[0];
            var value = name.Length < pair.Length ? pair[(name.Length + 1)..] : "";
            // Of two codes or states none is better than the other (RFC 6749, section 3.1).
            if (!parameters.TryAdd(Decode(name), Decode(value)))
                throw Failed("the redirect URL has a parameter twice");
        }
        return parameters;
    }

    private AuthenticationException Failed(string problem, string? error = null) =>
        new(AuthenticationFailure.SignInFailed, $"The sign-in for '{Client.Scheme.Name}' failed: {problem}.") { ErrorCode = error };

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    private static string RandomText() => Base64Url(RandomNumberGenerator.GetBytes(32));

    private static string Base64Url(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
