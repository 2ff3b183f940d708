using System.Text.Json;
using Acme.OpenApi31.Models;
using Kiln.Service.Tests.Support;
using Server = Acme.Service.Themes;

namespace Kiln.Service.Tests.OpenApi31;

/// <summary>JSON of which the document says nothing.</summary>
public sealed class JsonTests(RunningService service) : ServiceCalls(service)
{
    [Fact]
    public async Task Values_without_a_type_arrive_and_come_back()
    {
        var answer = await Client.Json.Loose.PutAsync(
            new()
            {
                Element = Json("""{"a":[1,null]}"""),
                Anything = Json("12.50"),
                Data = new() { ["d"] = Json("true") },
                Node = null,
                Map = new() { ["m"] = JsonSerializer.SerializeToElement("text"), ["n"] = Json("null") },
                AdditionalData = { ["extra"] = Json("[1]") },
            },
            cancellationToken: Cancellation);

        var received = Service.Received.Last<Server.Loose>();
        Assert.Equal("""{"a":[1,null]}""", received.Element.GetRawText());
        Assert.Equal("12.50", Assert.IsType<JsonElement>(received.Anything).GetRawText());
        Assert.Equal("""{"d":true}""", received.Data.ToJsonString());
        Assert.Null(received.Node);
        Assert.Equal(("text", null), (received.Map["m"]?.ToString(), received.Map["n"]));
        Assert.Equal("[1]", received.Others!["extra"].GetRawText());
        Assert.Equal("""{"a":[1,null]}""", answer.Element.GetRawText());
        Assert.Equal("true", answer.Data["d"].GetRawText());
        Assert.Equal("text", answer.Map["m"].GetString());
    }

    [Fact]
    public async Task A_value_without_a_type_is_the_whole_body()
    {
        var answer = await Client.Json.Element.PutAsync(Json("""[1,{"x":"y"}]"""), cancellationToken: Cancellation);

        Assert.Equal("""[1,{"x":"y"}]""", Service.Received.Last<JsonElement>().GetRawText());
        Assert.Equal("""[1,{"x":"y"}]""", answer.GetRawText());
        Assert.Equal(2, (await Client.Json.Any.GetAsync(cancellationToken: Cancellation)).GetProperty("size").GetInt32());
    }

    private static JsonElement Json(string json) => JsonSerializer.Deserialize<JsonElement>(json);
}
