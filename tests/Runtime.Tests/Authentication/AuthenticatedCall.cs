using Kiln.Runtime.Authentication;
using Kiln.Runtime.Requests;
using Kiln.Runtime.Tests.Support;
using Microsoft.Kiota.Abstractions;
using Sample;

namespace Kiln.Runtime.Tests.Authentication;

/// <summary>Calls of the sample SDK with credentials.</summary>
internal static class AuthenticatedCall
{
    public const string SecretText = "s3cret+/=value";

    public static ApiKeyScheme HeaderKey { get; } = new("headerKey", ApiKeyLocation.Header, "X-Api-Key");

    public static ApiKeyScheme QueryKey { get; } = new("queryKey", ApiKeyLocation.Query, "api key");

    public static ApiKeyScheme CookieKey { get; } = new("cookieKey", ApiKeyLocation.Cookie, "session");

    public static HttpScheme Basic { get; } = new("basic", "basic");

    public static HttpScheme Bearer { get; } = new("bearer", "BEARER");

    public static HttpScheme Vendor { get; } = new("vendor", "bearer", "ApiToken");

    public static OAuth2Scheme OAuth { get; } = new("oauth");

    public static OpenIdConnectScheme OpenId { get; } = new("oidc", new("https://id.example/"));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>A requirement of alternatives without scopes.</summary>
    public static SecurityRequirement AnyOf(params SecurityScheme[][] alternatives) => new([.. alternatives.Select(schemes => new SecurityAlternative(schemes))]);

    /// <summary>A credential with the same secret for any scheme but that of certificates.</summary>
    public static Credential Of(SecurityScheme scheme, string secret = SecretText) => scheme switch
    {
        ApiKeyScheme key => Credential.ApiKey(key, secret),
        HttpScheme { Scheme: "basic" } basic => Credential.Basic(basic, "user", secret),
        HttpScheme http => Credential.Token(http, secret),
        OAuthScheme oauth => Credential.Token(oauth, secret),
        _ => throw new ArgumentException("Not a scheme with a secret in a request.", nameof(scheme)),
    };

    /// <summary>A client of a server, which is the only origin.</summary>
    public static SampleClient Client(this TestServer server, SecurityRequirement? requirement, params Credential[] credentials) =>
        new(new ServiceRequestAdapter(new CredentialAuthenticationProvider(credentials, requirement, [server.Url]), server.Url));

    /// <summary>Calls the server once, and returns what it saw.</summary>
    public static async Task<Received> CallAsync(
        this TestServer server, SecurityRequirement? requirement, Credential[] credentials, Action<RequestConfiguration<EventsQuery>>? configure = null)
    {
        await server.Client(requirement, credentials).Threats["1"].GetAsync(configure, Token);
        return server.Requests.Last();
    }
}
