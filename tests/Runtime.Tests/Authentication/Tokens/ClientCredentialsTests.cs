using System.Text;
using Kiln.Runtime.Authentication;
using Kiln.Runtime.Tests.Support;
using static Kiln.Runtime.Tests.Authentication.AuthenticatedCall;

namespace Kiln.Runtime.Tests.Authentication.Tokens;

/// <summary>What the token endpoint is asked by a client that acts for itself, and by one that has a refresh token.</summary>
public sealed class ClientCredentialsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_client_proves_itself_in_the_header_and_the_token_goes_to_the_service_only()
    {
        await using var tokens = await TokenServer.CountingAsync();
        await using var server = await TestServer.JsonAsync(Json.Page(null));
        var scheme = new OAuth2Scheme("oauth", tokens.TokenUrl);

        var received = await server.CallAsync(AnyOf([scheme]), [Credential.ClientCredentials(scheme, "my id:1", "s3cret&+", ["read:pets", "write:pets"])]);

        Assert.Equal("Bearer token0", received.Headers["Authorization"]);
        var asked = Assert.Single(tokens.Server.Requests);
        Assert.Equal("my+id%3A1:s3cret%26%2B", Encoding.UTF8.GetString(Convert.FromBase64String(asked.Headers["Authorization"]["Basic ".Length..])));
        Assert.Equal("application/json", asked.Headers["Accept"]);
        Assert.Equal("application/x-www-form-urlencoded", asked.Headers["Content-Type"]);
        Assert.Equal(new() { ["grant_type"] = "client_credentials", ["scope"] = "read:pets write:pets" }, tokens.Forms.Single());
    }

    [Fact]
    public async Task The_client_proves_itself_in_the_body_where_it_is_told_to()
    {
        await using var tokens = await TokenServer.CountingAsync();
        var options = new OAuth2Options
        {
            ClientAuthentication = ClientAuthentication.Body,
            TokenUrl = tokens.TokenUrl,
            Parameters = new Dictionary<string, string> { ["audience"] = "https://api.example/", ["grant_type"] = "password" },
        };

        await Credential.ClientCredentials(new OAuth2Scheme("oauth", new("https://unused.example/token")), "id", "s3cret&+", options: options).PrepareAsync(Token);

        Assert.False(tokens.Server.Requests.Single().Headers.ContainsKey("Authorization"));
        Assert.Equal(
            new() { ["grant_type"] = "client_credentials", ["client_id"] = "id", ["client_secret"] = "s3cret&+", ["audience"] = "https://api.example/" }, tokens.Forms.Single());
    }

    [Fact]
    public async Task A_refresh_token_is_replaced_by_the_servers_and_the_application_hears_of_it()
    {
        var time = new ManualTime();
        var stored = new List<string>();
        await using var tokens = await TokenServer.StartAsync(number => Answer.Token($"token{number}", 100, number == 0 ? "refresh1" : null));
        var scheme = new OAuth2Scheme("oauth", tokens.TokenUrl);
        var credential = Credential.RefreshToken(scheme, "id", "refresh0", options: new()
        {
            TimeProvider = time,
            OnRefreshToken = (token, _) =>
            {
                stored.Add(token);
                return default;
            },
        });

        for (var i = 0; i < 3; i++)
        {
            await credential.PrepareAsync(Token);
            time.Advance(TimeSpan.FromSeconds(101));
        }

        Assert.Equal(["refresh0", "refresh1", "refresh1"], tokens.Forms.Select(f => f["refresh_token"]));
        Assert.All(tokens.Forms, f => Assert.Equal(("refresh_token", "id"), (f["grant_type"], f["client_id"])));
        Assert.Equal(["refresh1"], stored);
    }

    [Fact]
    public async Task A_refresh_url_goes_before_the_token_url()
    {
        await using var tokens = await TokenServer.CountingAsync();

        await Credential.RefreshToken(new OAuth2Scheme("oauth", new("https://unused.example/"), refreshUrl: tokens.TokenUrl), "id", "refresh0", "s3cret").PrepareAsync(Token);

        Assert.Equal("refresh0", tokens.Forms.Single()["refresh_token"]);
    }

    [Fact]
    public async Task A_refresh_token_that_is_not_accepted_any_more_is_an_error()
    {
        await using var tokens = await TokenServer.StartAsync(_ => Answer.Error("invalid_grant", "refresh0 is over"));
        var credential = Credential.RefreshToken(new OAuth2Scheme("oauth", tokens.TokenUrl), "id", "refresh0");

        for (var i = 0; i < 2; i++)
        {
            var e = await Assert.ThrowsAsync<AuthenticationException>(() => credential.PrepareAsync(Token));
            Assert.Equal((AuthenticationFailure.Refused, "invalid_grant"), (e.Reason, e.ErrorCode));
            Assert.DoesNotContain("refresh0", e.ToString());
        }
        Assert.Single(tokens.Forms);
    }

    [Fact]
    public void What_cannot_be_sent_or_would_be_read_by_others_is_refused_at_once()
    {
        var scheme = new OAuth2Scheme("oauth", new("https://id.example/token"));
        Action[] bad =
        [
            () => Credential.ClientCredentials(scheme, "", "s3cret"),
            () => Credential.ClientCredentials(scheme, "id", ""),
            () => Credential.ClientCredentials(scheme, "id", "s3cret\n"),
            () => Credential.ClientCredentials(scheme, "id", "s3cret", ["a b"]),
            () => Credential.ClientCredentials(scheme, "id", "s3cret", ["\""]),
            () => Credential.ClientCredentials(new OAuth2Scheme("oauth"), "id", "s3cret"),
            () => Credential.ClientCredentials(new OAuth2Scheme("oauth", new("http://id.example/token")), "id", "s3cret"),
            () => Credential.ClientCredentials(scheme, "id", "s3cret", options: new() { TokenUrl = new("http://id.example/token") }),
            () => Credential.ClientCredentials(new OpenIdConnectScheme("oidc", new("http://id.example/")), "id", "s3cret"),
            () => Credential.RefreshToken(scheme, "id", ""),
            () => Credential.AuthorizationCode(scheme, "id", new("https://app.example/"), (_, _) => default),
            () => Credential.AuthorizationCode(new OAuth2Scheme("oauth", new("https://id.example/"), new("https://id.example/")), "id", new("https://app.example/#x"), (_, _) => default),
            () => Credential.DeviceCode(scheme, "id", (_, _) => default),
        ];

        Assert.All(bad, make => Assert.DoesNotContain("s3cret", Assert.ThrowsAny<ArgumentException>(make).ToString()));
    }

    [Fact]
    public void No_text_of_a_credential_has_a_secret()
    {
        var scheme = new OAuth2Scheme("oauth", new("https://id.example/token"));

        Assert.Equal("Credential for 'oauth'", Credential.ClientCredentials(scheme, "id", "s3cret").ToString());
        Assert.DoesNotContain("s3cret", new OAuth2Options { StoredRefreshToken = "s3cret" }.ToString());
    }
}
