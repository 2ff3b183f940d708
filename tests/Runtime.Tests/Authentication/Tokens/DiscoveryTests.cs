using Kiln.Runtime.Authentication;
using Microsoft.AspNetCore.Http;

namespace Kiln.Runtime.Tests.Authentication.Tokens;

/// <summary>OpenID Connect: the endpoints are in the metadata of the issuer.</summary>
public sealed class DiscoveryTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/.well-known/openid-configuration", "/.well-known/openid-configuration", "")]
    [InlineData("/", "/.well-known/openid-configuration", "")]
    [InlineData("/", "/.well-known/openid-configuration", "/")]
    [InlineData("/tenant", "/tenant/.well-known/openid-configuration", "/tenant")]
    [InlineData("/tenant/.well-known/openid-configuration", "/tenant/.well-known/openid-configuration", "/tenant")]
    [InlineData("/.well-known/oauth-authorization-server/tenant", "/.well-known/oauth-authorization-server/tenant", "/tenant")]
    public async Task The_token_endpoint_is_that_of_the_metadata(string url, string asked, string issuer)
    {
        await using var server = await ServerAsync(root => $$"""{"issuer":"{{root}}{{issuer}}","token_endpoint":"{{root}}/token","scopes_supported":["a"],"nested":{"issuer":"x"} }""");
        var credential = Credential.ClientCredentials(new OpenIdConnectScheme("oidc", new(server.Url, url)), "id", "s3cret");

        await credential.PrepareAsync(Token);
        await credential.PrepareAsync(Token);

        Assert.Equal([asked, "/token"], server.Server.Requests.Select(r => r.Path));
        Assert.Equal("GET", server.Server.Requests.First().Method);
        Assert.False(server.Server.Requests.First().Headers.ContainsKey("Authorization"));
    }

    [Theory]
    [InlineData("""{"issuer":"https://id.example","token_endpoint":"{root}/token"}""", "are those of another issuer, https://id.example.")]
    [InlineData("""{"issuer":"{root}/other","token_endpoint":"{root}/token"}""", "are those of another issuer, {root}/other.")]
    [InlineData("""{"token_endpoint":"{root}/token"}""", "have no issuer.")]
    [InlineData("""{"issuer":"{root}"}""", "The token endpoint in the metadata of 'oidc' is missing.")]
    [InlineData("""{"issuer":"{root}","token_endpoint":"http://id.example/token"}""", "is not an absolute URL of https, or of http on this machine.")]
    [InlineData("""{"issuer":"{root}","token_endpoint":"/token"}""", "is not an absolute URL of https, or of http on this machine.")]
    [InlineData("<html>", "answered 200 with a body that is not a JSON object.")]
    public async Task Metadata_that_cannot_be_trusted_or_used(string metadata, string problem)
    {
        await using var server = await ServerAsync(root => metadata.Replace("{root}", root));
        var credential = Credential.ClientCredentials(new OpenIdConnectScheme("oidc", server.Url), "id", "s3cret");

        var e = await Assert.ThrowsAsync<AuthenticationException>(() => credential.PrepareAsync(Token));

        Assert.Equal(AuthenticationFailure.InvalidResponse, e.Reason);
        Assert.EndsWith(problem.Replace("{root}", server.Url.GetLeftPart(UriPartial.Authority)), e.Message);
        Assert.DoesNotContain("s3cret", e.ToString());
        Assert.Empty(server.Forms);
    }

    [Fact]
    public async Task Metadata_that_could_not_be_read_are_read_again()
    {
        var isReady = false;
        await using var server = await ServerAsync(root => isReady ? $$"""{"issuer":"{{root}}","token_endpoint":"{{root}}/token"}""" : "");
        var credential = Credential.ClientCredentials(new OpenIdConnectScheme("oidc", server.Url), "id", "s3cret");

        await Assert.ThrowsAsync<AuthenticationException>(() => credential.PrepareAsync(Token));
        isReady = true;

        Assert.Equal("token0", (await credential.GetAsync(Token)).Text);
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("&iss={issuer}", null)]
    [InlineData("&iss=https%3A%2F%2Fevil.example", "another issuer, https://evil.example")]
    public async Task A_sign_in_asks_for_openid_and_knows_its_issuer(string parameter, string? problem)
    {
        await using var server = await ServerAsync(root => $$"""{"issuer":"{{root}}","token_endpoint":"{{root}}/token","authorization_endpoint":"{{root}}/authorize"}""");
        var issuer = server.Url.GetLeftPart(UriPartial.Authority);
        string? scope = null;
        var credential = Credential.AuthorizationCode(new OpenIdConnectScheme("oidc", server.Url), "id", new("https://app.example/"), (url, _) =>
        {
            var query = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(url.Query);
            scope = query["scope"];
            return new(new Uri($"https://app.example/?code=1&state={query["state"]}{parameter.Replace("{issuer}", Uri.EscapeDataString(issuer))}"));
        }, ["read"]);

        if (problem is null)
            await credential.PrepareAsync(Token);
        else
            Assert.Contains(problem, (await Assert.ThrowsAsync<AuthenticationException>(() => credential.PrepareAsync(Token))).Message);

        Assert.Equal("openid read", scope);
    }

    private static Task<TokenServer> ServerAsync(Func<string, string> metadata) => TokenServer.StartAsync(number => Answer.Token($"token{number}"), async (context, url) =>
    {
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(metadata(url.GetLeftPart(UriPartial.Authority)), context.RequestAborted);
    });
}
