using Acme.Vault;
using Kiln.Runtime.Authentication;
using Kiln.Runtime.Responses;
using Kiln.Security.Tests.Service;
using Kiln.Security.Tests.Support;

namespace Kiln.Security.Tests;

/// <summary>Tokens of an authorization server, by each grant, as the service accepts them.</summary>
public sealed class TokenTests : IAsyncLifetime
{
    private static readonly Uri RedirectUri = new("http://127.0.0.1:8400/");

    private VaultService service = null!;
    private VaultCaller caller = null!;

    private AuthorizationServer Server => service.AuthorizationServer;

    public async ValueTask InitializeAsync() => caller = new(service = await VaultService.StartAsync());

    public ValueTask DisposeAsync() => service.DisposeAsync();

    [Theory]
    [InlineData("oauth")]
    [InlineData("openId")]
    public async Task A_client_that_acts_for_itself_asks_once(string scheme)
    {
        var client = caller.Client(await caller.RightAsync(scheme));

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Operation.Of(scheme).Call(client, [])));

        Assert.Equal(["client_credentials"], Server.Grants);
        Assert.All(service.Requests, r => Assert.All(VaultCaller.FormsOf(Secrets.ClientSecret), f => Assert.DoesNotContain(f, r.Text, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("oauth")]
    [InlineData("openId")]
    public async Task A_user_signs_in_with_a_browser_once(string scheme)
    {
        var (time, stored) = (new ManualTime(), new List<string>());
        var options = caller.Tokens(time, (token, _) =>
        {
            stored.Add(token);
            return default;
        });
        var client = caller.Client(scheme == "oauth"
            ? VaultCredential.OAuthAuthorizationCode(Secrets.PublicClientId, RedirectUri, BrowseAsync, ["read"], options: options)
            : VaultCredential.OpenIdAuthorizationCode(Secrets.PublicClientId, RedirectUri, BrowseAsync, ["read"], options: options));

        await Operation.Of(scheme).Call(client, []);
        await Operation.Of(scheme).Call(client, []);
        Assert.Equal(["authorization_code"], Server.Grants);

        time.Advance(TimeSpan.FromHours(2));
        await Operation.Of(scheme).Call(client, []);
        Assert.Equal(["authorization_code", "refresh_token"], Server.Grants);

        // The next run of the application begins with what it has stored.
        var next = caller.Client(scheme == "oauth"
            ? VaultCredential.OAuthRefreshToken(Secrets.PublicClientId, stored[^1], options: caller.Tokens())
            : VaultCredential.OpenIdRefreshToken(Secrets.PublicClientId, stored[^1], options: caller.Tokens()));
        Assert.Equal([scheme], (await Operation.Of(scheme).Call(next, [])).Schemes);
    }

    [Theory]
    [InlineData("oauth")]
    [InlineData("openId")]
    public async Task A_user_signs_in_on_another_device(string scheme)
    {
        async ValueTask ShowAsync(DeviceCodePrompt prompt, CancellationToken cancellationToken)
        {
            using var browser = new HttpClient(service.Network.CreateHandler());
            using var response = await browser.GetAsync(prompt.CompleteVerificationUri, cancellationToken);
        }

        var client = caller.Client(scheme == "oauth"
            ? VaultCredential.OAuthDeviceCode(Secrets.PublicClientId, ShowAsync, ["read"], options: caller.Tokens())
            : VaultCredential.OpenIdDeviceCode(Secrets.PublicClientId, ShowAsync, ["read"], options: caller.Tokens()));

        Assert.Equal([scheme], (await Operation.Of(scheme).Call(client, [])).Schemes);
        Assert.Equal(["urn:ietf:params:oauth:grant-type:device_code", "urn:ietf:params:oauth:grant-type:device_code"], Server.Grants);
    }

    [Fact]
    public async Task A_token_with_fewer_scopes_is_refused_by_the_service()
    {
        var client = caller.Client(VaultCredential.OAuth(Secrets.ClientId, Secrets.ClientSecret, ["read"], caller.Tokens()));

        Assert.Equal(["oauth"], (await client.Delegated.GetAsync()).Schemes);
        Assert.Equal(403, (await Assert.ThrowsAnyAsync<ServiceException>(() => client.Delegated.PostAsync())).StatusCode);
    }

    [Fact]
    public async Task A_token_that_the_service_does_not_accept_any_more_is_replaced()
    {
        // The clocks of the two servers differ: what the one calls valid for an hour has expired for the other.
        Server.Life = () => TimeSpan.FromHours(Server.Grants.Count == 1 ? -1 : 1);
        var credential = await caller.RightAsync("oauth");
        await credential.PrepareAsync();

        Assert.Equal(["oauth"], (await caller.Client(credential).Delegated.PostAsync()).Schemes);

        Assert.Equal(["client_credentials", "client_credentials"], Server.Grants);
        Assert.Equal(2, service.Requests.Count);
    }

    [Theory]
    [InlineData("oauth")]
    [InlineData("openId")]
    public async Task A_wrong_secret_of_the_client_is_refused_by_the_authorization_server(string scheme)
    {
        const string Wrong = "wr0ng-s3cret+/";
        var client = caller.Client(scheme == "oauth"
            ? VaultCredential.OAuth(Secrets.ClientId, Wrong, options: caller.Tokens())
            : VaultCredential.OpenId(Secrets.ClientId, Wrong, options: caller.Tokens()));

        var e = await Assert.ThrowsAsync<AuthenticationException>(() => Operation.Of(scheme).Call(client, []));

        Assert.Equal((AuthenticationFailure.Refused, "invalid_client", 401), (e.Reason, e.ErrorCode, e.StatusCode));
        Assert.All(VaultCaller.FormsOf(Wrong), f => Assert.DoesNotContain(f, e.ToString(), StringComparison.Ordinal));
        Assert.Empty(service.Requests);
    }

    [Fact]
    public async Task The_authorization_server_sees_nothing_but_the_secret_of_the_client()
    {
        string[] schemes = ["headerKey", "queryKey", "session", "basic", "bearer", "vendor", "appToken"];
        var secrets = await Task.WhenAll(schemes.Select(caller.SecretAsync));
        Credential[] tokens = [await caller.RightAsync("oauth"), await caller.RightAsync("openId")];
        var client = caller.Client([.. schemes.Zip(secrets, VaultCaller.Of), .. tokens]);

        await client.Delegated.GetAsync();
        await client.Identity.GetAsync();

        Assert.Equal(2, Server.Received.Count);
        Assert.All(Server.Received, text => Assert.All(secrets.SelectMany(VaultCaller.FormsOf), f => Assert.DoesNotContain(f, text, StringComparison.Ordinal)));
    }

    /// <summary>A browser whose user is signed in at the authorization server and consents to everything.</summary>
    private async ValueTask<Uri> BrowseAsync(Uri url, CancellationToken cancellationToken)
    {
        using var browser = new HttpClient(service.Network.CreateHandler());
        using var response = await browser.GetAsync(url, cancellationToken);
        return response.Headers.Location!;
    }
}
