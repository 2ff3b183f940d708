using Kiln.Benchmarks.Peers.Kiota.Builders;
using Kiln.Runtime.Requests;
using Kiln.Runtime.Wire;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;
using SentinelOne.ThreatEvents;
using SentinelOne.ThreatEvents.Models;
using KiotaModels = Kiln.Benchmarks.Peers.Kiota.Models;

namespace Kiln.Benchmarks.Subjects;

/// <summary>One request with six query parameters, a header and a small JSON body, from the client to its URI and its stream, in each way. Nothing is sent.</summary>
internal sealed class Requesting : IDisposable
{
    private const string ThreatId = "1569749506546751259";
    private const string Cursor = "YWdlbnRfaWQ6NTgwMjkzODE=";
    private const string Header = "X-Trace-Id";

    private readonly ThreatEventsClient ours = new(new Uri("https://usea1.sentinelone.net"), "token");
    private readonly HttpClientRequestAdapter kiotaAdapter = new(new AnonymousAuthenticationProvider()) { BaseUrl = "https://usea1.sentinelone.net" };
    private readonly KiotaThreatEventsClient kiota;

    public Requesting() => kiota = new(kiotaAdapter);

    public Uri Ours()
    {
        var request = ours.Threats[ThreatId].Explore.Events.ToGetRequestInformation(static r =>
        {
            r.Headers.Add(Header, Cursor);
            r.QueryParameters.EventTypes = [EventType.Process, EventType.File];
            r.QueryParameters.ProcessNameLike = "scp";
            r.QueryParameters.Limit = 1000;
            r.QueryParameters.Cursor = Cursor;
            r.QueryParameters.SkipCount = true;
            r.QueryParameters.SortOrder = SortOrder.Asc;
        });
        request.SetJsonContent(WireType.Model<Pagination>(), new() { TotalItems = 2500, NextCursor = Cursor });
        request.Content.Dispose();
        return request.URI;
    }

    public Uri Kiota()
    {
        var request = kiota.Threats[ThreatId].Explore.Events.ToGetRequestInformation(static r =>
        {
            r.Headers.Add(Header, Cursor);
            r.QueryParameters.EventTypes = [KiotaModels.EventType.Process, KiotaModels.EventType.File];
            r.QueryParameters.ProcessNameLike = "scp";
            r.QueryParameters.Limit = 1000;
            r.QueryParameters.Cursor = Cursor;
            r.QueryParameters.SkipCount = true;
            r.QueryParameters.SortOrder = KiotaModels.SortOrder.Asc;
        });
        request.SetContentFromParsable(kiotaAdapter, "application/json", new KiotaModels.Pagination { TotalItems = 2500, NextCursor = Cursor });
        request.Content.Dispose();
        return request.URI;
    }

    public void Dispose() => kiotaAdapter.Dispose();
}
