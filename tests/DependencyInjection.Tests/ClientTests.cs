using System.Net;
using Kiln.Runtime.Authentication;
using Kiln.Runtime.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Polly;
using Shop.Api;

namespace Kiln.DependencyInjection.Tests;

/// <summary>Clients that come from the services of an application.</summary>
public sealed class ClientTests
{
    [Fact]
    public async Task A_client_sends_its_requests()
    {
        var service = new Service();
        using var provider = Provide(s => s.AddShopClient(o => o.Credentials.Add(ShopCredential.ApiKey("k3y"))), service);

        var pet = await provider.GetRequiredService<ShopClient>().Pets[5].GetAsync();

        Assert.Equal("Rex", pet.Name);
        Assert.Equal("https://shop.example/v1/pets/5?key=k3y", Assert.Single(service.Asked).Url.AbsoluteUri);
    }

    [Fact]
    public void A_client_is_created_once()
    {
        using var provider = Provide(s => s.AddShopClient(), new Service());

        Assert.Same(provider.GetRequiredService<ShopClient>(), provider.GetRequiredService<ShopClient>());
    }

    [Fact]
    public async Task Keyed_clients_have_options_and_handlers_of_their_own()
    {
        Service european = new(), american = new();
        var services = new ServiceCollection();
        services.AddKeyedShopClient("eu", o => (o.Server, o.UserAgent) = (ShopServer.Regional(), "eu/1")).ConfigurePrimaryHttpMessageHandler(() => european);
        services.AddKeyedShopClient("us", Section(("BaseUrl", "https://us.shop.example"), ("Credentials:Token", "t0ken"))).ConfigurePrimaryHttpMessageHandler(() => american);
        services.Configure<ShopClientOptions>("eu", o => o.Credentials.Add(ShopCredential.Basic("rex", "secret")));
        using var provider = services.BuildServiceProvider();

        await provider.GetRequiredKeyedService<ShopClient>("eu").Pets[1].GetAsync();
        await provider.GetRequiredKeyedService<ShopClient>("us").Pets[2].GetAsync();

        Assert.Equal("https://eu.shop.example/pets/1", Assert.Single(european.Asked).Url.AbsoluteUri);
        Assert.StartsWith("Basic ", european.Asked[0].Authorization);
        Assert.Equal("https://us.shop.example/pets/2", Assert.Single(american.Asked).Url.AbsoluteUri);
        Assert.Equal("Bearer t0ken", american.Asked[0].Authorization);
        Assert.Null(provider.GetService<ShopClient>());
    }

    [Fact]
    public async Task Options_may_use_other_services()
    {
        var service = new Service();
        using var provider = Provide(
            s =>
            {
                s.AddSingleton(new Vault("t0ken"));
                s.AddOptions<ShopClientOptions>().Configure<Vault>((o, vault) => o.Credentials.Add(ShopCredential.Token(_ => new(vault.Token))));
                return s.AddShopClient();
            },
            service);

        await provider.GetRequiredService<ShopClient>().Pets[5].GetAsync();

        Assert.Equal("Bearer t0ken", Assert.Single(service.Asked).Authorization);
    }

    [Fact]
    public async Task A_request_is_sent_once_without_a_handler_for_retries()
    {
        var service = new Service(HttpStatusCode.ServiceUnavailable);
        using var provider = Provide(s => s.AddShopClient(WithToken), service);

        await Assert.ThrowsAnyAsync<Exception>(() => provider.GetRequiredService<ShopClient>().Pets[5].GetAsync());

        Assert.Single(service.Asked);
    }

    [Fact]
    public async Task A_resilience_handler_retries_by_the_rules_of_Kiln()
    {
        var service = new Service(HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK);
        using var provider = Provide(AddResilient, service);

        await provider.GetRequiredService<ShopClient>().Pets[5].GetAsync();

        Assert.Equal(2, service.Asked.Count);
    }

    [Fact]
    public async Task A_resilience_handler_does_not_repeat_what_may_have_been_done()
    {
        var service = new Service(HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK);
        using var provider = Provide(AddResilient, service);

        await Assert.ThrowsAnyAsync<Exception>(() => provider.GetRequiredService<ShopClient>().Pets.PostAsync(new() { Name = "Rex" }));

        Assert.Single(service.Asked);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Credentials_do_not_follow_a_redirect(bool isLast)
    {
        var service = new Service { Redirect = new("https://other.example/pets/5") };
        using var provider = Provide(
            s =>
            {
                // Handlers of the application may come before the client's and after them.
                if (isLast)
                    s.AddHttpClient(typeof(ShopClient).FullName!).AddHttpMessageHandler(() => new PassingHandler());
                var builder = s.AddShopClient(WithToken);
                return isLast ? builder : builder.AddHttpMessageHandler(() => new PassingHandler());
            },
            service);

        await provider.GetRequiredService<ShopClient>().Pets[5].GetAsync();

        Assert.Equal(["shop.example", "other.example"], service.Asked.Select(a => a.Url.Host));
        Assert.Equal(["Bearer t0ken", null], service.Asked.Select(a => a.Authorization));
    }

    [Fact]
    public async Task A_primary_handler_that_follows_redirects_is_refused()
    {
        var services = new ServiceCollection();
        services.AddShopClient(WithToken).ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler());
        using var provider = services.BuildServiceProvider();

        var e = await Assert.ThrowsAsync<InvalidOperationException>(() => provider.GetRequiredService<ShopClient>().Pets[5].GetAsync());

        Assert.Contains("AllowAutoRedirect", e.Message);
    }

    [Fact]
    public async Task Each_request_goes_through_the_handlers_that_the_factory_has_then()
    {
        var handlers = new CountingHandlers();
        var services = new ServiceCollection();
        services.AddShopClient(WithToken);
        services.AddSingleton<IHttpMessageHandlerFactory>(handlers);
        using var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<ShopClient>();

        await client.Pets[1].GetAsync();
        await client.Pets[2].GetAsync();

        Assert.Equal(["Shop.Api.ShopClient", "Shop.Api.ShopClient"], handlers.Names);
    }

    [Fact]
    public async Task Logs_have_the_path_template_and_no_secret()
    {
        var log = new Log();
        var service = new Service(HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK) { Body = """{"name":"Rex","s3cret":1}""" };
        using var provider = Provide(
            s =>
            {
                s.AddLogging(l => l.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
                return AddResilient(s, o => o.Credentials.Add(ShopCredential.ApiKey("s3cret")));
            },
            service);

        await provider.GetRequiredService<ShopClient>().Pets[12345].GetAsync();

        var ours = log.Lines.Where(l => l.Contains(" Shop.Api.ShopClient ", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, ours.Count(l => l.Contains("GET /pets/{id} at shop.example: ", StringComparison.Ordinal)));
        Assert.Contains(ours, l => l.StartsWith("Warning", StringComparison.Ordinal) && l.Contains(": 503 after ", StringComparison.Ordinal));
        Assert.Contains(ours, l => l.StartsWith("Debug", StringComparison.Ordinal) && l.Contains(": 200 after ", StringComparison.Ordinal));
        Assert.DoesNotContain(log.Lines, l => l.Contains("s3cret", StringComparison.Ordinal) || l.Contains("12345", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Contract_violations_are_logged_without_what_was_found()
    {
        var log = new Log();
        using var provider = Provide(
            s =>
            {
                s.AddLogging(l => l.AddProvider(log));
                return s.AddShopClient(WithToken);
            },
            new Service { Body = """{"name":12345}""" });

        await provider.GetRequiredService<ShopClient>().Pets[5].GetAsync();

        Assert.Contains(log.Lines, l => l.Contains("$.name", StringComparison.Ordinal) && !l.Contains("12345", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_client_can_be_added_again_to_set_more()
    {
        var service = new Service { Redirect = new("https://shop.example/v1/pets/6") };
        using var provider = Provide(
            s =>
            {
                s.AddShopClient(Section(("UserAgent", "contoso/1.0")));
                return s.AddShopClient(WithToken);
            },
            service);

        await provider.GetRequiredService<ShopClient>().Pets[5].GetAsync();

        Assert.Equal(2, service.Asked.Count);
        Assert.Equal("contoso/1.0", provider.GetRequiredService<IOptions<ShopClientOptions>>().Value.UserAgent);
        Assert.Equal("Bearer t0ken", service.Asked[1].Authorization);
    }

    [Fact]
    public async Task A_call_that_nothing_authenticates_is_not_sent()
    {
        var service = new Service();
        using var provider = Provide(s => s.AddShopClient(), service);

        await Assert.ThrowsAsync<AuthenticationException>(() => provider.GetRequiredService<ShopClient>().Pets[5].GetAsync());

        Assert.Empty(service.Asked);
    }

    [Fact]
    public void A_key_must_have_a_text() =>
        Assert.Throws<ArgumentException>(() => new ServiceCollection().AddKeyedShopClient(""));

    private static void WithToken(ShopClientOptions options) => options.Credentials.Add(ShopCredential.Token("t0ken"));

    private static IHttpClientBuilder AddResilient(IServiceCollection services) => AddResilient(services, WithToken);

    private static IHttpClientBuilder AddResilient(IServiceCollection services, Action<ShopClientOptions> configure)
    {
        var builder = services.AddShopClient(configure);
        builder.AddStandardResilienceHandler(options =>
        {
            options.Retry.Delay = TimeSpan.Zero;
            options.Retry.ShouldHandle = args =>
                ValueTask.FromResult(RetryRules.ShouldRetry(args.Context.GetRequestMessage()!, args.Outcome.Result, args.Outcome.Exception));
        });
        return builder;
    }

    private static ServiceProvider Provide(Func<IServiceCollection, IHttpClientBuilder> add, Service service)
    {
        var services = new ServiceCollection();
        add(services).ConfigurePrimaryHttpMessageHandler(() => service);
        return services.BuildServiceProvider();
    }

    private static IConfigurationSection Section(params (string Key, string Value)[] values) =>
        new ConfigurationBuilder().AddInMemoryCollection(values.ToDictionary(v => "Shop:" + v.Key, v => (string?)v.Value)).Build().GetSection("Shop");

    private sealed record Vault(string Token);

    private sealed class PassingHandler : DelegatingHandler;

    private sealed class CountingHandlers : IHttpMessageHandlerFactory
    {
        public List<string> Names { get; } = [];

        public HttpMessageHandler CreateHandler(string name)
        {
            Names.Add(name);
            return new Service();
        }
    }
}
