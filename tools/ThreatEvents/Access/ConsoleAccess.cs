using ThreatEvents.CommandLine;
using ThreatEvents.EmbeddedConsole;
using ThreatEvents.Running;

namespace ThreatEvents.Access;

/// <summary>The console to ask, the token for it, and the threat to ask for; it stops the console that it started.</summary>
internal sealed class ConsoleAccess : IAsyncDisposable
{
    private readonly ConsoleServer? embedded;

    private ConsoleAccess(Uri address, string token, string threatId, ConsoleServer? embedded)
    {
        (Address, Token, ThreatId) = (address, token, threatId);
        this.embedded = embedded;
    }

    public Uri Address { get; }

    public string Token { get; }

    public string ThreatId { get; }

    public bool IsEmbedded => embedded is not null;

    public static async Task<ConsoleAccess> OpenAsync(
        CommandInput input, Surroundings surroundings, Messages messages, CancellationToken cancellationToken)
    {
        if (input.Console is { } address)
            return new ConsoleAccess(address, ApiToken.Find(input.TokenFile, surroundings.Variable), input.ThreatId!, embedded: null);

        var server = await ConsoleServer.StartAsync(cancellationToken).ConfigureAwait(false);
        messages.Say($"Sample data: no --console was given, so an embedded console on {server.Address} returns {server.Events.Count:N0} generated events.");

        return new ConsoleAccess(server.Address, ConsoleServer.Token, input.ThreatId ?? ConsoleServer.ThreatId, server);
    }

    public ValueTask DisposeAsync() => embedded?.DisposeAsync() ?? ValueTask.CompletedTask;
}
