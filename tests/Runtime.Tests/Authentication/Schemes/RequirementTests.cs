using Kiln.Runtime.Authentication;
using Kiln.Runtime.Http;
using Kiln.Runtime.Tests.Support;
using static Kiln.Runtime.Tests.Authentication.AuthenticatedCall;

namespace Kiln.Runtime.Tests.Authentication.Schemes;

/// <summary>Which credentials a request gets: alternatives, combinations, optional and none.</summary>
public sealed class RequirementTests
{
    [Theory]
    [InlineData("headerKey bearer", "headerKey")]
    [InlineData("bearer", "bearer")]
    [InlineData("basic queryKey bearer", "queryKey basic")]
    [InlineData("basic bearer", "bearer")]
    [InlineData("headerKey queryKey basic bearer", "headerKey")]
    public async Task The_first_alternative_that_is_configured_is_used(string configured, string sent)
    {
        await using var server = await TestServer.JsonAsync(Json.Page(null));

        var received = await server.CallAsync(AnyOf([HeaderKey], [QueryKey, Basic], [Bearer]), Configured(configured));

        Assert.Equal(sent, SentIn(received));
    }

    [Fact]
    public async Task A_requirement_that_nothing_satisfies_fails_before_anything_is_sent()
    {
        await using var server = await TestServer.JsonAsync(Json.Page(null));
        var requirement = new SecurityRequirement(
            new SecurityAlternative((HeaderKey, []), (Basic, [])), new SecurityAlternative((OAuth, ["read:pets", "write:pets"])));

        var e = await Assert.ThrowsAsync<AuthenticationException>(() => server.CallAsync(requirement, Configured("basic queryKey")));

        Assert.Equal(AuthenticationFailure.MissingCredential, e.Reason);
        Assert.Equal(
            $"GET {server.Url}web/api/v2.1/threats/1/explore/events needs credentials for headerKey and basic, or oauth (read:pets write:pets). "
            + "The client has credentials for 'basic', 'queryKey' only. The request was not sent.",
            e.Message);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_client_without_credentials_says_so()
    {
        await using var server = await TestServer.JsonAsync(Json.Page(null));

        var e = await Assert.ThrowsAsync<AuthenticationException>(() => server.CallAsync(AnyOf([HeaderKey]), []));

        Assert.Contains("needs credentials for headerKey. The client has no credentials.", e.Message);
    }

    [Theory]
    [InlineData("headerKey", "headerKey")]
    [InlineData("basic", "")]
    [InlineData("", "")]
    public async Task Optional_authentication_uses_what_is_configured(string configured, string sent)
    {
        await using var server = await TestServer.JsonAsync(Json.Page(null));

        var received = await server.CallAsync(AnyOf([HeaderKey], []), Configured(configured));

        Assert.Equal(sent, SentIn(received));
    }

    [Fact]
    public async Task An_operation_replaces_the_requirement_of_the_client()
    {
        await using var server = await TestServer.JsonAsync(Json.Page(null));
        var credentials = Configured("headerKey bearer");

        Assert.Equal("bearer", SentIn(await server.CallAsync(AnyOf([HeaderKey]), credentials, r => r.Options.Add(AnyOf([Bearer])))));
        Assert.Equal("", SentIn(await server.CallAsync(AnyOf([HeaderKey]), credentials, r => r.Options.Add(SecurityRequirement.None))));
        Assert.Equal("", SentIn(await server.CallAsync(AnyOf([HeaderKey]), credentials, r => r.Options.Add(AnonymousRequestOption.Instance))));
        Assert.Equal("headerKey", SentIn(await server.CallAsync(SecurityRequirement.None, credentials, r => r.Options.Add(AnyOf([HeaderKey])))));
    }

    [Theory]
    [InlineData("headerKey basic cookieKey", "headerKey cookieKey basic")]
    [InlineData("", "")]
    public async Task Without_a_requirement_all_credentials_are_sent(string configured, string sent)
    {
        await using var server = await TestServer.JsonAsync(Json.Page(null));

        Assert.Equal(sent, SentIn(await server.CallAsync(null, Configured(configured))));
    }

    [Fact]
    public async Task Without_a_requirement_the_first_of_one_place_is_sent()
    {
        await using var server = await TestServer.JsonAsync(Json.Page(null));

        Assert.Equal("bearer", SentIn(await server.CallAsync(null, Configured("bearer basic"))));
    }

    [Fact]
    public async Task What_the_caller_sets_itself_counts_as_a_credential_and_stays()
    {
        await using var server = await TestServer.JsonAsync(Json.Page(null));

        var header = await server.CallAsync(AnyOf([Bearer]), [], r => r.Headers.Add("authorization", "mine"));
        var other = await server.CallAsync(AnyOf([Bearer, HeaderKey]), Configured("bearer headerKey"), r => r.Headers.Add("Authorization", "mine"));
        var cookie = await server.CallAsync(AnyOf([CookieKey]), Configured("cookieKey"), r => r.Headers.Add("Cookie", "a=1; session=mine"));

        Assert.Equal("mine", header.Headers["Authorization"]);
        Assert.Equal(("mine", SecretText), (other.Headers["Authorization"], other.Headers["X-Api-Key"]));
        Assert.Equal("a=1; session=mine", cookie.Headers["Cookie"]);
    }

    [Fact]
    public async Task A_key_in_a_url_that_was_given_whole_stays()
    {
        await using var server = await TestServer.JsonAsync(Json.Page(null));
        var next = new Uri(server.Url, "/next?page=2&api+key=mine").AbsoluteUri;

        await server.Client(AnyOf([QueryKey]), Of(QueryKey)).Threats["1"].WithUrl(next).GetAsync(cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal("page=2&api+key=mine", server.Requests.Single().Query);
    }

    [Fact]
    public async Task A_scheme_is_known_by_what_it_says()
    {
        await using var server = await TestServer.JsonAsync(Json.Page(null));

        var received = await server.CallAsync(AnyOf([new ApiKeyScheme("headerKey", ApiKeyLocation.Header, "X-Api-Key")]), [Of(HeaderKey)]);

        Assert.Equal("headerKey", SentIn(received));
        await Assert.ThrowsAsync<AuthenticationException>(() => server.CallAsync(AnyOf([new ApiKeyScheme("headerKey", ApiKeyLocation.Header, "X-Other")]), [Of(HeaderKey)]));
    }

    private static Credential[] Configured(string names) =>
        [.. names.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => Of(new SecurityScheme[] { HeaderKey, QueryKey, CookieKey, Basic, Bearer }.Single(s => s.Name == name)))];

    private static string SentIn(Received received)
    {
        var authorization = received.Headers.GetValueOrDefault("Authorization", "");
        var sent = new Dictionary<string, bool>
        {
            ["headerKey"] = received.Headers.ContainsKey("X-Api-Key"),
            ["queryKey"] = received.Query.Contains("api%20key="),
            ["cookieKey"] = received.Headers.ContainsKey("Cookie"),
            ["basic"] = authorization.StartsWith("Basic "),
            ["bearer"] = authorization.StartsWith("Bearer "),
        };
        return string.Join(' ', sent.Where(s => s.Value).Select(s => s.Key));
    }
}
