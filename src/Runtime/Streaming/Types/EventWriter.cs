using System.Text;
using System.Text.Json;
using Kiln.Runtime.Responses;
using Kiln.Runtime.Wire;

namespace Kiln.Runtime.Streaming;

/// <summary>Writes events as a service sends them, for those who make responses up.</summary>
internal static class EventWriter
{
    private const string ContentType = "text/event-stream";

    public static WrittenBody Write<T>(EventStreamType<T> type, IEnumerable<T> items) => Body(type, items.Select(item => EventOf(type, item)));

    public static WrittenBody Write<T>(EventStreamType<T> type, IEnumerable<ServerSentEvent<T>> events) => Body(type, events.Select(e =>
        EventOf(type, e.Data) is var text && type.Envelope != EventEnvelope.None
            ? text
            : Fields(e.Name == "message" ? null : e.Name, e.Id, e.Retry is { } retry ? (long)retry.TotalMilliseconds : null) + text));

    private static WrittenBody Body<T>(EventStreamType<T> type, IEnumerable<string> events)
    {
        var end = type.EndMarkers is [var marker, ..] ? Data(marker) : "";
        return new(Encoding.UTF8.GetBytes(string.Concat(events) + end), ContentType);
    }

    private static string EventOf<T>(EventStreamType<T> type, T item)
    {
        if (type.IsText)
            return Data(type.Item.Format(item));
        var json = WireJson.Write(type.Item, item);
        return type.Envelope == EventEnvelope.None ? Data(Encoding.UTF8.GetString(json)) : OfObject(json);
    }

    // An event that is described as an object has its fields there.
    private static string OfObject(byte[] json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        var retry = Find(root, "retry") is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out var time) ? time : (long?)null;
        var data = Find(root, "data") is { } value ? value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText() : "";
        return Fields(Find(root, "event")?.GetString(), Find(root, "id")?.GetString(), retry) + Data(data);
    }

    private static JsonElement? Find(JsonElement root, string name) => root.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static string Fields(string? name, string? id, long? retry) => Field("event", name) + Field("id", id) + Field("retry", retry?.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private static string Field(string name, string? value)
    {
        if (value?.AsSpan().ContainsAny('\r', '\n', '\0') == true)
            throw new ArgumentException($"The field {name} of an event cannot have a line break or NUL.", nameof(value));
        return value is null ? "" : $"{name}: {value}\n";
    }

    private static string Data(string text) => string.Concat(text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n', '\r').Select(line => $"data: {line}\n")) + "\n";
}
