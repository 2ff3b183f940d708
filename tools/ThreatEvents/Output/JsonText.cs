using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace ThreatEvents.Output;

/// <summary>A JSON value as a person reads it.</summary>
internal static class JsonText
{
    /// <summary>The field's text; null when the event has no such field, or null in it.</summary>
    public static string? OfField(JsonElement threatEvent, string field) =>
        threatEvent.ValueKind == JsonValueKind.Object && threatEvent.TryGetProperty(field, out var value) && value.ValueKind != JsonValueKind.Null
            ? Of(value)
            : null;

    /// <summary>Text without its quotation marks; everything else as its JSON.</summary>
    public static string Of(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String)
            return OfString(value);

        var json = new ArrayBufferWriter<byte>();
        CompactJson.Write(value, json);
        return Encoding.UTF8.GetString(json.WrittenSpan);
    }

    private static string OfString(JsonElement value)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, or bytes that are not UTF-8: what stands between the quotation marks is the best there is.
            return Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8Value(value)[1..^1]);
        }
    }
}
