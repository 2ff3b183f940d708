using System.Text;
using Kiln.Runtime.Authentication;
using Kiln.Runtime.Responses;
using Kiln.Runtime.Tests.Support;
using Microsoft.Kiota.Abstractions;
using static Kiln.Runtime.Tests.Authentication.AuthenticatedCall;

namespace Kiln.Runtime.Tests.Authentication.Schemes;

/// <summary>What a service sees of each kind of credential.</summary>
public sealed class SecretPlaceTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_api_key_in_a_header()
    {
        await using var server = await TestServer.JsonAsync(Json.Page(null));

        var received = await server.CallAsync(AnyOf([HeaderKey]), [Of(HeaderKey)]);

        Assert.Equal(SecretText, received.Headers["X-Api-Key"]);
    }

    [Fact]
    public async Task An_api_key_in_a_header_with_a_prefix()
    {
        await using var server = await TestServer.JsonAsync(Json.Page(null));
        var scheme = new ApiKeyScheme("key", ApiKeyLocation.Header, "Authorization", "Token");

        var received = await server.CallAsync(AnyOf([scheme]), [Credential.ApiKey(scheme, SecretText)]);

        Assert.Equal("Token " + SecretText, received.Headers["Authorization"]);
    }

    [Theory]
    [InlineData(false, "api%20key=s3cret%2B%2F%3Dvalue")]
    [InlineData(true, "limit=5&api%20key=s3cret%2B%2F%3Dvalue")]
    public async Task An_api_key_in_the_query(bool hasOthers, string query)
    {
        await using var server = await TestServer.JsonAsync(Json.Page(null));

        var received = await server.CallAsync(AnyOf([QueryKey]), [Of(QueryKey)], r => r.QueryParameters.Limit = hasOthers ? 5 : null);

        Assert.Equal(query, received.Query);
    }

    [Theory]
    [InlineData("https://h.example/x", "https://h.example/x?api%20key=k")]
    [InlineData("https://h.example/x?", "https://h.example/x?api%20key=k")]
    [InlineData("https://h.example/x?a=1&", "https://h.example/x?a=1&api%20key=k")]
    [InlineData("https://h.example/x?a=%2F#part", "https://h.example/x?a=%2F&api%20key=k")]
    public async Task A_query_of_any_form_gets_the_key(string url, string with)
    {
        var request = new RequestInformation { URI = new(url) };

        await new CredentialAuthenticationProvider([Of(QueryKey, "k")], AnyOf([QueryKey]), [new("https://h.example")]).AuthenticateRequestAsync(request, cancellationToken: Token);

        Assert.Equal(with, request.URI.AbsoluteUri);
    }

    [Theory]
    [InlineData(null, "session=" + SecretText)]
    [InlineData("a=1; b=2", "a=1; b=2; session=" + SecretText)]
    [InlineData("xsession=1", "xsession=1; session=" + SecretText)]
    public async Task An_api_key_in_a_cookie(string? others, string cookies)
    {
        await using var server = await TestServer.JsonAsync(Json.Page(null));

        var received = await server.CallAsync(AnyOf([CookieKey]), [Of(CookieKey)], r =>
        {
            if (others is not null)
                r.Headers.Add("Cookie", others);
        });

        Assert.Equal(cookies, received.Headers["Cookie"]);
    }

    [Fact]
    public async Task Two_cookies_are_one_header()
    {
        await using var server = await TestServer.JsonAsync(Json.Page(null));
        var other = new ApiKeyScheme("other", ApiKeyLocation.Cookie, "tenant");

        var received = await server.CallAsync(AnyOf([CookieKey, other]), [Of(other, "t"), Of(CookieKey, "k")]);

        Assert.Equal("session=k; tenant=t", received.Headers["Cookie"]);
    }

    [Theory]
    [InlineData("Aladdin", "open sesame", "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==")] // RFC 7617, section 2
    [InlineData("test", "123£", "Basic dGVzdDoxMjPCow==")] // RFC 7617, section 2.1
    [InlineData("", "", "Basic Og==")]
    [InlineData("u", "p:q", "Basic dTpwOnE=")]
    public async Task A_user_name_and_a_password(string user, string password, string header)
    {
        await using var server = await TestServer.JsonAsync(Json.Page(null));

        var received = await server.CallAsync(AnyOf([Basic]), [Credential.Basic(Basic, user, password)]);

        Assert.Equal(header, received.Headers["Authorization"]);
    }

    [Theory]
    [InlineData("bearer", null, "Bearer " + SecretText)]
    [InlineData("BEARER", null, "Bearer " + SecretText)]
    [InlineData("bearer", "ApiToken", "ApiToken " + SecretText)]
    [InlineData("bearer", "", SecretText)]
    [InlineData("Negotiate", null, "Negotiate " + SecretText)]
    public async Task A_token(string scheme, string? prefix, string header)
    {
        await using var server = await TestServer.JsonAsync(Json.Page(null));
        var http = new HttpScheme("token", scheme, prefix);

        var received = await server.CallAsync(AnyOf([http]), [Credential.Token(http, SecretText)]);

        Assert.Equal(header, received.Headers["Authorization"]);
    }

    [Fact]
    public async Task A_token_of_oauth_that_the_application_has()
    {
        await using var server = await TestServer.JsonAsync(Json.Page(null));

        foreach (OAuthScheme scheme in new OAuthScheme[] { OAuth, OpenId })
            Assert.Equal("Bearer " + SecretText, (await server.CallAsync(AnyOf([scheme]), [Credential.Token(scheme, SecretText)])).Headers["Authorization"]);
    }

    [Fact]
    public async Task A_callback_is_asked_for_each_request()
    {
        await using var server = await TestServer.JsonAsync(Json.Page(null));
        var number = 0;
        var client = server.Client(AnyOf([Bearer, HeaderKey]), Credential.Token(Bearer, _ => new($"t{++number}")), Credential.ApiKey(HeaderKey, async _ =>
        {
            await Task.Yield();
            return $"k{number}";
        }));

        await client.Threats["1"].GetAsync(cancellationToken: Token);
        await client.Threats["1"].GetAsync(cancellationToken: Token);

        Assert.Equal(["Bearer t1 k1", "Bearer t2 k2"], server.Requests.Select(r => $"{r.Headers["Authorization"]} {r.Headers["X-Api-Key"]}"));
    }

    [Fact]
    public async Task A_callbacks_exception_reaches_the_caller_and_nothing_is_sent()
    {
        await using var server = await TestServer.JsonAsync(Json.Page(null));

        await Assert.ThrowsAsync<TimeZoneNotFoundException>(() => server.CallAsync(AnyOf([Bearer]), [Credential.Token(Bearer, _ => throw new TimeZoneNotFoundException())]));

        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("")]
    [InlineData("s3cret\r\nX: y")]
    [InlineData("s3cret\u00e9")]
    [InlineData(null)]
    public async Task A_callbacks_secret_that_cannot_be_sent_is_an_error_without_it(string? secret)
    {
        await using var server = await TestServer.JsonAsync(Json.Page(null));

        var e = await Assert.ThrowsAsync<AuthenticationException>(() => server.CallAsync(AnyOf([Bearer]), [Credential.Token(Bearer, _ => new(secret!))]));

        Assert.Equal(AuthenticationFailure.InvalidSecret, e.Reason);
        Assert.DoesNotContain("s3cret", e.ToString());
        Assert.Empty(server.Requests);
    }

    [Fact]
    public void Secrets_that_cannot_be_sent_are_refused_where_they_are_given()
    {
        Action[] bad =
        [
            () => Credential.ApiKey(HeaderKey, "s3cret\r\nX: y"),
            () => Credential.ApiKey(HeaderKey, " "),
            () => Credential.ApiKey(HeaderKey, (string)null!),
            () => Credential.ApiKey(QueryKey, "s3cret\ud800"),
            () => Credential.ApiKey(CookieKey, "s3cret; admin=1"),
            () => Credential.ApiKey(CookieKey, "s3cret value"),
            () => Credential.Basic(Basic, "s3:cret", "p"),
            () => Credential.Basic(Basic, "u", "s3cret\n"),
            () => Credential.Basic(Basic, "u", "s3cret\udc00"),
            () => Credential.Token(Bearer, "s3cret\0"),
            () => Credential.Token(OAuth, "s3cr\u00e9t"),
        ];

        Assert.All(bad, make => Assert.DoesNotContain("s3cret", Assert.ThrowsAny<ArgumentException>(make).ToString()));
    }

    [Fact]
    public void A_scheme_of_a_token_takes_no_password() =>
        Assert.Equal("scheme", Assert.Throws<ArgumentException>(() => Credential.Basic(Bearer, "u", "p")).ParamName);

    [Theory]
    [InlineData("headerKey")]
    [InlineData("queryKey")]
    [InlineData("cookieKey")]
    [InlineData("basic")]
    [InlineData("bearer")]
    [InlineData("vendor")]
    [InlineData("oauth")]
    [InlineData("oidc")]
    public async Task No_text_about_a_failed_call_has_the_secret(string name)
    {
        var scheme = new SecurityScheme[] { HeaderKey, QueryKey, CookieKey, Basic, Bearer, Vendor, OAuth, OpenId }.Single(s => s.Name == name);
        // The service repeats everything that it was sent, and the password beside.
        await using var server = await TestServer.StartAsync(async context =>
        {
            context.Response.StatusCode = 418;
            var all = string.Join('\n', context.Request.Headers.Select(h => h.Value)) + context.Request.QueryString + SecretText;
            await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(all), context.RequestAborted);
        });
        var credential = Of(scheme);
        var provider = new CredentialAuthenticationProvider([credential], AnyOf([scheme]), [server.Url]);

        var e = await Assert.ThrowsAnyAsync<ServiceException>(() => server.CallAsync(AnyOf([scheme]), [credential]));

        var shown = $"{e} {e.BodyText} {e.RequestUri} {credential} {provider} {scheme}";
        foreach (var secret in new[] { SecretText, Uri.EscapeDataString(SecretText), Convert.ToBase64String(Encoding.UTF8.GetBytes($"user:{SecretText}")) })
            Assert.DoesNotContain(secret, shown);
        Assert.Contains(SecretText, Uri.UnescapeDataString(server.Requests.Single().ToString()) + Everything(server.Requests.Single()));
    }

    private static string Everything(Received received)
    {
        var headers = string.Join(' ', received.Headers.Values);
        return headers.Contains("Basic ") ? Encoding.UTF8.GetString(Convert.FromBase64String(received.Headers["Authorization"][6..])) : headers;
    }
}
