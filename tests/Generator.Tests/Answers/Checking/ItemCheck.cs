using System.Text;
using System.Text.Json.Nodes;
using Kiln.Generator.Tests.Answers.Calling;
using Kiln.Generator.Tests.Answers.Making;
using Kiln.Generator.Tests.Requests;
using Kiln.Runtime.Responses;

namespace Kiln.Generator.Tests.Answers.Checking;

/// <summary>Compares the items of a sequence with those that were served.</summary>
internal static class ItemCheck
{
    public static IEnumerable<string> Differences(AnswerMethod method, ServedAnswer served, IReadOnlyList<object?> items, Outcome outcome)
    {
        var meant = served.Body.Items ?? [];
        return items.Count != meant.Count
            ? [$"{items.Count} of {meant.Count} items were read of {Values.Quote(JsonValue.Create(served.Body.Text))}"]
            : meant.SelectMany((m, i) => Values.Differences(m, Read(outcome.WriteItem(method.Value, items[i]), m, served.Body.Wrapper), isText: false).Select(d => $"item {i}: {d}"));
    }

    private static JsonNode? Read(WrittenBody written, JsonNode? meant, string? wrapper)
    {
        var text = Encoding.UTF8.GetString(written.Bytes.Span).Trim('\u001e', '\n');
        if (written.ContentType != "text/event-stream")
        {
            var json = JsonNode.Parse(text);
            return wrapper is not null ? json![wrapper] : json is JsonArray { Count: 1 } array && meant is not JsonArray ? array[0] : json;
        }

        // One event; what follows is the end marker.
        var lines = text.Split("\n\n")[0].Split('\n');
        var data = string.Join("\n", lines.Where(l => l.StartsWith("data: ", StringComparison.Ordinal)).Select(l => l["data: ".Length..]));
        if (meant is not JsonObject @event || !@event.ContainsKey("data") || lines.Length == 1 && @event.Count > 1)
            return meant is JsonValue && meant.GetValueKind() == System.Text.Json.JsonValueKind.String ? data : JsonNode.Parse(data);
        var isText = @event["data"] is JsonValue value && value.GetValueKind() == System.Text.Json.JsonValueKind.String;
        var read = new JsonObject { ["data"] = isText ? IsSameJson(@event["data"]!.GetValue<string>(), data) ? @event["data"]!.DeepClone() : data : JsonNode.Parse(data) };
        foreach (var field in lines.Where(l => !l.StartsWith("data", StringComparison.Ordinal)))
        {
            var name = field[..field.IndexOf(':')];
            read[name] = name == "retry" ? JsonNode.Parse(field[(name.Length + 2)..]) : field[(name.Length + 2)..];
        }
        return read;
    }

    // JSON in a text may be written with other blanks.
    private static bool IsSameJson(string a, string b)
    {
        try
        {
            return JsonNode.DeepEquals(JsonNode.Parse(a), JsonNode.Parse(b));
        }
        catch (System.Text.Json.JsonException)
        {
            return false;
        }
    }
}
