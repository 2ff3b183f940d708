using System.IO.Compression;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace ThreatEvents.EmbeddedConsole;

/// <summary>One answer: the events of a page, where the next one starts, and how many there are in all.</summary>
internal sealed record EventsPage(IReadOnlyList<StoredEvent> Events, string? NextCursor, int TotalItems)
{
    private const int EventsPerFlush = 100;

    public static EventsPage Of(EventStore store, EventsRequest request, int start)
    {
        var matching = store.Find(request.Filter, request.Order);
        if (request.CountOnly)
            return new EventsPage([], NextCursor: null, matching.Count);

        var first = start + request.Skip;
        var end = first + request.Limit;

        return new EventsPage(
            [.. matching.Skip(first).Take(request.Limit)],
            end < matching.Count ? PageCursor.At(end, request) : null,
            request.SkipCount ? 0 : matching.Count);
    }

    public async Task WriteAsync(HttpContext context)
    {
        var isCompressed = context.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase);
        if (isCompressed)
            context.Response.Headers.ContentEncoding = "gzip";

        await using var body = isCompressed ? new GZipStream(context.Response.Body, CompressionLevel.Fastest, leaveOpen: true) : context.Response.Body;
        await using var writer = new Utf8JsonWriter(body);

        writer.WriteStartObject();
        writer.WriteStartArray("data");
        for (var i = 0; i < Events.Count; i++)
        {
            writer.WriteRawValue(Events[i].Json.Span, skipInputValidation: true);
            if (i % EventsPerFlush == EventsPerFlush - 1)
                await writer.FlushAsync(context.RequestAborted).ConfigureAwait(false);
        }

        writer.WriteEndArray();
        writer.WriteStartObject("pagination");
        writer.WriteString("nextCursor", NextCursor);
        writer.WriteNumber("totalItems", TotalItems);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
