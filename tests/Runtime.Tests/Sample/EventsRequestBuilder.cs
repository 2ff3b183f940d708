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

public sealed partial class EventsRequestBuilder : RequestBuilder
{
    private const string Template = "{+baseurl}/web/api/v2.1/threats/{threat_id}/explore/events{?countOnly,cursor,eventTypes}";

    private readonly string threatId = "";

    internal EventsRequestBuilder(IRequestAdapter requestAdapter, string threatId) : base(requestAdapter, Template) => this.threatId = threatId;

    /// <summary>Calls a URL that was given whole, for example by the service.</summary>
    public EventsRequestBuilder(string rawUrl, IRequestAdapter requestAdapter) : base(requestAdapter, Template, rawUrl)
    {
    }

    public EventsRequestBuilder WithUrl(string rawUrl) => new(rawUrl, RequestAdapter);

    public Task<ThreatEventPage> GetAsync(Action<RequestConfiguration<EventsQuery>>? configure = null, CancellationToken cancellationToken = default) =>
        RequestAdapter.SendAsync(ToGetRequestInformation(configure), GetBody, GetErrors, cancellationToken);

    public Task<Response<ThreatEventPage, EventsHeaders>> GetWithResponseAsync(
        Action<RequestConfiguration<EventsQuery>>? configure = null, CancellationToken cancellationToken = default) =>
        RequestAdapter.SendWithResponseAsync(ToGetRequestInformation(configure), GetBody, static h => new EventsHeaders(h), GetErrors, cancellationToken);

    public Pages<ThreatEventPage, ThreatEvent> GetAllAsync(Action<RequestConfiguration<EventsQuery>>? configure = null) =>
        new(RequestAdapter, GetPaging, cursor => ToGetRequestInformation(request =>
        {
            request.QueryParameters.Limit = 1000;
            configure?.Invoke(request);
            if (cursor is null)
                return;
            request.QueryParameters.Cursor = cursor;
            request.QueryParameters.Skip = null;
        }));

    public async Task<long> CountAsync(Action<RequestConfiguration<EventsQuery>>? configure = null, CancellationToken cancellationToken = default)
    {
        var information = ToGetRequestInformation(request =>
        {
            configure?.Invoke(request);
            request.QueryParameters.CountOnly = true;
        });
        var page = await RequestAdapter.SendAsync(information, GetPaging.CreateCountBodyType("/pagination/totalItems"), GetErrors, cancellationToken).ConfigureAwait(false);
        return page.Pagination.TotalItems;
    }

    public RequestInformation ToGetRequestInformation(Action<RequestConfiguration<EventsQuery>>? configure = null)
    {
        var request = new RequestConfiguration<EventsQuery>();
        configure?.Invoke(request);

        var url = CreateUrlBuilder();
        url.AppendPath("/web/api/v2.1/threats/");
        url.AppendPath(WireType.String, threatId);
        url.AppendPath("/explore/events");
        var query = request.QueryParameters;
        url.AppendQuery("countOnly", WireType.Boolean, query.CountOnly);
        url.AppendQuery("cursor", WireType.String, query.Cursor);
        url.AppendQueryList("eventTypes", WireType.Enum<EventObjectType>(), query.EventTypes, ListStyle.CommaDelimited);
        url.AppendQuery("limit", WireType.Int32, query.Limit);
        url.AppendQuery("since", WireType.DateTime, query.Since);
        url.AppendQuery("skip", WireType.Int32, query.Skip);
        return CreateRequest(Method.GET, ref url, request, "application/json");
    }

    /// <summary>Adds an event: an operation with a body and a header parameter, and an answer without a body.</summary>
    public Task PostAsync(
        ThreatEvent body, string? trace = null, Action<RequestConfiguration<DefaultQueryParameters>>? configure = null, CancellationToken cancellationToken = default) =>
        RequestAdapter.SendAsync(ToPostRequestInformation(body, trace, configure), PostBody, GetErrors, cancellationToken);

    public RequestInformation ToPostRequestInformation(
        ThreatEvent body, string? trace = null, Action<RequestConfiguration<DefaultQueryParameters>>? configure = null)
    {
        var configuration = new RequestConfiguration<DefaultQueryParameters>();
        configure?.Invoke(configuration);

        var url = CreateUrlBuilder();
        url.AppendPath("/web/api/v2.1/threats/");
        url.AppendPath(WireType.String, threatId);
        url.AppendPath("/explore/events");
        var request = CreateRequest(Method.POST, ref url, configuration, null);
        request.AddHeader("X-Trace", WireType.String, trace);
        request.SetJsonContent(WireType.Model<ThreatEvent>(), body);
        return request;
    }

    /// <summary>The events as text, bytes or a stream: the other kinds of bodies.</summary>
    public Task<string> GetTextAsync(Action<RequestConfiguration<EventsQuery>>? configure = null, CancellationToken cancellationToken = default) =>
        RequestAdapter.SendAsync(ToGetRequestInformation(configure), BodyType.String, GetErrors, cancellationToken);

    public Task<byte[]> GetBytesAsync(Action<RequestConfiguration<EventsQuery>>? configure = null, CancellationToken cancellationToken = default) =>
        RequestAdapter.SendAsync(ToGetRequestInformation(configure), BodyType.Bytes, GetErrors, cancellationToken);

    public Task<Stream> GetStreamAsync(Action<RequestConfiguration<EventsQuery>>? configure = null, CancellationToken cancellationToken = default) =>
        RequestAdapter.SendAsync(ToGetRequestInformation(configure), BodyType.Stream, GetErrors, cancellationToken);

    private static readonly BodyType<ThreatEventPage> GetBody = BodyType.Json(WireType.Model<ThreatEventPage>());

    private static readonly BodyType<NoContent> PostBody = BodyType.None;

    private static readonly ErrorMap GetErrors = new ErrorMap
    {
        ["400"] = ErrorResponseException.Body,
        ["401"] = ErrorResponseException.Body,
        ["5XX"] = ErrorResponseException.Body,
    };

    private static readonly PagingContract<ThreatEventPage, ThreatEvent> GetPaging = new(
        page: WireType.Model<ThreatEventPage>(), item: WireType.Model<ThreatEvent>(), GetErrors,
        items: page => page.Data, itemsPointer: "/data",
        nextCursor: page => page.Pagination.NextCursor, nextCursorPointer: "/pagination/nextCursor")
    {
        EndCursors = ["null"],
    };
}

public sealed partial class EventsQuery
{
    public bool? CountOnly { get; set; }

    public string? Cursor { get; set; }

    public IReadOnlyList<EventObjectType>? EventTypes { get; set; }

    public int? Limit { get; set; }

    public DateTimeOffset? Since { get; set; }

    public int? Skip { get; set; }
}

public sealed partial class EventsHeaders(ResponseHeaders headers)
{
    public string? Server => headers.Get("Server", WireType.String);

    public int? RateLimit => headers.Get("X-Rate-Limit", WireType.Int32);

    public ResponseHeaders All => headers;
}

public sealed partial class SampleClient : RequestBuilder
{
    public SampleClient(IRequestAdapter requestAdapter) : base(requestAdapter, "{+baseurl}") => KilnDefaults.Register();

    public ThreatsRequestBuilder Threats => new(RequestAdapter);
}

public sealed partial class ThreatsRequestBuilder : RequestBuilder
{
    internal ThreatsRequestBuilder(IRequestAdapter requestAdapter) : base(requestAdapter, "{+baseurl}/web/api/v2.1/threats")
    {
    }

    public EventsRequestBuilder this[string threatId] => new(RequestAdapter, threatId);
}
