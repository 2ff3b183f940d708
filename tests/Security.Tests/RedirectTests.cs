using Acme.Vault;
using Kiln.Runtime.Authentication;
using Kiln.Security.Tests.Service;
using Kiln.Security.Tests.Support;

namespace Kiln.Security.Tests;

/// <summary>Credentials that the service has accepted do not go with its redirects to another host, and are not sent there directly.</summary>
public sealed class RedirectTests : IAsyncLifetime
{
    private VaultService service = null!;
    private VaultCaller caller = null!;

    public async ValueTask InitializeAsync() => caller = new(service = await VaultService.StartAsync());

    public ValueTask DisposeAsync() => service.DisposeAsync();

    [Theory]
    [MemberData(nameof(VaultCaller.SchemesInRequests), MemberType = typeof(VaultCaller))]
    public async Task A_redirect_to_another_host_carries_no_secret(string scheme)
    {
        var secret = await caller.SecretAsync(scheme);
        var forms = VaultCaller.FormsOf(secret);
        service.Requests.Clear();
        service.AfterAccess = AfterAccess.Redirect;

        await Operation.Of(scheme).Call(caller.Client(VaultCaller.Of(scheme, secret)), []);

        Assert.Contains(forms, f => service.Requests.Single().Text.Contains(f, StringComparison.Ordinal));
        var elsewhere = Assert.Single(service.Elsewhere);
        Assert.All(forms, f => Assert.DoesNotContain(f, elsewhere.Text, StringComparison.Ordinal));
        Assert.False(elsewhere.HasCertificate);
    }

    [Fact]
    public async Task A_redirect_to_another_host_carries_no_certificate()
    {
        service.AfterAccess = AfterAccess.Redirect;

        await Operation.Of("mutualTls").Call(caller.Client(await caller.RightAsync("mutualTls")), []);

        Assert.True(service.Requests.Single().HasCertificate);
        Assert.False(Assert.Single(service.Elsewhere).HasCertificate);
    }

    [Fact]
    public async Task A_redirect_to_another_host_carries_nothing_of_a_combination()
    {
        string[] schemes = ["headerKey", "queryKey", "session"];
        var secrets = await Task.WhenAll(schemes.Select(caller.SecretAsync));
        service.AfterAccess = AfterAccess.Redirect;

        await Operation.All.Single(o => o.Name == "all places").Call(caller.Client([.. schemes.Zip(secrets, VaultCaller.Of), await caller.RightAsync("mutualTls")]), []);

        var elsewhere = Assert.Single(service.Elsewhere);
        Assert.All(secrets.SelectMany(VaultCaller.FormsOf), f => Assert.DoesNotContain(f, elsewhere.Text, StringComparison.Ordinal));
        Assert.False(elsewhere.HasCertificate);
    }

    [Theory]
    [MemberData(nameof(VaultCaller.AllSchemes), MemberType = typeof(VaultCaller))]
    public async Task Another_host_is_sent_no_request_with_credentials(string scheme)
    {
        var options = caller.Options(await caller.RightAsync(scheme));
        var requirement = VaultCaller.Requirement([.. options.Credentials]);

        var e = await Assert.ThrowsAsync<AuthenticationException>(() =>
            new VaultClient(options).Open.WithUrl("https://other.example/v1/open").GetAsync(r => r.Options.Add(requirement)));

        Assert.Equal(AuthenticationFailure.OriginNotAllowed, e.Reason);
        Assert.Empty(service.Elsewhere);
    }

    [Fact]
    public async Task A_credential_can_be_for_another_host_alone()
    {
        var credential = VaultCredential.HeaderKey(Secrets.HeaderKey).For(new Uri("https://other.example"));
        var client = caller.Client(credential);

        await client.HeaderKey.WithUrl("https://other.example/v1/header-key").GetAsync();
        var e = await Assert.ThrowsAsync<AuthenticationException>(() => client.HeaderKey.GetAsync());

        Assert.Contains(Secrets.HeaderKey, Assert.Single(service.Elsewhere).Text, StringComparison.Ordinal);
        Assert.Equal("The credential for 'headerKey' is for https://other.example and is not sent to https://vault.example.", e.Message);
        Assert.Empty(service.Requests);
    }
}
