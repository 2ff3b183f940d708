using System.Text.Json.Nodes;
using Kiln.Runtime.Wire;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Serialization.Json;
using SentinelOne.ThreatEvents.Models;
using SentinelOne.ThreatEvents.Tests.Spec;
using SentinelOne.ThreatEvents.Tests.Support;

namespace SentinelOne.ThreatEvents.Tests.Reading;

/// <summary>Every model reads and writes the same through Kiota's own JSON and through the runtime's.</summary>
public class KiotaTests
{
    // Values that are converted: the runtime writes them as they were received, and with Kiota's own nodes the value is all that is known.
    private static readonly (string Model, string Json, string ByKiota)[] Converted =
    [
        (nameof(Pagination), """{"nextCursor":7,"totalItems":"9007199254740993"}""", """{"nextCursor":"7","totalItems":9007199254740993}"""),
        (
            nameof(ErrorResponse),
            """{"errors":[{"code":"4010010","detail":"","title":"t"},{"code":1.5}]}""",
            """{"errors":[{"code":4010010,"detail":"","title":"t"},{"code":1.5}]}"""
        ),
        (
            nameof(ThreatEvent),
            """{"dstPort":"22566","pid":22566,"agentInfected":"True","agentOs":"plan9","createdAt":"2021-12-14 20:23:46"}""",
            """{"dstPort":22566,"pid":"22566","agentInfected":true,"agentOs":"plan9","createdAt":"2021-12-14T20:23:46Z"}"""
        ),
        (
            nameof(ThreatEvent),
            """{"dstPort":4294967296,"pid":[22566],"agentInfected":1,"agentOs":9,"createdAt":"yesterday","processName":null}""",
            """{"dstPort":4294967296,"pid":[22566],"agentInfected":1,"agentOs":"9","createdAt":"yesterday"}"""
        ),
    ];

    public static TheoryData<string, string> Bodies => new(
    [
        .. ModelWays.All.Keys.Select(model => (model, SpecSample.Of(model).ToJsonString())),
        .. ModelWays.All.Keys.Select(model => (model, "{}")),
        .. ModelWays.All.Keys.Select(model => (model, """{"unknown":[1,1.10,"é",null,true,{"z":9007199254740993}],"another":null}""")),
        (nameof(ThreatEventPage), ActionPage.ExampleBody.ToJsonString()),
        (nameof(ThreatEventPage), """{"data":null,"pagination":null,"errors":null}"""),
        (nameof(ThreatEventPage), """{"data":{},"pagination":[],"errors":[{"code":{}}]}"""),
        (nameof(ThreatEventPage), """{"data":["x",{"id":"1"}],"pagination":"none","errors":[null]}"""),
        (nameof(ThreatEventPage), """{"data":7,"pagination":[{"totalItems":1}],"errors":[]}"""),
        .. Converted.Select(c => (c.Model, c.Json)),
    ]);

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Kiotas_parse_node_reads_the_same_but_for_nulls_and_what_is_converted(string model, string json) =>
        AssertSameButForNulls(
            Array.Find(Converted, c => (c.Model, c.Json) == (model, json)).ByKiota ?? ModelWays.All[model].ByWire(json),
            await ModelWays.All[model].ReadByAsync(new JsonParseNodeFactory(), json));

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task The_runtimes_parse_node_reads_the_same(string model, string json) =>
        Assert.Equal(ModelWays.All[model].ByWire(json), await ModelWays.All[model].ReadByAsync(new Utf8JsonParseNodeFactory(), json));

    [Theory]
    [MemberData(nameof(Bodies))]
    public void Kiotas_writer_writes_the_same(string model, string json) =>
        ModelJson.AssertSame(ModelWays.All[model].ByWire(json), ModelWays.All[model].WrittenByKiota(json));

    [Theory]
    [MemberData(nameof(Bodies))]
    public void What_was_written_reads_as_what_it_was_written_from(string model, string json)
    {
        var once = ModelWays.All[model].ByWire(json);

        Assert.Equal(once, ModelWays.All[model].ByWire(once));
    }

    [Fact]
    public void A_whole_value_is_written_as_it_came() =>
        Assert.All(ModelWays.All, m => ModelJson.AssertSame(SpecSample.Of(m.Key).ToJsonString(), m.Value.ByWire(SpecSample.Of(m.Key).ToJsonString())));

    [Fact]
    public async Task Every_event_of_the_sample_passes_all_ways()
    {
        var ways = ModelWays.All[nameof(ThreatEvent)];
        foreach (var json in Sample.Events.Select(e => e.GetRawText()))
        {
            var expected = ways.ByWire(json);
            AssertSameButForNulls(expected, await ways.ReadByAsync(new JsonParseNodeFactory(), json));
            ModelJson.AssertSame(expected, await ways.ReadByAsync(new Utf8JsonParseNodeFactory(), json));
            ModelJson.AssertSame(expected, ways.WrittenByKiota(json));
        }
    }

    [Fact]
    public void No_model_goes_untested()
    {
        var models = typeof(ThreatEventsClient).Assembly.GetTypes().Where(t => t.IsAssignableTo(typeof(IParsable))).Select(t => t.Name);
        var schemas = SpecDocument.Root["components"]!["schemas"]!.AsObject().Where(s => $"{s.Value!["type"]}" == "object").Select(s => s.Key);

        Assert.Equal(models.Order(StringComparer.Ordinal), ModelWays.All.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(schemas.Order(StringComparer.Ordinal), ModelWays.All.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Kiotas_serializer_reads_and_writes_models_once_a_client_is_made()
    {
        _ = Clients.Client(new Uri("https://usea1.example.net"));

        var page = await KiotaJsonSerializer.DeserializeAsync(
            ActionPage.ExampleBody.ToJsonString(), ThreatEventPage.CreateFromDiscriminatorValue, TestContext.Current.CancellationToken);
        var written = await KiotaJsonSerializer.SerializeAsStringAsync(page!, serializeOnlyChangedValues: false, TestContext.Current.CancellationToken);

        Assert.Equal(2, page!.Data!.Count);
        ModelJson.AssertSame(ModelJson.Of(page), written);
    }

    // Kiota's node skips null before a model can see it, so what it read is as if the field had been missing.
    private static void AssertSameButForNulls(string expected, string actual) => ModelJson.AssertSame(WithoutNulls(expected), WithoutNulls(actual));

    private static string WithoutNulls(string json)
    {
        var node = JsonNode.Parse(json)!;
        Strip(node);
        return node.ToJsonString();

        static void Strip(JsonNode? node)
        {
            if (node is JsonObject map)
            {
                foreach (var name in map.Where(f => f.Value is null).Select(f => f.Key).ToList())
                    map.Remove(name);
                foreach (var field in map)
                    Strip(field.Value);
            }
            else if (node is JsonArray list)
            {
                foreach (var item in list)
                    Strip(item);
            }
        }
    }
}
