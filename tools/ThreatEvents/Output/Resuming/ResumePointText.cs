using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace ThreatEvents.Output.Resuming;

/// <summary>A resume point as the text of a file: a line of JSON, and a line with its SHA-256, so that a damaged one is never gone by.</summary>
internal static class ResumePointText
{
    private const int Version = 1;

    public static byte[] Write(ResumePoint point)
    {
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json))
        {
            writer.WriteStartObject();
            writer.WriteNumber("version", Version);
            WriteList(writer, "query", point.Query, writer.WriteStringValue);
            writer.WriteBoolean("inTimeOrder", point.IsInTimeOrder);
            writer.WriteString("token", point.Token);
            writer.WriteNumber("events", point.Events);
            writer.WriteNumber("length", point.Length);
            if (point.Widths is { } widths)
                WriteList(writer, "widths", widths, writer.WriteNumberValue);
            writer.WriteBoolean("complete", point.IsComplete);
            writer.WriteEndObject();
        }

        return [.. json.WrittenSpan, (byte)'\n', .. CheckOf(json.WrittenSpan), (byte)'\n'];
    }

    /// <summary>Reads it back; null if this is not what <see cref="Write"/> wrote.</summary>
    public static ResumePoint? Read(ReadOnlySpan<byte> text)
    {
        var end = text.IndexOf((byte)'\n');
        if (end < 0 || !text[(end + 1)..].TrimEnd((byte)'\n').SequenceEqual(CheckOf(text[..end])))
            return null;

        try
        {
            using var document = JsonDocument.Parse(text[..end].ToArray());
            var root = document.RootElement;
            if (root.GetProperty("version").GetInt32() != Version)
                return null;

            return new ResumePoint
            {
                Query = [.. root.GetProperty("query").EnumerateArray().Select(item => item.GetString() ?? "")],
                IsInTimeOrder = root.GetProperty("inTimeOrder").GetBoolean(),
                Token = root.GetProperty("token").GetString(),
                Events = root.GetProperty("events").GetInt64(),
                Length = root.GetProperty("length").GetInt64(),
                Widths = root.TryGetProperty("widths", out var widths) ? [.. widths.EnumerateArray().Select(width => width.GetInt32())] : null,
                IsComplete = root.GetProperty("complete").GetBoolean(),
            };
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            // The sum is right, so another version wrote it.
            return null;
        }
    }

    private static byte[] CheckOf(ReadOnlySpan<byte> json) => Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SHA256.HashData(json)));

    private static void WriteList<T>(Utf8JsonWriter writer, string name, IReadOnlyList<T> items, Action<T> write)
    {
        writer.WriteStartArray(name);
        foreach (var item in items)
            write(item);

        writer.WriteEndArray();
    }
}
