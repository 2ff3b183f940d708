using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Acme.Service.Hosting;

namespace Acme.Service.Themes;

/// <summary>Properties whose JSON the type does not say.</summary>
public sealed record Loose(JsonElement Element, object? Anything, JsonObject Data, JsonNode? Node, Dictionary<string, object?> Map)
{
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Others { get; init; }
}

internal static class JsonEndpoints
{
    public static void Map(WebApplication app)
    {
        var json = app.MapGroup("/json").WithTags("Json");
        json.MapPut("/loose", (Loose body, Received received) => received.Note(body));
        json.MapPut("/element", (JsonElement body, Received received) => received.Note(body.Clone()));
        json.MapGet("/any", object () => new { Name = "x", Size = 2 });
    }
}
