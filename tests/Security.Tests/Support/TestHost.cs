using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kiln.Security.Tests.Support;

/// <summary>A host with a name of the test's network. It listens with https, and accepts any certificate of a client, so that handlers decide on it; and with http on this machine.</summary>
internal sealed class TestHost : IAsyncDisposable
{
    private readonly WebApplication app;

    private TestHost(WebApplication app, Uri plainUrl) => (this.app, PlainUrl) = (app, plainUrl);

    /// <summary>The address with http.</summary>
    public Uri PlainUrl { get; }

    public static async Task<TestHost> StartAsync(TestNetwork network, string name, Action<IServiceCollection> configure, Action<WebApplication> map)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(options =>
        {
            options.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(https =>
            {
                https.ServerCertificate = TestCertificates.Server;
                https.ClientCertificateMode = ClientCertificateMode.AllowCertificate;
                https.AllowAnyClientCertificate();
            }));
            options.Listen(IPAddress.Loopback, 0);
        });
        configure(builder.Services);
        var app = builder.Build();
        map(app);
        await app.StartAsync();
        var urls = app.Urls.Select(a => new Uri(a)).ToList();
        network.Add(name, urls.Single(u => u.Scheme == "https").Port);
        return new(app, urls.Single(u => u.Scheme == "http"));
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}
