using System.Text;
using System.Text.Json;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Requests;
using Kiln.Runtime.Tests.Support;
using Kiln.Runtime.Wire;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Serialization.Json;
using Sample.Models;

namespace Kiln.Runtime.Tests.Wire;

/// <summary>Models read and write the same through Kiota's own JSON as through ours.</summary>
public class KiotaInteropTests
{
    public static TheoryData<string> Events { get; } =
    [
        Json.Event,
        Json.EventWith("""
            "agentOs":"linux","dstPort":443,"fileSize":9007199254740993,"score":1.5,"relatedToThreat":true,"pid":"22566","publisher":"p",
            "agentUuid":"33b3a892-d388-d3e6-6ead-a98acb5d054c","day":"2024-02-29","raw":"AQID","price":12.340
            """),
        Json.EventWith(""" "errors":[{"code":1,"title":"t"},{"code":2}],"parent":{"id":"p","createdAt":"2021-12-14T20:23:45.1234567+05:30","objectType":"","siteName":null,"tid":null,"names":["a",null]} """),
        Json.EventWith(""" "counts":{"a":1,"b c":2},"details":{"x":{"code":7}},"matrix":[[1,2],[]],"codes":[1,null],"kinds":["file","new one"] """),
        Json.EventWith(""" "metadata":{"k":[1,1.10,"é",null,true,{"z":9007199254740993}]} """),
        Json.EventWith(""" "metadata":"text" """),
        Json.EventWith(""" "dstPort":1.0,"fileSize":1e3 """),
        Json.EventWith(""" "errors":["x",{"code":1}],"parent":[] """),
        Json.EventWith(""" "errors":{"code":1},"parent":"p" """),
        Json.EventWith(""" "errors":[null],"parent":7 """),
        Json.EventWith(""" "dstPort":2147483648,"score":"x","relatedToThreat":1,"agentUuid":"no","day":"no","raw":"A","counts":[1],"matrix":[["x"]] """),
    ];

    [Theory]
    [MemberData(nameof(Events))]
    public async Task Kiotas_parse_node_reads_the_same(string json) =>
        Same(Json.Write(Json.Read(json)), Json.Write(await ReadByKiotaAsync(new JsonParseNodeFactory(), json, ThreatEvent.CreateFromDiscriminatorValue)));

    [Fact]
    public async Task What_is_converted_keeps_its_form_with_ours_alone()
    {
        var json = Json.EventWith(""" "dstPort":"22566","relatedToThreat":"True","pid":5,"agentOs":true,"score":"1.5" """);
        var right = Json.EventWith(""" "dstPort":22566,"relatedToThreat":true,"pid":"5","agentOs":"true","score":1.5 """);

        Same(right, Json.Write(await ReadByKiotaAsync(new JsonParseNodeFactory(), json, ThreatEvent.CreateFromDiscriminatorValue)));
        Same(json, Json.Write(await ReadByKiotaAsync(new Utf8JsonParseNodeFactory(), json, ThreatEvent.CreateFromDiscriminatorValue)));
        Same(json, WriteByKiota(Json.Read(json)));
    }

    [Theory]
    [MemberData(nameof(Events))]
    public async Task Our_parse_node_reads_the_same(string json) =>
        Assert.Equal(Json.Write(Json.Read(json)), Json.Write(await ReadByKiotaAsync(new Utf8JsonParseNodeFactory(), json, ThreatEvent.CreateFromDiscriminatorValue)));

    [Theory]
    [MemberData(nameof(Events))]
    public void Kiotas_writer_writes_the_same(string json)
    {
        var value = Json.Read(json);

        Same(Json.Write(value), WriteByKiota(value));
    }

    [Fact]
    public async Task All_models_of_the_sample_pass_through_kiota()
    {
        var page = Json.Page("c2", "1", "2");
        var error = """{"errors":[{"code":4010010,"title":"Authentication Failed","detail":"x"}]}""";

        var readPage = await ReadByKiotaAsync(new JsonParseNodeFactory(), page, ThreatEventPage.CreateFromDiscriminatorValue);
        var readError = await ReadByKiotaAsync(new JsonParseNodeFactory(), error, ErrorResponse.CreateFromDiscriminatorValue);

        Same(Json.Write(WireType.Model<ThreatEventPage>(), readPage), WriteByKiota(Json.Read(WireType.Model<ThreatEventPage>(), page)));
        Same(error, WriteByKiota(readError));
        Assert.Equal("c2", readPage.Pagination.NextCursor);
    }

    [Fact]
    public async Task Kiotas_own_models_are_read_by_our_parse_node()
    {
        var node = await NodeAsync(new Utf8JsonParseNodeFactory(), """{"a":{"b":[{"code":1},{"code":2}],"a":0},"s":"x","n":[1,2],"t":true,"d":1.5}""");

        var untyped = Assert.IsType<UntypedObject>(node.GetObjectValue(UntypedNode.CreateFromDiscriminatorValue));
        Assert.Equal("x", Assert.IsType<UntypedString>(untyped.GetValue()["s"]).GetValue());
        Assert.Equal([1, 2], node.GetChildNode("a")!.GetChildNode("b")!.GetCollectionOfObjectValues(ErrorDetail.CreateFromDiscriminatorValue).Select(e => e.Code));
        Assert.Equal("x", node.GetChildNode("s")!.GetStringValue());
        Assert.Equal([1, 2], node.GetChildNode("n")!.GetCollectionOfPrimitiveValues<int?>());
        Assert.True(node.GetChildNode("t")!.GetBoolValue());
        Assert.Equal(1.5, node.GetChildNode("d")!.GetDoubleValue());
        Assert.Null(node.GetChildNode("missing"));
        Assert.Null(node.GetChildNode("s")!.GetChildNode("x"));
    }

    [Fact]
    public async Task Kiotas_callbacks_are_called_around_our_models()
    {
        var node = await NodeAsync(new Utf8JsonParseNodeFactory(), Json.Event);
        var calls = new List<string>();
        node.OnBeforeAssignFieldValues = m => calls.Add("before " + ((ThreatEvent)m).Id);
        node.OnAfterAssignFieldValues = m => calls.Add("after " + ((ThreatEvent)m).Id);

        node.GetObjectValue(ThreatEvent.CreateFromDiscriminatorValue);

        Assert.Equal(["before ", "after 1"], calls);
    }

    [Fact]
    public async Task The_factory_reads_by_its_options()
    {
        var factory = new Utf8JsonParseNodeFactory(new ReadOptions { Mode = ContractMode.Strict });
        var node = await NodeAsync(factory, Json.EventWith(""" "dstPort":"1" """));

        var e = Assert.Throws<WireFormatException>(() => node.GetObjectValue(ThreatEvent.CreateFromDiscriminatorValue));
        Assert.Equal("$.dstPort", e.Violation!.Path);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("<html>")]
    public async Task The_factory_takes_json_only(string text) =>
        await Assert.ThrowsAnyAsync<JsonException>(() => NodeAsync(new Utf8JsonParseNodeFactory(), text));

    [Fact]
    public async Task The_factory_takes_its_content_type_only() => await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() =>
        new Utf8JsonParseNodeFactory().GetRootParseNodeAsync("text/plain", Stream.Null, TestContext.Current.CancellationToken));

    [Fact]
    public async Task Registering_makes_kiotas_serializer_use_ours()
    {
        KilnDefaults.Register();
        KilnDefaults.Register();

        var read = await KiotaJsonSerializer.DeserializeAsync(Json.EventWith(""" "dstPort":"7" """), ThreatEvent.CreateFromDiscriminatorValue, TestContext.Current.CancellationToken);
        var written = await KiotaJsonSerializer.SerializeAsStringAsync(read!, serializeOnlyChangedValues: false, TestContext.Current.CancellationToken);

        Assert.Equal(7, read!.DstPort);
        Same(Json.Write(read), written);
        Assert.IsType<Utf8JsonParseNodeFactory>(ParseNodeFactoryRegistry.DefaultInstance.ContentTypeAssociatedFactories["application/json"]);
    }

    private static async Task<T> ReadByKiotaAsync<T>(IParseNodeFactory factory, string json, ParsableFactory<T> make)
        where T : IParsable => (await NodeAsync(factory, json)).GetObjectValue(make);

    private static Task<IParseNode> NodeAsync(IParseNodeFactory factory, string json) =>
        factory.GetRootParseNodeAsync("application/json", new MemoryStream(Encoding.UTF8.GetBytes(json)), TestContext.Current.CancellationToken);

    private static string WriteByKiota<T>(T value)
        where T : IParsable
    {
        using var writer = new JsonSerializationWriter();
        writer.WriteObjectValue(null, value);
        using var reader = new StreamReader(writer.GetSerializedContent());
        return reader.ReadToEnd();
    }

    /// <summary>The same JSON but for escapes, which the two writers choose differently.</summary>
    private static void Same(string expected, string actual)
    {
        using var one = JsonDocument.Parse(expected);
        using var other = JsonDocument.Parse(actual);
        Assert.True(JsonElement.DeepEquals(one.RootElement, other.RootElement), $"{expected}\n{actual}");
    }
}
