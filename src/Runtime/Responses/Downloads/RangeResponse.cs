using System.Globalization;

namespace Kiln.Runtime.Responses;

/// <summary>What the headers of a response say of its parts (RFC 9110, section 14).</summary>
internal static class RangeResponse
{
    /// <summary>Whether the service says that it can send parts of the body.</summary>
    public static bool AcceptsBytes(ResponseHeaders headers) =>
        headers.GetText("Accept-Ranges")?.Split(',').Any(unit => unit.Trim().Equals("bytes", StringComparison.OrdinalIgnoreCase)) == true;

    /// <summary>
    /// What tells this version of the body from any other, byte for byte, for <c>If-Range</c> (RFC 9110, section 13.1.5): its entity tag if that is strong, or its modification date if there is no
    /// entity tag and the response was made at least a second after it (section 8.8.2.2). Null if there is neither.
    /// </summary>
    public static string? ValidatorOf(ResponseHeaders headers)
    {
        if (ETagOf(headers) is { } tag)
            return IsStrong(tag) ? tag : null;
        return DateOf(headers, "Last-Modified") is { } modified && DateOf(headers, "Date") is { } made && made - modified >= TimeSpan.FromSeconds(1)
            ? headers.GetText("Last-Modified")!.Trim()
            : null;
    }

    /// <summary>Why a part is not the rest of a body; null if it is.</summary>
    /// <param name="part">The response with status 206.</param>
    /// <param name="start">The offset at which the rest begins.</param>
    /// <param name="length">The length of the whole body.</param>
    /// <param name="validator">What the whole body was recognized by.</param>
    public static string? Mismatch(RawResponse part, long start, long length, string validator)
    {
        var text = part.Headers.GetText("Content-Range")?.Trim();
        if (text is null || !TryParse(text, out var from, out var to, out var total))
            return "the service answered 206 without saying which part of the content that is (Content-Range)";
        if (total is { } other && other != length)
            return $"the content has changed: it has {other} bytes now, and not {length}";
        if (from != start || to < from || to >= length)
            return $"the service sent the bytes {from} to {to}, where those from {start} to {length - 1} were asked for";
        if (ETagOf(part.Headers) is { } tag && validator.StartsWith('"') && tag != validator)
            return "the content has changed: it has another ETag now";
        return part.Announced is { } announced && announced != to - from + 1 ? "the length of what the service sent is not the one that it says (Content-Range)" : null;
    }

    private static string? ETagOf(ResponseHeaders headers) => headers.GetText("ETag")?.Trim();

    private static bool IsStrong(string tag) => tag is ['"', .., '"'] && tag.Length > 1;

    private static DateTimeOffset? DateOf(ResponseHeaders headers, string name) =>
        DateTimeOffset.TryParseExact(headers.GetText(name)?.Trim(), "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : null;

    // bytes 500-999/1234, in which the total may be unknown: *
    private static bool TryParse(string text, out long from, out long to, out long? total)
    {
        (from, to, total) = (0, 0, null);
        if (!text.StartsWith("bytes ", StringComparison.OrdinalIgnoreCase) || text[6..].Split('/') is not [var range, var all] || range.Split('-') is not [var first, var last]
            || !TryParse(first, out from) || !TryParse(last, out to))
            return false;
        if (all.Trim() == "*")
            return true;
        var isNumber = TryParse(all, out var number);
        total = number;
        return isNumber;
    }

    private static bool TryParse(string text, out long number) => long.TryParse(text.AsSpan().Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
