using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Kiln.Benchmarks.Data;

/// <summary>Pages of one threat's events, as bytes, as the service sends them: no white space, and escaped is only what JSON wants escaped.</summary>
internal static class EventPages
{
    public const int EventsPerPage = 1000;

    private const int Seed = 20211214;

    private static readonly JsonWriterOptions AsTheService = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>One page, as if there were no other.</summary>
    public static byte[] One(Platform platform, int events = EventsPerPage)
    {
        var threat = new Threat(platform, Seed);
        return Page(threat, events, null, events);
    }

    /// <summary>All pages of a run; the cursor of page n is <see cref="Cursor"/> of n.</summary>
    public static byte[][] Many(Platform platform, int pages)
    {
        var threat = new Threat(platform, Seed);
        return [.. Enumerable.Range(1, pages).Select(n => Page(threat, EventsPerPage, n == pages ? null : Cursor(n), pages * EventsPerPage))];
    }

    /// <summary>An opaque text as long as the service's.</summary>
    public static string Cursor(int page) => Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes($"agent_id:{58029380 + page:D8}"));

    private static byte[] Page(Threat threat, int events, string? nextCursor, int totalItems)
    {
        var buffer = new ArrayBufferWriter<byte>(events * 3000);
        using var writer = new Utf8JsonWriter(buffer, AsTheService);
        writer.WriteStartObject();
        writer.WriteStartArray("data");
        for (var i = 0; i < events; i++)
        {
            EventFields.Write(writer, threat.NextEvent());
            if (writer.BytesPending > 64 * 1024)
                writer.Flush();
        }
        writer.WriteEndArray();
        writer.WriteStartObject("pagination");
        writer.WriteString("nextCursor", nextCursor);
        writer.WriteNumber("totalItems", totalItems);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }
}
