using Acme.Vault;
using Kiln.Runtime.Authentication;
using Kiln.Runtime.Http;
using Kiln.Runtime.Responses;
using Kiln.Security.Tests.Service;
using Kiln.Security.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kiln.Security.Tests;

/// <summary>No text that a call leaves, and above all none of a call that fails, has a secret: exceptions, credentials, options, clients, activities and logs.</summary>
public sealed class SecretTests : IAsyncLifetime
{
    private VaultService service = null!;
    private VaultCaller caller = null!;

    public async ValueTask InitializeAsync() => caller = new(service = await VaultService.StartAsync());

    public ValueTask DisposeAsync() => service.DisposeAsync();

    [Theory]
    [MemberData(nameof(VaultCaller.SchemesInRequests), MemberType = typeof(VaultCaller))]
    public async Task A_call_that_fails_shows_no_secret(string scheme)
    {
        var secret = await caller.SecretAsync(scheme);
        var (credential, forms) = (VaultCaller.Of(scheme, secret), VaultCaller.FormsOf(secret));
        var operation = Operation.Of(scheme);
        using var observed = new Observed();
        await using var factory = Factory(observed);
        // As an application has it that logs the requests of its clients.
        var options = new VaultClientOptions { HttpClient = factory.GetRequiredService<IHttpClientFactory>().CreateClient("vault"), Credentials = { credential } };
        var client = new VaultClient(options);
        var texts = new List<string> { $"{credential} {options} {client} {credential.Scheme}" };

        // The service fails, and repeats all that it was sent.
        service.Requests.Clear();
        service.AfterAccess = AfterAccess.FailWithRequest;
        texts.Add(Text(await Assert.ThrowsAnyAsync<ServiceException>(() => operation.Call(client, []))));
        Assert.Contains(forms, f => service.Requests.Single().Text.Contains(f, StringComparison.Ordinal));

        // It is sent where it does not help.
        var requirement = VaultCaller.Requirement(credential);
        texts.Add(Text(await Assert.ThrowsAnyAsync<ServiceException>(() => Operation.All.Single(o => o.Name == "both").Call(client, [requirement]))));

        // It would go to another host, to a host that is not there, or over plain http.
        foreach (var url in new[] { "https://other.example/v1/open", "https://vault.example:444/v1/open", "http://vault.example/v1/open" })
            texts.Add(Text(await Assert.ThrowsAsync<AuthenticationException>(() => client.Open.WithUrl(url).GetAsync(r => r.Options.Add(requirement)))));
        var gone = new VaultClient(new VaultClientOptions { Server = new("https://gone.example/v1"), HttpClient = options.HttpClient, Credentials = { credential } });
        texts.Add(Text(await Assert.ThrowsAnyAsync<HttpRequestException>(() => operation.Call(gone, []))));

        // It is not what is needed.
        texts.Add(Text(await Assert.ThrowsAsync<AuthenticationException>(() => client.AllPlaces.GetAsync())));

        Assert.Contains(observed.Texts, t => t.StartsWith("activity: Kiln.Runtime", StringComparison.Ordinal));
        Assert.Contains(observed.Texts, t => t.StartsWith("log: ", StringComparison.Ordinal) && t.Contains("Request Headers", StringComparison.Ordinal));
        foreach (var form in forms)
            Assert.DoesNotContain(texts.Concat(observed.Texts), t => t.Contains(form, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(VaultCaller.SchemesInRequests), MemberType = typeof(VaultCaller))]
    public async Task A_wrong_secret_is_shown_by_no_exception(string scheme)
    {
        var secret = caller.WrongSecret(scheme);

        var e = await Assert.ThrowsAnyAsync<ServiceException>(() => Operation.Of(scheme).Call(caller.Client(VaultCaller.Of(scheme, secret)), []));

        Assert.All(VaultCaller.FormsOf(secret), f => Assert.DoesNotContain(f, Text(e), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("headerKey", '\r')]
    [InlineData("queryKey", '\ud800')]
    [InlineData("session", ';')]
    [InlineData("basic", '\n')]
    [InlineData("bearer", '\u00e9')]
    [InlineData("vendor", '\0')]
    [InlineData("oauth", '\t')]
    [InlineData("openId", '\r')]
    [InlineData("appToken", '\udc00')]
    public void A_secret_that_cannot_be_sent_is_not_shown(string scheme, char bad) =>
        Assert.DoesNotContain("k3y", Assert.ThrowsAny<ArgumentException>(() => VaultCaller.Of(scheme, $"k3y{bad}admin=1")).ToString(), StringComparison.Ordinal);

    [Theory]
    [InlineData("oauth")]
    [InlineData("openId")]
    public async Task The_secret_of_a_client_is_in_no_text(string scheme)
    {
        using var observed = new Observed();
        var credential = await caller.RightAsync(scheme);
        var client = caller.Client(credential);
        service.AfterAccess = AfterAccess.FailWithRequest;

        var e = await Assert.ThrowsAnyAsync<ServiceException>(() => Operation.Of(scheme).Call(client, []));

        string[] texts = [Text(e), $"{credential} {client}", .. observed.Texts];
        Assert.All(VaultCaller.FormsOf(Secrets.ClientSecret), f => Assert.DoesNotContain(texts, t => t.Contains(f, StringComparison.Ordinal)));
        // Nor has it the token, whose header and claims begin like this.
        Assert.DoesNotContain(texts, t => t.Contains("eyJ", StringComparison.Ordinal));
    }

    private static string Text(Exception e) =>
        e is ServiceException service ? $"{e} {service.BodyText} {service.RequestUri} {string.Join(' ', service.Headers.SelectMany(h => h.Value))}" : $"{e}";

    private ServiceProvider Factory(Observed observed)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(observed));
        services.AddHttpClient("vault", client => client.Timeout = Timeout.InfiniteTimeSpan)
            .AddHttpMessageHandler(() => new RedirectHandler())
            .ConfigurePrimaryHttpMessageHandler(service.Network.CreateHandler);
        return services.BuildServiceProvider();
    }
}
