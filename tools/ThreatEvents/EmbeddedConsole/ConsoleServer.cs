namespace ThreatEvents.EmbeddedConsole;

/// <summary>A management console on a free loopback port that answers for one threat as the vendor's does.</summary>
public sealed class ConsoleServer : IAsyncDisposable
{
    /// <summary>The one threat that this console knows.</summary>
    public const string ThreatId = "1569749506337035982";

    /// <summary>The one API token that this console takes.</summary>
    public const string Token = "embedded-console-sample-token";

    private readonly LoopbackServer server;

    private ConsoleServer(LoopbackServer server, EventStore events) => (this.server, Events) = (server, events);

    /// <summary>Where the console listens, such as <c>http://127.0.0.1:40123/</c>.</summary>
    public Uri Address => server.Address;

    /// <summary>The events it serves.</summary>
    public EventStore Events { get; }

    /// <summary>Starts a console with the sample events.</summary>
    public static Task<ConsoleServer> StartAsync(CancellationToken cancellationToken = default) =>
        StartAsync(EventStore.Sample, cancellationToken);

    /// <summary>Starts a console with events of the caller's own.</summary>
    public static async Task<ConsoleServer> StartAsync(EventStore events, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(events);

        return new ConsoleServer(await LoopbackServer.StartAsync(new EventsEndpoint(events).AnswerAsync, cancellationToken).ConfigureAwait(false), events);
    }

    /// <summary>Stops listening; a request that is still being answered is cut off.</summary>
    public ValueTask DisposeAsync() => server.DisposeAsync();
}
