using System.Text.Json.Nodes;
using SentinelOne.ThreatEvents.Tests.Spec;

namespace SentinelOne.ThreatEvents.Tests.Reading;

/// <summary>A value of a schema of the document in which every field is there and none is null.</summary>
internal static class SpecSample
{
    public static JsonNode Of(string schema) => Of(SpecDocument.Schema(schema), schema);

    private static JsonNode Of(JsonNode schema, string name)
    {
        var resolved = SpecDocument.Resolve(schema);
        return SpecDocument.TypeOf(resolved) switch
        {
            "object" when resolved["properties"] is null => new JsonObject { [name] = new JsonArray(1.50, null, "é") },
            "object" => new JsonObject(resolved["properties"]!.AsObject().Select(p => KeyValuePair.Create(p.Key, (JsonNode?)Of(p.Value!, p.Key)))),
            "array" => new JsonArray(Of(resolved["items"]!, name), Of(resolved["items"]!, name)),
            "string" => resolved["enum"]?[0]?.DeepClone() ?? name + " é\n\"<\\",
            "string(date-time)" => "2021-12-14T20:23:45.1234567Z",
            "boolean" => true,
            "integer" or "integer(int32)" => int.MaxValue,
            "integer(int64)" => long.MaxValue,
            var type => throw new InvalidDataException($"{name} is of a type without a sample: {type}."),
        };
    }
}
