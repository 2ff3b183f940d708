using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Kiln.Tool.Observing.Traffic;

/// <summary>Reads one line of the runtime's recorder (docs/schemas/traffic.schema.json).</summary>
internal static class RecordedEntry
{
    public static TrafficItem Read(JsonElement entry, TrafficPlace place)
    {
        if (entry.ValueKind != JsonValueKind.Object)
            return new TrafficFault(place, "the line is not an object");
        var operation = entry.Field("operation").Text();
        var url = entry.Field("url").Text() ?? "";
        if (operation is null && url.Length == 0)
            // How a recorder without values writes a request of a whole URL.
            return new SkippedEntry(place, "without a URL or an operation");
        if (entry.Field("status").Number() is not (>= 100 and <= 999 and var status))
            return new TrafficFault(place, "the line has no status code");

        var headers = Headers(entry);
        var (body, fault) = Body(entry, headers);
        if (fault is not null)
            return new TrafficFault(place, fault);
        return new Exchange(place, (entry.Field("method").Text() ?? "GET").ToUpperInvariant(), url, status)
        {
            Operation = operation,
            ResponseHeaders = headers,
            ResponseBody = body,
            Violations =
            [
                .. entry.Field("violations").Objects()
                    .Select(v => new RecordedViolation(v.Field("path").Text() ?? "", v.Field("expected").Text() ?? "", v.Field("found").Text() ?? ""))
                    .Where(v => v.Path.Length > 0 && v.Found.Length > 0),
            ],
        };
    }

    private static TrafficHeaders? Headers(JsonElement entry)
    {
        if (entry.Field("headers") is not { ValueKind: JsonValueKind.Object } recorded)
            return null;
        var headers = new TrafficHeaders();
        foreach (var header in recorded.EnumerateObject())
        {
            foreach (var value in header.Value.ValueKind == JsonValueKind.Array ? header.Value.EnumerateArray().ToArray() : [header.Value])
                headers.Add(header.Name, ((JsonElement?)value).Text() ?? "");
        }
        return headers.IsEmpty ? null : headers;
    }

    // "body" is JSON as it is, or any other text as a string; bytes are in "bodyBase64".
    private static (TrafficBody? Body, string? Fault) Body(JsonElement entry, TrafficHeaders? headers)
    {
        var mediaType = entry.Field("contentType").Text() ?? headers?["Content-Type"];
        if (entry.Field("bodyBase64").Text() is { } coded)
        {
            var (bytes, fault) = BodyDecoder.Decode(coded, isBase64: true, headers?["Content-Encoding"]);
            return fault is null ? (new(mediaType, bytes), null) : (null, fault);
        }
        if (!entry.TryGetProperty("body", out var body))
            return default;
        return (new(mediaType, body.ValueKind == JsonValueKind.String && !IsJson(mediaType)
            ? Encoding.UTF8.GetBytes(((JsonElement?)body).Text() ?? "")
            : JsonMarshal.GetRawUtf8Value(body).ToArray()), null);
    }

    private static bool IsJson(string? mediaType) => mediaType is null || mediaType.Contains("json", StringComparison.OrdinalIgnoreCase);
}
