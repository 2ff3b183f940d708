using Kiln.Runtime.Contracts;
using SentinelOne.ThreatEvents.Threats.Item.Explore.Events;
using ThreatEvents.EmbeddedConsole;

namespace SentinelOne.ThreatEvents.Tests.Support;

/// <summary>The SDK as its callers have it, pointed at a console of the tests.</summary>
internal static class Clients
{
    /// <summary>The events of the one threat that the sample knows.</summary>
    public static EventsRequestBuilder Events(this ScriptedConsole console, ReadOptions? options = null) => Client(console.Address, options: options).Sample();

    public static EventsRequestBuilder Sample(this ThreatEventsClient client) => client.Threats[ConsoleServer.ThreatId].Explore.Events;

    public static ThreatEventsClient Client(Uri console, string token = ConsoleServer.Token, HttpClient? http = null, ReadOptions? options = null) =>
        new(console, token, http, options);
}
