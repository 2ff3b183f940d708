using System.Net;
using System.Net.Http.Headers;
using Kiln.Runtime.Contracts;
using SentinelOne.ThreatEvents;
using SentinelOne.ThreatEvents.Models;

namespace Kiln.Benchmarks.Subjects;

/// <summary>One call, from the client to a page that is in memory: without an observer, with one that is off, and with one that counts.</summary>
internal sealed class Observing : IDisposable
{
    private readonly ContractObserver off = new() { IsEnabled = false };
    private readonly ContractObserver on = new();
    private readonly Func<ThreatEventPage?> without;
    private readonly Func<ThreatEventPage?> withOff;
    private readonly Func<ThreatEventPage?> withOn;

    public Observing(byte[] body)
    {
        without = CallOf(body, null);
        withOff = CallOf(body, off);
        withOn = CallOf(body, on);
    }

    public ThreatEventPage? Without() => without();

    public ThreatEventPage? Off() => withOff();

    public ThreatEventPage? On() => withOn();

    public void Dispose()
    {
        off.Dispose();
        on.Dispose();
    }

    private static Func<ThreatEventPage?> CallOf(byte[] body, ContractObserver? observer)
    {
        var options = new ThreatEventsClientOptions
        {
            Server = new("https://usea1.sentinelone.net"),
            HttpClient = new(new MemoryHandler(body)),
            ReadOptions = new() { Observer = observer },
        };
        options.Credentials.Add(ThreatEventsCredential.ApiToken("token"));
        var events = new ThreatEventsClient(options).Threats["1569749506546751259"].Explore.Events;
        return () => events.GetAsync().GetAwaiter().GetResult();
    }

    /// <summary>Gives every request the same body, at once and on the calling thread.</summary>
    private sealed class MemoryHandler(byte[] body) : HttpMessageHandler
    {
        private static readonly MediaTypeHeaderValue Json = new("application/json");

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var content = new ByteArrayContent(body);
            content.Headers.ContentType = Json;
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = content, RequestMessage = request });
        }
    }
}
