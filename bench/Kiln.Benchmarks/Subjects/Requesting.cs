using Kiln.Benchmarks.Peers.Kiota.Builders;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;
using SentinelOne.ThreatEvents;
using SentinelOne.ThreatEvents.Models;
using KiotaModels = Kiln.Benchmarks.Peers.Kiota.Models;

namespace Kiln.Benchmarks.Subjects;

/// <summary>One request with six query parameters, from the client to its URI, in each way. Nothing is sent.</summary>
internal sealed class Requesting : IDisposable
{
    private const string ThreatId = "1569749506546751259";
    private const string Cursor = "YWdlbnRfaWQ6NTgwMjkzODE=";

    private readonly ThreatEventsClient ours = new(new Uri("https://usea1.sentinelone.net"), "token");
    private readonly HttpClientRequestAdapter kiotaAdapter = new(new AnonymousAuthenticationProvider()) { BaseUrl = "https://usea1.sentinelone.net" };
    private readonly KiotaThreatEventsClient kiota;

    public Requesting() => kiota = new(kiotaAdapter);

    public Uri Ours() => ours.Threats[ThreatId].Explore.Events.ToGetRequestInformation(static r =>
    {
        r.QueryParameters.EventTypes = [EventType.Process, EventType.File];
        r.QueryParameters.ProcessNameLike = "scp";
        r.QueryParameters.Limit = 1000;
        r.QueryParameters.Cursor = Cursor;
        r.QueryParameters.SkipCount = true;
        r.QueryParameters.SortOrder = SortOrder.Asc;
    }).URI;

    public Uri Kiota() => kiota.Threats[ThreatId].Explore.Events.ToGetRequestInformation(static r =>
    {
        r.QueryParameters.EventTypes = [KiotaModels.EventType.Process, KiotaModels.EventType.File];
        r.QueryParameters.ProcessNameLike = "scp";
        r.QueryParameters.Limit = 1000;
        r.QueryParameters.Cursor = Cursor;
        r.QueryParameters.SkipCount = true;
        r.QueryParameters.SortOrder = KiotaModels.SortOrder.Asc;
    }).URI;

    public void Dispose() => kiotaAdapter.Dispose();
}
