using Acme.Vault;
using Kiln.Runtime.Authentication;
using Kiln.Runtime.Responses;
using Kiln.Security.Tests.Service;
using Kiln.Security.Tests.Support;

namespace Kiln.Security.Tests;

/// <summary>
/// Each operation with the credentials of each scheme: the service lets in who has what the document requires, and refuses everyone else. What is not configured is not even sent.
/// </summary>
public sealed class AccessTests : IAsyncLifetime
{
    private VaultService service = null!;
    private VaultCaller caller = null!;

    public async ValueTask InitializeAsync() => caller = new(service = await VaultService.StartAsync());

    public ValueTask DisposeAsync() => service.DisposeAsync();

    [Theory]
    [MemberData(nameof(VaultCaller.AllSchemes), MemberType = typeof(VaultCaller))]
    public async Task Credentials_of_one_scheme(string scheme)
    {
        var credential = await caller.RightAsync(scheme);
        var client = caller.Client(credential);
        foreach (var operation in Operation.All)
        {
            service.Requests.Clear();
            if (operation.KnownBy(scheme) is { } known)
            {
                Assert.Equal((operation, string.Join(' ', known)), (operation, string.Join(' ', (await operation.Call(client, [])).Schemes)));
                Assert.Single(service.Requests);
                continue;
            }

            // Configured as it is, nothing is sent.
            var e = await Assert.ThrowsAsync<AuthenticationException>(() => operation.Call(client, []));
            Assert.Equal(AuthenticationFailure.MissingCredential, e.Reason);
            Assert.All(operation.Alternatives.SelectMany(a => a), name => Assert.Contains(name, e.Message, StringComparison.Ordinal));
            Assert.Empty(service.Requests);

            // Sent nevertheless, the service refuses it.
            var refused = await Assert.ThrowsAnyAsync<ServiceException>(() => operation.Call(client, [VaultCaller.Requirement(credential)]));
            Assert.True(refused.StatusCode is 401 or 403, $"{operation} answered {refused.StatusCode}.");
        }
    }

    [Theory]
    [MemberData(nameof(VaultCaller.AllSchemes), MemberType = typeof(VaultCaller))]
    public async Task A_wrong_secret_is_refused(string scheme)
    {
        var client = caller.Client(caller.Wrong(scheme));

        foreach (var operation in Operation.All.Where(o => o.Alternatives.Any(a => a is [var only] && only == scheme)))
        {
            // The handler of certificates answers 403, since the connection is made already.
            var e = await Assert.ThrowsAnyAsync<ServiceException>(() => operation.Call(client, []));
            Assert.True(e.StatusCode == (scheme == "mutualTls" ? 403 : 401), $"{operation} answered {e.StatusCode}.");
        }
    }

    [Fact]
    public async Task Without_credentials_only_what_needs_none_is_sent()
    {
        var client = caller.Client();
        foreach (var operation in Operation.All)
        {
            service.Requests.Clear();
            if (operation.KnownBy() is not null)
            {
                Assert.Empty((await operation.Call(client, [])).Schemes);
                continue;
            }
            var e = await Assert.ThrowsAsync<AuthenticationException>(() => operation.Call(client, []));
            Assert.EndsWith("The client has no credentials. The request was not sent.", e.Message, StringComparison.Ordinal);
            Assert.Empty(service.Requests);

            var refused = await Assert.ThrowsAnyAsync<ServiceException>(() => operation.Call(client, [SecurityRequirement.None]));
            Assert.True(refused.StatusCode is 401 or 403, $"{operation} answered {refused.StatusCode}.");
        }
    }

    [Fact]
    public async Task With_all_credentials_everything_is_let_in_by_the_first_alternative()
    {
        var credentials = await Task.WhenAll(VaultCaller.AllSchemes.Select(s => caller.RightAsync(s.Data)));
        var client = caller.Client(credentials);

        foreach (var operation in Operation.All)
            Assert.Equal((operation, string.Join(' ', operation.Alternatives[0].Order())), (operation, string.Join(' ', (await operation.Call(client, [])).Schemes)));
    }

    [Theory]
    [InlineData("both")]
    [InlineData("all places")]
    public async Task A_combination_needs_all_of_its_schemes(string name)
    {
        var operation = Operation.All.Single(o => o.Name == name);
        var schemes = operation.Alternatives.Single();
        var credentials = await Task.WhenAll(schemes.Select(caller.RightAsync));

        Assert.Equal(schemes.Order(), (await operation.Call(caller.Client(credentials), [])).Schemes);
        for (var left = 0; left < schemes.Length; left++)
        {
            var others = credentials.Where((_, i) => i != left).ToArray();
            service.Requests.Clear();

            await Assert.ThrowsAsync<AuthenticationException>(() => operation.Call(caller.Client(others), []));
            Assert.Empty(service.Requests);
            var refused = await Assert.ThrowsAnyAsync<ServiceException>(() => operation.Call(caller.Client(others), [VaultCaller.Requirement(others)]));
            Assert.True(refused.StatusCode is 401 or 403, $"Without {schemes[left]}: {refused.StatusCode}.");
        }
    }

    [Fact]
    public async Task A_wrong_password_is_not_left_out_where_it_is_optional()
    {
        var e = await Assert.ThrowsAnyAsync<ServiceException>(() => caller.Client(VaultCredential.Basic(Secrets.UserName, "wrong")).Optional.GetAsync());

        Assert.Equal(401, e.StatusCode);
    }

    [Fact]
    public async Task A_key_in_the_query_stands_beside_parameters()
    {
        var client = caller.Client(await caller.RightAsync("queryKey"));

        Assert.Equal(["queryKey"], (await client.QueryKey.GetAsync(r => r.QueryParameters.Page = 2)).Schemes);
        Assert.StartsWith("?page=2&api_key=", service.Requests.Single().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_in_one_line_calls_a_service_on_this_machine() =>
        Assert.Equal(["headerKey"], (await new VaultClient(service.PlainUrl, VaultCredential.HeaderKey(Secrets.HeaderKey)).Default.GetAsync()).Schemes);

    [Fact]
    public async Task An_own_client_can_present_the_certificate()
    {
        var connections = service.Network.CreateHandler();
        connections.SslOptions.ClientCertificates = [TestCertificates.Client];
        using var own = new HttpClient(Runtime.Requests.KilnHandlers.Create(connections: connections)) { Timeout = Timeout.InfiniteTimeSpan };

        var caller = await new VaultClient(new VaultClientOptions { HttpClient = own, Credentials = { VaultCredential.MutualTls() } }).Certificate.GetAsync();

        Assert.Equal(["mutualTls"], caller.Schemes);
    }
}
