using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kiln.Generator.Tests.Answers.Document;
using Kiln.Generator.Tests.Requests.Document;

namespace Kiln.Generator.Tests.Answers.Making;

/// <summary>Makes bodies that are sequences of items, by their media type: server-sent events, JSON lines, JSON text sequences (RFC 7464) and arrays.</summary>
internal sealed class ItemBodies(AnswerMaker maker, RawNode root)
{
    private const int Count = 3;

    private static readonly string[] EventFields = ["event", "data", "id", "retry"];

    /// <summary>The body; <see langword="null"/> if the schema of an item has no value.</summary>
    public MadeBody? Make(AnswerContent content)
    {
        var schema = content.ItemSchema ?? (content.Schema is { } whole && whole.TextsOf("type").Contains("array") ? whole["items"] : content.Schema);
        if (content.MediaType.Contains("stream=watch", StringComparison.Ordinal))
            schema = WatchEvent ?? schema;
        // ASP.NET Core describes its SseItem<T>, of which only the data are in the data.
        if (schema?["properties"] is { } fields && fields["eventType"] is not null && fields["data"] is { } data)
            schema = data;
        List<JsonNode> items = [.. Enumerable.Range(0, Count * 3).Select(_ => maker.Item(schema)).OfType<JsonNode>()];
        var mediaType = content.MediaType.Split(';')[0].Trim().ToLowerInvariant();
        if (mediaType == "text/event-stream")
            return Events(content, [.. items.Where(i => !IsEvent(content, i) || IsWritable((JsonObject)i)).Take(Count)]);

        items = [.. items.Take(Count)];
        var texts = items.Select(AnswerMaker.TextOf);
        if (items.Count == 0)
            return null;
        if (mediaType.EndsWith("json-seq", StringComparison.Ordinal))
            return Of(content, string.Concat(texts.Select(t => $"\u001e{t}\n")), items);
        if (BodyKinds.Of(mediaType) == BodyKind.Json && content.ItemSchema is not null)
            return Of(content, $"[{string.Join(",", texts)}]", items);
        if (schema?["properties"] is { } properties && properties["result"] is { } result && properties.Entries.All(p => p.Key is "result" or "error"))
        {
            items = [.. Enumerable.Range(0, Count).Select(_ => maker.Item(result)).OfType<JsonNode>()];
            return Of(content, string.Concat(items.Select(i => $"{{\"result\":{AnswerMaker.TextOf(i)}}}\n")), items) with { Wrapper = "result" };
        }
        return Of(content, string.Concat(texts.Select(t => t + "\n")), items);
    }

    // What a watch of Kubernetes sends; the document has the whole list there as well.
    private RawNode? WatchEvent => (root["definitions"] ?? root["components"]?["schemas"])?.Entries.FirstOrDefault(e => e.Key.EndsWith("WatchEvent", StringComparison.Ordinal)) is { Key: not null } found ? found.Value : null;

    private static MadeBody Of(AnswerContent content, string text, IReadOnlyList<JsonNode?> items) => new(Encoding.UTF8.GetBytes(text), content.MediaType, null, false) { Items = items };

    private static MadeBody? Events(AnswerContent content, List<JsonNode> items) => items.Count == 0 ? null : Of(content, string.Concat(items.Select(i => IsEvent(content, i) ? EventOf((JsonObject)i) : Data(i))), items);

    // An item that has nothing but fields of an event is the event (OpenAPI 3.2.0, "Server-Sent Event Streams").
    private static bool IsEvent(AnswerContent content, JsonNode item) => item is JsonObject map && map.All(m => EventFields.Contains(m.Key))
        && (content.ItemSchema is not null ? map.ContainsKey("data") || map.ContainsKey("event") : map.ContainsKey("data") && map.ContainsKey("event"));

    // HTML Standard, section 9.2.6: an event without data is none, and its fields are lines.
    private static bool IsWritable(JsonObject item) => item.ContainsKey("data")
        && !new[] { "event", "id" }.Any(f => item[f] is JsonValue value && value.ToString().Any(c => c < ' '))
        && (item["event"] is null || item["event"]!.ToString().Length > 0)
        && (item["retry"] is not JsonValue retry || long.TryParse(retry.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out _));

    private static string EventOf(JsonObject item) => string.Concat(new[] { "event", "id", "retry" }.Where(f => item[f] is not null).Select(f => $"{f}: {item[f]}\n")) + Data(item["data"]!);

    private static string Data(JsonNode value)
    {
        var text = value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : AnswerMaker.TextOf(value);
        return string.Concat(text.Split('\n').Select(line => $"data: {line}\n")) + "\n";
    }
}
