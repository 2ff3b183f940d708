using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;
using Kiln.Runtime.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Polly;
using Shop.Api;

namespace Kiln.DependencyInjection.Tests;

/// <summary>The examples of docs/client.md on dependency injection, and of the package's readme, which are compiled and run here.</summary>
public sealed partial class ClientPageTests
{
    [Fact]
    public void The_examples_are_those_of_this_file()
    {
        var here = Lines(File.ReadAllText(Checkout.PathOf("tests/DependencyInjection.Tests/ClientPageTests.cs")));
        var blocks = Blocks("csharp").Concat(BlocksOf(File.ReadAllText(Checkout.PathOf("src/DependencyInjection/README.md")), "csharp")).ToList();

        Assert.Equal(5, blocks.Count);
        Assert.All(blocks, block => Assert.Contains(Lines(block), here));
    }

    [Fact]
    public async Task Clients_are_added_and_take_the_configuration_that_the_page_shows()
    {
        var builder = Application();
        builder.Services.AddShopClient(builder.Configuration.GetSection("Shop"), o => o.UserAgent = "contoso/1.0");
        builder.Services.AddKeyedShopClient("test", o => o.Server = new Uri("http://localhost:5000"));
        using var host = builder.Build();

        await host.StartAsync();

        var options = host.Services.GetRequiredService<IOptions<ShopClientOptions>>().Value;
        Assert.Equal(("https://shop.example/v1", "contoso/1.0", TimeSpan.FromSeconds(30)), (options.Server!.AbsoluteUri, options.UserAgent, options.Timeout));
        Assert.Equal(["api_key", "oauth"], options.Credentials.Select(c => c.Scheme.Name));
        Assert.NotNull(host.Services.GetRequiredKeyedService<ShopClient>("test"));
    }

    [Fact]
    public async Task Options_are_set_by_other_services()
    {
        var service = new Service();
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton(new Vault("k3y"));
        builder.Services.AddShopClient().ConfigurePrimaryHttpMessageHandler(() => service);
        builder.Services.AddOptions<ShopClientOptions>().Configure<Vault>((o, vault) => o.Credentials.Add(ShopCredential.ApiKey(ct => vault.GetKeyAsync(ct))));
        using var host = builder.Build();

        await host.Services.GetRequiredService<ShopClient>().Pets[5].GetAsync();

        Assert.Equal("?key=k3y", Assert.Single(service.Asked).Url.Query);
    }

    [Fact]
    public async Task Requests_are_sent_again()
    {
        var service = new Service(HttpStatusCode.TooManyRequests, HttpStatusCode.OK);
        var builder = Application();
        builder.Services.AddShopClient(builder.Configuration.GetSection("Shop"))
            .AddStandardResilienceHandler(options => options.Retry.ShouldHandle = args =>
                ValueTask.FromResult(RetryRules.ShouldRetry(args.Context.GetRequestMessage()!, args.Outcome.Result, args.Outcome.Exception)));
        builder.Services.AddShopClient().ConfigurePrimaryHttpMessageHandler(() => service);
        builder.Services.ConfigureAll<Microsoft.Extensions.Http.Resilience.HttpStandardResilienceOptions>(o => o.Retry.Delay = TimeSpan.Zero);
        using var host = builder.Build();

        await host.Services.GetRequiredService<ShopClient>().Pets[5].GetAsync();

        Assert.Equal(2, service.Asked.Count);
    }

    [Fact]
    public void A_certificate_is_presented()
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=me", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddDays(1));
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddShopClient(o => o.Credentials.Add(ShopCredential.Certificate()))
            .UseSocketsHttpHandler((handler, _) => handler.SslOptions.ClientCertificates = [certificate]);
        using var host = builder.Build();

        HttpMessageHandler? innermost = host.Services.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler(typeof(ShopClient).FullName!);
        while (innermost is DelegatingHandler outer)
            innermost = outer.InnerHandler;

        var handler = Assert.IsType<SocketsHttpHandler>(innermost);
        Assert.False(handler.AllowAutoRedirect);
        Assert.Same(certificate, Assert.Single(handler.SslOptions.ClientCertificates!));
        Assert.NotNull(host.Services.GetRequiredService<ShopClient>());
    }

    [Fact]
    public void The_readme_adds_a_client()
    {
        var (services, configuration) = (new ServiceCollection(), new ConfigurationManager());
        services.AddShopClient(configuration.GetSection("Shop"))
            .AddStandardResilienceHandler();
        using var provider = services.BuildServiceProvider();

        Assert.NotNull(provider.GetRequiredService<ShopClient>());
    }

    // With the settings that the page shows.
    private static HostApplicationBuilder Application()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(Blocks("json").Single())));
        return builder;
    }

    private static IEnumerable<string> Blocks(string language)
    {
        var page = File.ReadAllText(Checkout.PathOf("docs/client.md")).ReplaceLineEndings("\n");
        return BlocksOf(page[page.IndexOf("\n## Dependency injection\n", StringComparison.Ordinal)..], language);
    }

    private static IEnumerable<string> BlocksOf(string page, string language) =>
        Block().Matches(page.ReplaceLineEndings("\n")).Where(m => m.Groups[1].Value == language).Select(m => m.Groups[2].Value);

    private static string Lines(string text) => string.Join('\n', text.Split('\n').Select(line => line.Trim()));

    [GeneratedRegex(@"^```(\w+)\n(.*?)\n```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();

    private sealed class Vault(string key)
    {
        public ValueTask<string> GetKeyAsync(CancellationToken cancellationToken) => ValueTask.FromResult(key);
    }
}
