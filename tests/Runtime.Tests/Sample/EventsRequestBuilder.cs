using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Kiln.Runtime.Paging;
using Kiln.Runtime.Requests;
using Kiln.Runtime.Responses;
using Kiln.Runtime.Wire;
using Microsoft.Kiota.Abstractions;
using Sample.Models;

namespace Sample;

public sealed partial class EventsRequestBuilder(IRequestAdapter requestAdapter, string threatId)
    : RequestBuilder<EventsRequestBuilder>(requestAdapter, "{+baseurl}/web/api/v2.1/threats/{threat_id}/explore/events{?countOnly,cursor,eventTypes}")
{
    public Task<ThreatEventPage> GetAsync(Action<CallConfiguration<EventsQuery>>? configure = null, CancellationToken cancellationToken = default) =>
        SendAsync(ToGetRequestInformation(configure), GetResponse, cancellationToken);

    public Task<Response<ThreatEventPage, EventsHeaders>> GetWithResponseAsync(
        Action<CallConfiguration<EventsQuery>>? configure = null, CancellationToken cancellationToken = default) =>
        SendWithResponseAsync<ThreatEventPage, EventsHeaders>(ToGetRequestInformation(configure), GetResponse, cancellationToken);

    public Pages<ThreatEventPage, ThreatEvent> GetAllAsync(Action<CallConfiguration<EventsQuery>>? configure = null) =>
        new(RequestAdapter, GetPaging, () => ToGetRequestInformation(configure));

    public Task<long> CountAsync(Action<CallConfiguration<EventsQuery>>? configure = null, CancellationToken cancellationToken = default) =>
        GetAllAsync(configure).GetTotalAsync(cancellationToken);

    public RequestInformation ToGetRequestInformation(Action<CallConfiguration<EventsQuery>>? configure = null) =>
        CreateRequest(Method.GET, $"/web/api/v2.1/threats/{threatId}/explore/events", configure, "application/json");

    /// <summary>Adds an event: an operation with a body and a header parameter, and an answer without a body.</summary>
    public Task PostAsync(
        ThreatEvent body, Action<CallConfiguration<DefaultQueryParameters, TraceHeaders>>? configure = null, CancellationToken cancellationToken = default) =>
        SendAsync(ToPostRequestInformation(body, configure), PostResponse, cancellationToken);

    public RequestInformation ToPostRequestInformation(
        ThreatEvent body, Action<CallConfiguration<DefaultQueryParameters, TraceHeaders>>? configure = null) =>
        CreateRequestWithHeaders(Method.POST, $"/web/api/v2.1/threats/{threatId}/explore/events", configure, null)
            .SetJsonContent(WireType.Model<ThreatEvent>(), body);

    /// <summary>The events as text, bytes or a stream: the other kinds of bodies.</summary>
    public Task<string> GetTextAsync(Action<CallConfiguration<EventsQuery>>? configure = null, CancellationToken cancellationToken = default) =>
        RequestAdapter.SendAsync(ToGetRequestInformation(configure), BodyType.String, GetResponse, cancellationToken);

    public Task<byte[]> GetBytesAsync(Action<CallConfiguration<EventsQuery>>? configure = null, CancellationToken cancellationToken = default) =>
        RequestAdapter.SendAsync(ToGetRequestInformation(configure), BodyType.Bytes, GetResponse, cancellationToken);

    public Task<ResponseStream> GetStreamAsync(Action<CallConfiguration<EventsQuery>>? configure = null, CancellationToken cancellationToken = default) =>
        RequestAdapter.SendAsync(ToGetRequestInformation(configure), BodyType.Stream, GetResponse, cancellationToken);

    private static readonly ResponseMap<ThreatEventPage> GetResponse = new(BodyType.Json(WireType.Model<ThreatEventPage>()))
    {
        ["400"] = ErrorResponseException.Body,
        ["401"] = ErrorResponseException.Body,
        ["5XX"] = ErrorResponseException.Body,
    };

    private static readonly ResponseMap<NoContent> PostResponse = new(BodyType.None)
    {
        ["400"] = ErrorResponseException.Body,
        ["401"] = ErrorResponseException.Body,
        ["5XX"] = ErrorResponseException.Body,
    };

    private static readonly PagingContract<ThreatEventPage, ThreatEvent> GetPaging = new(
        page: WireType.Model<ThreatEventPage>(), item: WireType.Model<ThreatEvent>(), GetResponse,
        items: page => page.Data, itemsPointer: "/data", PagingMethod.Cursor("cursor", "/pagination/nextCursor"))
    {
        EndCursors = ["null"],
        Total = "/pagination/totalItems",
        PageSize = new("limit", 1000),
        FirstPageOnly = ["skip"],
        CountOnly = "countOnly",
    };
}

public sealed partial class EventsQuery : IQueryParameters
{
    public bool? CountOnly { get; set; }

    public string? Cursor { get; set; }

    public IReadOnlyList<EventObjectType>? EventTypes { get; set; }

    public int? Limit { get; set; }

    public DateTimeOffset? Since { get; set; }

    public int? Skip { get; set; }

    void IQueryParameters.AppendTo(UrlBuilder url)
    {
        url.AppendQuery("countOnly", WireType.Boolean, CountOnly);
        url.AppendQuery("cursor", WireType.String, Cursor);
        url.AppendQueryList("eventTypes", WireType.Enum<EventObjectType>(), EventTypes, ParameterStyle.Form);
        url.AppendQuery("limit", WireType.Int32, Limit);
        url.AppendQuery("since", WireType.DateTime, Since);
        url.AppendQuery("skip", WireType.Int32, Skip);
    }
}

public sealed partial class TraceHeaders : IHeaderParameters
{
    public string? Trace { get; set; }

    void IHeaderParameters.AddTo(RequestInformation request) => request.AddHeader("X-Trace", WireType.String, Trace);
}

public sealed partial class EventsHeaders : TypedHeaders
{
    public string? Server => All.Get("Server", WireType.String);

    public int? RateLimit => All.Get("X-Rate-Limit", WireType.Int32);
}

public sealed partial class SampleClient : RequestBuilder
{
    public SampleClient(IRequestAdapter requestAdapter) : base(requestAdapter, "{+baseurl}") => KilnDefaults.Register();

    public ThreatsRequestBuilder Threats => new(RequestAdapter);
}

public sealed partial class ThreatsRequestBuilder(IRequestAdapter requestAdapter)
    : RequestBuilder(requestAdapter, "{+baseurl}/web/api/v2.1/threats")
{
    public EventsRequestBuilder this[string threatId] => new(RequestAdapter, threatId);
}
