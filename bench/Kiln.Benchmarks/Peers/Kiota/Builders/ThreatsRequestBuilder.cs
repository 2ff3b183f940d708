using Microsoft.Kiota.Abstractions;

namespace Kiln.Benchmarks.Peers.Kiota.Builders;

/// <summary>As Kiota emits it.</summary>
public partial class ThreatsRequestBuilder : BaseRequestBuilder
{
    public ThreatsItemRequestBuilder this[string position]
    {
        get
        {
            var urlTplParams = new Dictionary<string, object>(PathParameters);
            urlTplParams.Add("threat_id", position);
            return new ThreatsItemRequestBuilder(urlTplParams, RequestAdapter);
        }
    }

    public ThreatsRequestBuilder(Dictionary<string, object> pathParameters, IRequestAdapter requestAdapter)
        : base(requestAdapter, "{+baseurl}/web/api/v2.1/threats", pathParameters)
    {
    }
}

/// <summary>As Kiota emits it.</summary>
public partial class ThreatsItemRequestBuilder : BaseRequestBuilder
{
    public ExploreRequestBuilder Explore
    {
        get => new ExploreRequestBuilder(PathParameters, RequestAdapter);
    }

    public ThreatsItemRequestBuilder(Dictionary<string, object> pathParameters, IRequestAdapter requestAdapter)
        : base(requestAdapter, "{+baseurl}/web/api/v2.1/threats/{threat_id}", pathParameters)
    {
    }
}

/// <summary>As Kiota emits it.</summary>
public partial class ExploreRequestBuilder : BaseRequestBuilder
{
    public EventsRequestBuilder Events
    {
        get => new EventsRequestBuilder(PathParameters, RequestAdapter);
    }

    public ExploreRequestBuilder(Dictionary<string, object> pathParameters, IRequestAdapter requestAdapter)
        : base(requestAdapter, "{+baseurl}/web/api/v2.1/threats/{threat_id}/explore", pathParameters)
    {
    }
}
