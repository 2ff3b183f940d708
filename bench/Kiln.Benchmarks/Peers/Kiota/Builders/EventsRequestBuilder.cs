using Kiln.Benchmarks.Peers.Kiota.Models;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Kiln.Benchmarks.Peers.Kiota.Builders;

/// <summary>As Kiota emits it.</summary>
public partial class EventsRequestBuilder : BaseRequestBuilder
{
    public EventsRequestBuilder(Dictionary<string, object> pathParameters, IRequestAdapter requestAdapter)
        : base(
            requestAdapter,
            "{+baseurl}/web/api/v2.1/threats/{threat_id}/explore/events{?countOnly*,cursor*,eventId*,eventSubTypes,eventTypes,limit*,processName__like*,skip*,skipCount*,sortBy*,sortOrder*}",
            pathParameters)
    {
    }

    public async Task<ThreatEventPage?> GetAsync(
        Action<RequestConfiguration<EventsRequestBuilderGetQueryParameters>>? requestConfiguration = default, CancellationToken cancellationToken = default)
    {
        var requestInfo = ToGetRequestInformation(requestConfiguration);
        var errorMapping = new Dictionary<string, ParsableFactory<IParsable>>
        {
            { "400", ErrorResponse.CreateFromDiscriminatorValue },
            { "401", ErrorResponse.CreateFromDiscriminatorValue },
            { "403", ErrorResponse.CreateFromDiscriminatorValue },
            { "404", ErrorResponse.CreateFromDiscriminatorValue },
            { "429", ErrorResponse.CreateFromDiscriminatorValue },
            { "XXX", ErrorResponse.CreateFromDiscriminatorValue },
        };
        return await RequestAdapter.SendAsync<ThreatEventPage>(requestInfo, ThreatEventPage.CreateFromDiscriminatorValue, errorMapping, cancellationToken).ConfigureAwait(false);
    }

    public RequestInformation ToGetRequestInformation(Action<RequestConfiguration<EventsRequestBuilderGetQueryParameters>>? requestConfiguration = default)
    {
        var requestInfo = new RequestInformation(Method.GET, UrlTemplate, PathParameters);
        requestInfo.Configure(requestConfiguration);
        requestInfo.Headers.TryAdd("Accept", "application/json");
        return requestInfo;
    }

    /// <summary>As Kiota emits it, without the obsolete string twins of the enum parameters, over which it would reflect as well.</summary>
    public partial class EventsRequestBuilderGetQueryParameters
    {
        [QueryParameter("countOnly")]
        public bool? CountOnly { get; set; }

        [QueryParameter("cursor")]
        public string? Cursor { get; set; }

        [QueryParameter("eventId")]
        public string? EventId { get; set; }

        [QueryParameter("eventSubTypes")]
        public string[]? EventSubTypes { get; set; }

        [QueryParameter("eventTypes")]
        public EventType[]? EventTypes { get; set; }

        [QueryParameter("limit")]
        public int? Limit { get; set; }

        [QueryParameter("processName__like")]
        public string? ProcessNameLike { get; set; }

        [QueryParameter("skip")]
        public int? Skip { get; set; }

        [QueryParameter("skipCount")]
        public bool? SkipCount { get; set; }

        [QueryParameter("sortBy")]
        public SortField? SortBy { get; set; }

        [QueryParameter("sortOrder")]
        public SortOrder? SortOrder { get; set; }
    }
}
