using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace ThreatEvents.EmbeddedConsole;

/// <summary>Kestrel on a free loopback port.</summary>
/// <remarks>
/// It is used bare, without a host: a host reads settings from files in the working directory and from the environment,
/// and takes Ctrl-C for itself. None of that belongs in a command that an analyst runs anywhere.
/// </remarks>
internal sealed class LoopbackServer : IAsyncDisposable
{
    /// <summary>Room for a filter of 5000 values, the most that the vendor's document allows.</summary>
    private const int LongestRequestLine = 256 * 1024;

    private readonly KestrelServer server;

    private LoopbackServer(KestrelServer server)
    {
        this.server = server;
        Address = new Uri(server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single());
    }

    public Uri Address { get; }

    public static async Task<LoopbackServer> StartAsync(RequestDelegate answer, CancellationToken cancellationToken)
    {
        var options = new KestrelServerOptions { AddServerHeader = false };
        options.Limits.MaxRequestLineSize = LongestRequestLine;
        options.Listen(IPAddress.Loopback, port: 0, listen => listen.Protocols = HttpProtocols.Http1);

        var sockets = new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance);
        var server = new KestrelServer(Options.Create(options), sockets, NullLoggerFactory.Instance);
        await server.StartAsync(new Application(answer), cancellationToken).ConfigureAwait(false);

        return new LoopbackServer(server);
    }

    /// <summary>Stops listening; a request that is still being answered is cut off.</summary>
    public async ValueTask DisposeAsync()
    {
        await server.StopAsync(new CancellationToken(canceled: true)).ConfigureAwait(false);
        server.Dispose();
    }

    private sealed class Application(RequestDelegate answer) : IHttpApplication<HttpContext>
    {
        public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

        public Task ProcessRequestAsync(HttpContext context) => answer(context);

        public void DisposeContext(HttpContext context, Exception? exception) { }
    }
}
