using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ThreatEvents.EmbeddedConsole;

/// <summary>An event as it is sent, and the few of its values that filters and orders look at.</summary>
internal sealed class StoredEvent
{
    /// <summary>Text is sent as it stands and not as \u escapes, as the vendor does.</summary>
    public static readonly JsonWriterOptions AsItStands = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] Indexed =
    [
        "objectType", "processUniqueKey", "parentProcessUniqueKey", .. EventOrder.Fields,
    ];

    private readonly Dictionary<string, string?> values;

    private StoredEvent(ReadOnlyMemory<byte> json, Dictionary<string, string?> values)
    {
        Json = json;
        this.values = values;
    }

    /// <summary>The whole event, compact.</summary>
    public ReadOnlyMemory<byte> Json { get; }

    /// <summary>An indexed value as text; null when the event has none.</summary>
    public string? this[string field] => values[field];

    public static StoredEvent Read(JsonElement element)
    {
        var json = new ArrayBufferWriter<byte>(4096);
        using (var writer = new Utf8JsonWriter(json, AsItStands))
            element.WriteTo(writer);

        return new StoredEvent(json.WrittenMemory, Indexed.ToDictionary(field => field, field => TextOf(element, field), StringComparer.Ordinal));
    }

    private static string? TextOf(JsonElement element, string field)
    {
        if (!element.TryGetProperty(field, out var value) || value.ValueKind == JsonValueKind.Null)
            return null;

        return value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText();
    }
}
