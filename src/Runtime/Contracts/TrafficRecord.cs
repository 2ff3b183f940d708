using System.Buffers;
using System.Text.Json;

namespace Kiln.Runtime.Contracts;

/// <summary>A response as a line of a recording.</summary>
internal static class TrafficRecord
{
    /// <summary>The line in UTF-8, with its line end.</summary>
    /// <param name="response">The response.</param>
    /// <param name="now">When it was read.</param>
    /// <param name="withValues">Whether the line has values that the service sent: URL, body, and what was found.</param>
    public static byte[] Write(ObservedResponse response, DateTimeOffset now, bool withValues)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("time", now.UtcDateTime);
            writer.WriteString("method", response.Method);
            if (response.Template is not null)
                writer.WriteString("operation", response.Operation);
            if (withValues && response.Url is not null)
                writer.WriteString("url", response.Url);
            writer.WriteNumber("status", response.StatusCode);
            if (response.ContentType is not null)
                writer.WriteString("contentType", response.ContentType);
            if (withValues && response.Body?.Bytes is { } body)
                WriteBody(writer, body.Span, response.IsJson);
            WriteViolations(writer, response, withValues);
            writer.WriteEndObject();
        }
        buffer.Write("\n"u8);
        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteBody(Utf8JsonWriter writer, ReadOnlySpan<byte> body, bool isJson)
    {
        // A line break in the JSON would end the line.
        if (isJson && !body.ContainsAny((byte)'\r', (byte)'\n') && IsWellFormed(body))
        {
            writer.WritePropertyName("body");
            writer.WriteRawValue(body, skipInputValidation: true);
        }
        else
        {
            writer.WriteBase64String("bodyBase64", body);
        }
    }

    private static bool IsWellFormed(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            while (reader.Read())
            {
            }
            return reader.BytesConsumed > 0;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static void WriteViolations(Utf8JsonWriter writer, ObservedResponse response, bool withValues)
    {
        if (response.Violations.Count == 0)
            return;
        writer.WriteStartArray("violations");
        foreach (var ((path, expected), found) in response.Violations)
        {
            writer.WriteStartObject();
            writer.WriteString("path", path);
            writer.WriteString("expected", expected);
            writer.WriteString("found", withValues ? found : KindOf(found));
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    // A value stands behind its kind, as in string "22566" or number 5; whatever else is found has none.
    private static string KindOf(string found)
    {
        var end = found.IndexOf(' ', StringComparison.Ordinal);
        return end > 0 && found[..end] is "string" or "number" or "name" ? found[..end] : found;
    }
}
