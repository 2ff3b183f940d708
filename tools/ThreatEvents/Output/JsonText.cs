using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace ThreatEvents.Output;

/// <summary>A JSON value as a person reads it.</summary>
internal static class JsonText
{
    /// <summary>The field's text; null when the event has no such field, or null in it.</summary>
    public static string? OfField(JsonElement threatEvent, string field) => TryGetField(threatEvent, field, out var value) ? Of(value) : null;

    /// <summary>The field's value, of several the last; false when the event has no such field, or null in it.</summary>
    public static bool TryGetField(JsonElement threatEvent, string field, out JsonElement value)
    {
        value = default;
        if (threatEvent.ValueKind != JsonValueKind.Object)
            return false;

        try
        {
            return threatEvent.TryGetProperty(field, out value) && value.ValueKind != JsonValueKind.Null;
        }
        catch (InvalidOperationException)
        {
            // A name with an unpaired surrogate is none that a document can have, and no reason to lose the others.
            return TryFindField(threatEvent, field, out value) && value.ValueKind != JsonValueKind.Null;
        }
    }

    /// <summary>Text without its quotation marks; everything else as its JSON.</summary>
    public static string Of(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String)
            return OfString(value);

        var json = new ArrayBufferWriter<byte>();
        CompactJson.Write(value, json);
        return Encoding.UTF8.GetString(json.WrittenSpan);
    }

    private static bool TryFindField(JsonElement threatEvent, string field, out JsonElement value)
    {
        value = default;
        var isFound = false;
        foreach (var property in threatEvent.EnumerateObject())
        {
            if (!IsNamed(property, field))
                continue;

            value = property.Value;
            isFound = true;
        }

        return isFound;
    }

    private static bool IsNamed(JsonProperty property, string field)
    {
        try
        {
            return property.NameEquals(field);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
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
