using Kiln.Runtime.Authentication;
using Kiln.Runtime.Requests;
using Kiln.Runtime.Responses;
using Kiln.Runtime.Tests.Support;
using Microsoft.Kiota.Abstractions;
using Sample;
using static Kiln.Runtime.Tests.Authentication.AuthenticatedCall;

namespace Kiln.Runtime.Tests.Authentication.Schemes;

/// <summary>Who gets a secret: the origins of the client or of the credential, and nobody by a redirect.</summary>
public sealed class OriginTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Schemes => ["headerKey", "userAgentKey", "prefixedKey", "queryKey", "cookieKey", "basic", "bearer", "vendor", "oauth", "oidc"];

    [Theory]
    [MemberData(nameof(Schemes))]
    public async Task A_redirect_to_another_origin_carries_no_secret(string name)
    {
        var scheme = SchemeOf(name);
        await using var other = await TestServer.JsonAsync(Json.Page(null));
        await using var server = await TestServer.StartAsync(context =>
        {
            // A service may send the query along.
            context.Response.StatusCode = 307;
            context.Response.Headers.Location = new Uri(other.Url, "/taken" + context.Request.QueryString).AbsoluteUri;
            return Task.CompletedTask;
        });

        await server.CallAsync(AnyOf([scheme]), [Of(scheme)], r => r.Headers.Add("Cookie", "mine=1"));

        Assert.True(HasSecret(server.Requests.Single()));
        Assert.False(HasSecret(other.Requests.Single()));
    }

    [Theory]
    [MemberData(nameof(Schemes))]
    public async Task A_url_of_another_origin_is_refused_before_anything_is_sent(string name)
    {
        var scheme = SchemeOf(name);
        await using var other = await TestServer.JsonAsync(Json.Page(null));
        await using var server = await TestServer.JsonAsync(Json.Page(null));
        var events = server.Client(AnyOf([scheme]), Of(scheme)).Threats["1"].WithUrl(other.Url.AbsoluteUri);

        var e = await Assert.ThrowsAsync<AuthenticationException>(() => events.GetAsync(cancellationToken: Token));

        Assert.Equal(AuthenticationFailure.OriginNotAllowed, e.Reason);
        Assert.Equal($"The credential for '{scheme.Name}' is for http://{server.Url.Authority} and is not sent to http://{other.Url.Authority}.", e.Message);
        Assert.Empty(other.Requests);
    }

    [Theory]
    [InlineData("https://h.example", "https://h.example:443/x", true)]
    [InlineData("https://h.example/base/path", "https://H.EXAMPLE/x", true)]
    [InlineData("https://b\u00fccher.example", "https://xn--bcher-kva.example/x", true)]
    [InlineData("https://h.example", "https://h.example:444/x", false)]
    [InlineData("https://h.example", "http://h.example/x", false)]
    [InlineData("http://h.example", "http://h.example/x", false)]
    [InlineData("https://h.example", "https://h.example.evil.example/x", false)]
    [InlineData("https://h.example", "https://h.example@evil.example/x", false)]
    [InlineData("http://localhost:1", "http://localhost:1/x", true)]
    [InlineData("http://127.0.0.1:1", "http://127.0.0.1:1/x", true)]
    [InlineData("http://[::1]:1", "http://[::1]:1/x", true)]
    [InlineData("http://127.0.0.1:1", "http://127.0.0.1:2/x", false)]
    [InlineData("http://10.0.0.1", "http://10.0.0.1/x", false)]
    public async Task Only_an_origin_of_the_client_gets_a_secret(string origin, string target, bool gets)
    {
        foreach (var requirement in new[] { AnyOf([HeaderKey]), null })
        {
            var provider = new CredentialAuthenticationProvider([Of(HeaderKey)], requirement, [new("https://first.example"), new(origin)]);
            var request = new RequestInformation { URI = new(target) };

            if (gets)
                await provider.AuthenticateRequestAsync(request, cancellationToken: Token);
            else
                Assert.Equal(AuthenticationFailure.OriginNotAllowed, (await Assert.ThrowsAsync<AuthenticationException>(() => provider.AuthenticateRequestAsync(request, cancellationToken: Token))).Reason);

            Assert.Equal(gets, request.Headers.ContainsKey("X-Api-Key"));
        }
    }

    [Fact]
    public async Task A_credential_can_be_for_other_origins_than_those_of_the_client()
    {
        await using var server = await TestServer.JsonAsync(Json.Page(null));
        await using var partner = await TestServer.JsonAsync(Json.Page(null));
        var client = server.Client(AnyOf([HeaderKey]), Of(HeaderKey, "own-key"), Of(HeaderKey, "partner-key").For(partner.Url));

        await client.Threats["1"].GetAsync(cancellationToken: Token);
        await client.Threats["1"].WithUrl(partner.Url.AbsoluteUri).GetAsync(cancellationToken: Token);

        Assert.Equal("own-key", server.Requests.Single().Headers["X-Api-Key"]);
        Assert.Equal("partner-key", partner.Requests.Single().Headers["X-Api-Key"]);
    }

    [Fact]
    public async Task Authentication_that_is_optional_is_left_out_elsewhere()
    {
        await using var server = await TestServer.JsonAsync(Json.Page(null));
        await using var other = await TestServer.JsonAsync(Json.Page(null));

        await server.Client(AnyOf([HeaderKey], []), Of(HeaderKey)).Threats["1"].WithUrl(other.Url.AbsoluteUri).GetAsync(cancellationToken: Token);

        Assert.False(HasSecret(other.Requests.Single()));
    }

    [Theory]
    [InlineData("http://h.example")]
    [InlineData("ftp://h.example")]
    [InlineData("/path")]
    [InlineData("")]
    public void An_origin_that_others_can_listen_to_is_refused(string origin)
    {
        Uri[] origins = origin.Length == 0 ? [] : [new(origin, UriKind.RelativeOrAbsolute)];

        Assert.Equal("origins", Assert.Throws<ArgumentException>(() => Of(HeaderKey).For(origins)).ParamName);
    }

    [Theory]
    [MemberData(nameof(Schemes))]
    public async Task A_request_that_is_sent_twice_gets_the_secret_once(string name)
    {
        var scheme = SchemeOf(name);
        await using var server = await TestServer.JsonAsync(Json.Page(null));
        var number = 0;
        var credential = scheme switch
        {
            ApiKeyScheme key => Credential.ApiKey(key, _ => new($"key{++number}")),
            HttpScheme { Scheme: not "basic" } http => Credential.Token(http, _ => new($"key{++number}")),
            OAuthScheme oauth => Credential.Token(oauth, _ => new($"key{++number}")),
            _ => Of(scheme),
        };
        var request = new EventsRequestBuilder(new ServiceRequestAdapter(new CredentialAuthenticationProvider([], null, []), server.Url), "1")
            .ToGetRequestInformation(r => r.Headers.Add("Cookie", "mine=1"));
        using var adapter = new ServiceRequestAdapter(new CredentialAuthenticationProvider([credential], AnyOf([scheme]), [server.Url]), server.Url);

        for (var i = 0; i < 3; i++)
            await adapter.SendAsync(request, BodyType.String, new(), Token);

        var texts = server.Requests.Select(r => $"{r.Query} {string.Join(' ', r.Headers.OrderBy(h => h.Key).Select(h => $"{h.Key}={h.Value}"))}").ToList();
        Assert.Equal(texts[0].Replace("key1", "key3"), texts[2]);
        Assert.Contains("mine=1", texts[2]);
    }

    private static SecurityScheme SchemeOf(string name) => new SecurityScheme[]
    {
        HeaderKey, new ApiKeyScheme("userAgentKey", ApiKeyLocation.Header, "Prefer"), new ApiKeyScheme("prefixedKey", ApiKeyLocation.Header, "Authorization", "Token"), QueryKey, CookieKey, Basic,
        Bearer, Vendor, OAuth, OpenId,
    }.Single(s => s.Name == name);

    private static bool HasSecret(Received received) =>
        (Uri.UnescapeDataString(received.Target) + string.Join(' ', received.Headers.Values)) is var all && (all.Contains(SecretText) || all.Contains("Basic "));
}
