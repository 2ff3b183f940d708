using System.Text.Json;
using Kiln.Benchmarks.Peers.SystemTextJson;
using Kiln.Runtime.Wire;
using Microsoft.Kiota.Serialization.Json;
using SentinelOne.ThreatEvents.Models;
using KiotaPage = Kiln.Benchmarks.Peers.Kiota.Models.ThreatEventPage;

namespace Kiln.Benchmarks.Subjects;

/// <summary>One page, from the bytes of its body to a model, in each way.</summary>
internal sealed class Reading(byte[] body)
{
    private static readonly JsonParseNodeFactory KiotaFactory = new();

    public ThreatEventPage Ours() => WireJson.Read(WireType.Model<ThreatEventPage>(), body);

    /// <summary>What Kiota's adapter does with a body: its factory takes nothing but a stream, and is done at once with one in memory.</summary>
    public KiotaPage Kiota()
    {
        using var stream = new MemoryStream(body, writable: false);
        var node = KiotaFactory.GetRootParseNodeAsync("application/json", stream).GetAwaiter().GetResult();
        return node.GetObjectValue(KiotaPage.CreateFromDiscriminatorValue)!;
    }

    public StjPage SystemTextJson() => JsonSerializer.Deserialize(body, StjContext.Default.StjPage)!;

    /// <summary>The limit: finding the tokens, and making nothing of them.</summary>
    public int TokensOnly()
    {
        var reader = new Utf8JsonReader(body);
        var tokens = 0;
        while (reader.Read())
            tokens++;
        return tokens;
    }
}
