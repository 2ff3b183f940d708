using System.Text.Json.Nodes;

namespace SentinelOne.ThreatEvents.Tests.Spec;

/// <summary>The SDK's document, <c>spec/threat-events.openapi.yaml</c>, as JSON.</summary>
internal static class SpecDocument
{
    public const string ActionPath = "/web/api/v2.1/threats/{threat_id}/explore/events";

    public static JsonObject Root { get; } = YamlJson.Read(ReadBeside("threat-events.openapi.yaml"))!.AsObject();

    public static JsonObject Operation { get; } = Root["paths"]![ActionPath]!["get"]!.AsObject();

    public static JsonObject Answer { get; } = Operation["responses"]!["200"]!.AsObject();

    public static JsonObject Event { get; } = Schema("ThreatEvent");

    public static JsonObject Schema(string name) => Root["components"]!["schemas"]![name]!.AsObject();

    /// <summary>The object itself, or the one that its <c>$ref</c> (alone or as the only one of <c>allOf</c>) points to.</summary>
    public static JsonObject Resolve(JsonNode node)
    {
        var reference = node["$ref"] ?? node["allOf"]?.AsArray().Single()!["$ref"];
        return reference is null
            ? node.AsObject()
            : reference.GetValue<string>().Split('/').Skip(1).Aggregate((JsonNode)Root, (at, key) => at[key]!).AsObject();
    }

    /// <summary>A type with its format as the action's list writes it.</summary>
    /// <example><c>integer(int32)</c></example>
    public static string TypeOf(JsonNode schema)
    {
        var resolved = Resolve(schema);
        return resolved["format"] is { } format ? $"{resolved["type"]}({format})" : $"{resolved["type"]}";
    }

    public static IEnumerable<string> Texts(JsonNode? list) => list is null ? [] : list.AsArray().Select(n => n!.GetValue<string>());

    /// <summary>Reads one of the files that are copied beside the tests.</summary>
    public static string ReadBeside(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Spec", name));
}
