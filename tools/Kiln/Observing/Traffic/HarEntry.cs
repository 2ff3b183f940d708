using System.Text.Json;

namespace Kiln.Tool.Observing.Traffic;

/// <summary>Reads one entry of a HAR file (HTTP Archive 1.2), as browsers and proxies write it: fields may be missing, and there are some of their own.</summary>
internal static class HarEntry
{
    public static TrafficItem Read(JsonElement entry, TrafficPlace place)
    {
        if (entry.ValueKind != JsonValueKind.Object)
            return new TrafficFault(place, "the entry is not an object");
        if (entry.Field("request") is not { } request || request.Field("url").Text() is not { Length: > 0 } url)
            return new TrafficFault(place, "the entry has no request with a URL");
        if (!url.StartsWith("http:", StringComparison.OrdinalIgnoreCase) && !url.StartsWith("https:", StringComparison.OrdinalIgnoreCase))
            return new SkippedEntry(place, "not HTTP");
        // 0 and -1 are what browsers write for a request that was blocked or aborted.
        if (entry.Field("response") is not { } response || response.Field("status").Number() is not (>= 100 and <= 999 and var status))
            return new SkippedEntry(place, "without a response");

        var requestHeaders = Headers(request);
        var responseHeaders = Headers(response);
        var (sent, sentFault) = RequestBody(request, requestHeaders);
        var (received, receivedFault) = ResponseBody(response, responseHeaders);
        if ((receivedFault ?? sentFault) is { } fault)
            return new TrafficFault(place, fault);
        return new Exchange(place, (request.Field("method").Text() ?? "GET").ToUpperInvariant(), url, status)
        {
            HasRequest = true,
            RequestHeaders = requestHeaders,
            ResponseHeaders = responseHeaders,
            RequestBody = sent,
            ResponseBody = received,
        };
    }

    // An empty list is what tools write that record no headers, since no message is without any.
    private static TrafficHeaders? Headers(JsonElement message)
    {
        var headers = new TrafficHeaders();
        foreach (var header in message.Field("headers").Objects())
            headers.Add(header.Field("name").Text() ?? "", header.Field("value").Text() ?? "");
        return headers.IsEmpty ? null : headers;
    }

    private static (TrafficBody? Body, string? Fault) RequestBody(JsonElement request, TrafficHeaders? headers)
    {
        if (request.Field("postData") is not { } data || data.Field("text").Text() is not { Length: > 0 } text)
            return default;
        return Decode(text, data, data.Field("mimeType").Text(), headers);
    }

    private static (TrafficBody? Body, string? Fault) ResponseBody(JsonElement response, TrafficHeaders? headers)
    {
        // Without text it was not recorded, was taken from a cache, or is empty: tools write the same for all of these.
        if (response.Field("content") is not { } content || content.Field("text").Text() is not { Length: > 0 } text)
            return default;
        return Decode(text, content, content.Field("mimeType").Text(), headers);
    }

    private static (TrafficBody? Body, string? Fault) Decode(string text, JsonElement content, string? mediaType, TrafficHeaders? headers)
    {
        var isBase64 = string.Equals(content.Field("encoding").Text(), "base64", StringComparison.OrdinalIgnoreCase);
        var (bytes, fault) = BodyDecoder.Decode(text, isBase64, headers?["Content-Encoding"]);
        if (fault is not null)
            return (null, fault);
        // The header is what was sent; Chrome writes x-unknown where there was none.
        var type = headers?["Content-Type"] ?? (mediaType is { Length: > 0 } and not "x-unknown" ? mediaType : null);
        return (new(type, bytes), null);
    }
}
