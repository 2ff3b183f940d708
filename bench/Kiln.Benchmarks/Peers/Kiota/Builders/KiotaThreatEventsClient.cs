using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Serialization.Json;

namespace Kiln.Benchmarks.Peers.Kiota.Builders;

/// <summary>The client as Kiota emits it, without the path's first three segments: three builders fewer than it would make.</summary>
public partial class KiotaThreatEventsClient : BaseRequestBuilder
{
    public ThreatsRequestBuilder Threats
    {
        get => new ThreatsRequestBuilder(PathParameters, RequestAdapter);
    }

    public KiotaThreatEventsClient(IRequestAdapter requestAdapter) : base(requestAdapter, "{+baseurl}", new Dictionary<string, object>())
    {
        ApiClientBuilder.RegisterDefaultSerializer<JsonSerializationWriterFactory>();
        ApiClientBuilder.RegisterDefaultDeserializer<JsonParseNodeFactory>();
        if (string.IsNullOrEmpty(RequestAdapter.BaseUrl))
        {
            RequestAdapter.BaseUrl = "https://usea1.sentinelone.net";
        }
        PathParameters.TryAdd("baseurl", RequestAdapter.BaseUrl);
    }
}
