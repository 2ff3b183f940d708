using System.Buffers;
using System.Text;
using System.Text.Json;

namespace ThreatEvents.Output;

/// <summary>A JSON value as a person reads it; <see cref="ShownJson"/> makes such values that can be asked for their texts.</summary>
internal static class JsonText
{
    /// <summary>The field's text; null when the event has no such field, or null in it.</summary>
    public static string? OfField(JsonElement threatEvent, string field) => TryGetField(threatEvent, field, out var value) ? Of(value) : null;

    /// <summary>The field's value, of several the last; false when the event has no such field, or null in it.</summary>
    public static bool TryGetField(JsonElement threatEvent, string field, out JsonElement value)
    {
        value = default;
        return threatEvent.ValueKind == JsonValueKind.Object && threatEvent.TryGetProperty(field, out value) && value.ValueKind != JsonValueKind.Null;
    }

    /// <summary>Text without its quotation marks; everything else as its JSON.</summary>
    public static string Of(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String)
            return value.GetString()!;

        var json = new ArrayBufferWriter<byte>();
        CompactJson.Write(value, json);
        return Encoding.UTF8.GetString(json.WrittenSpan);
    }
}
