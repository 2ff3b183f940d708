using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Kiln.Generator.Tests.Answers.Document;
using Kiln.Generator.Tests.Requests.Document;

namespace Kiln.Generator.Tests.Answers.Making;

/// <summary>A response that is served.</summary>
/// <param name="Status">The status code.</param>
/// <param name="Body">The body.</param>
/// <param name="Headers">The headers that the document has, with their values and as they are sent.</param>
internal sealed record ServedAnswer(int Status, MadeBody Body, IReadOnlyList<(RawHeader Header, JsonNode Value, string Text)> Headers)
{
    public const string Elsewhere = "/elsewhere?a=b";

    // Said by the message itself, or by the body; with other values it would be another response.
    private static readonly string[] OwnHeaders = ["Content-Type", "Content-Length", "Content-Encoding", "Content-Range", "Transfer-Encoding", "Connection", "Trailer", "Upgrade", "Keep-Alive", "Location"];

    /// <summary>Whether a header is served with any value of its schema.</summary>
    public static bool IsServed(RawHeader header) => !OwnHeaders.Contains(header.Name, StringComparer.OrdinalIgnoreCase) && (header.IsJson || !IsNested(header.Schema));

    // OpenAPI 3.1.1, "Style Values": what is in a list or an object of a style has no parts of its own.
    private static bool IsNested(RawNode? schema) => schema?["items"] is { } item && HasParts(item) || schema?["additionalProperties"] is { IsMap: true } value && HasParts(value)
        || (schema?["properties"]?.Entries ?? []).Any(p => HasParts(p.Value));

    private static bool HasParts(RawNode schema) => schema.TextsOf("type") is ["array" or "object"] || schema["items"] is not null || schema["properties"] is not null;

    /// <summary>The message (RFC 9112).</summary>
    public byte[] Write(bool isHead)
    {
        var head = new StringBuilder().Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {Status} Served\r\nX-Kiln-Served: yes\r\n");
        if (Body.ContentType.Length > 0)
            head.Append(CultureInfo.InvariantCulture, $"Content-Type: {Body.ContentType}\r\n");
        if (Status is >= 300 and <= 399)
            head.Append(CultureInfo.InvariantCulture, $"Location: {Elsewhere}\r\n");
        foreach (var (header, _, text) in Headers)
            head.Append(CultureInfo.InvariantCulture, $"{header.Name}: {text}\r\n");
        if (Status is not (204 or 304))
            head.Append(CultureInfo.InvariantCulture, $"Content-Length: {Body.Bytes.Length}\r\n");
        var bytes = Encoding.UTF8.GetBytes(head.Append("\r\n").ToString());
        return isHead ? bytes : [.. bytes, .. Body.Bytes];
    }
}
