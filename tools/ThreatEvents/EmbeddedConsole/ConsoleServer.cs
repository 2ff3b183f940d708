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

/// <summary>A management console on a free loopback port that answers for one threat as the vendor's does.</summary>
/// <remarks>
/// Kestrel is used bare, without a host: a host reads settings from files in the working directory and from the
/// environment, and takes Ctrl-C for itself. None of that belongs in a command that an analyst runs anywhere.
/// </remarks>
public sealed class ConsoleServer : IAsyncDisposable
{
    /// <summary>The one threat that this console knows.</summary>
    public const string ThreatId = "1569749506337035982";

    /// <summary>The one API token that this console takes.</summary>
    public const string Token = "embedded-console-sample-token";

    /// <summary>Room for a filter of 5000 values, the most that the vendor's document allows.</summary>
    private const int LongestRequestLine = 256 * 1024;

    private readonly KestrelServer server;

    private ConsoleServer(KestrelServer server, EventStore events)
    {
        this.server = server;
        Address = new Uri(server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single());
        Events = events;
    }

    /// <summary>Where the console listens, such as <c>http://127.0.0.1:40123/</c>.</summary>
    public Uri Address { get; }

    /// <summary>The events it serves.</summary>
    public EventStore Events { get; }

    /// <summary>Starts a console with the sample events.</summary>
    public static Task<ConsoleServer> StartAsync(CancellationToken cancellationToken = default) =>
        StartAsync(EventStore.Sample, cancellationToken);

    /// <summary>Starts a console with events of the caller's own.</summary>
    public static async Task<ConsoleServer> StartAsync(EventStore events, CancellationToken cancellationToken = default)
    {
        var options = new KestrelServerOptions { AddServerHeader = false };
        options.Limits.MaxRequestLineSize = LongestRequestLine;
        options.Listen(IPAddress.Loopback, port: 0, listen => listen.Protocols = HttpProtocols.Http1);

        var sockets = new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance);
        var server = new KestrelServer(Options.Create(options), sockets, NullLoggerFactory.Instance);
        await server.StartAsync(new Application(new EventsEndpoint(events).AnswerAsync), cancellationToken).ConfigureAwait(false);

        return new ConsoleServer(server, events);
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
