namespace Kiln.Runtime.Responses;

/// <summary>The body of a response as a service would send it.</summary>
/// <param name="Bytes">The body.</param>
/// <param name="ContentType">The value of the <c>Content-Type</c> header; empty for a response without a body.</param>
public sealed record WrittenBody(ReadOnlyMemory<byte> Bytes, string ContentType)
{
    private const string JsonType = "application/json";

    /// <summary>Gets the status code that the value has; null, the default, if it has none, and any success will do.</summary>
    public int? StatusCode { get; init; }

    /// <summary>Gets the headers that the value has beside its content type. The default is empty.</summary>
    public ResponseHeaders Headers { get; init; } = ResponseHeaders.Empty;

    internal static WrittenBody Json(byte[] bytes) => new(bytes, JsonType);

    internal static WrittenBody Empty(int statusCode) => new(default, "") { StatusCode = statusCode };
}
