namespace Kiln.Runtime.Responses;

/// <summary>The status said success, but the body cannot be read: empty, not JSON, cut off, too large, too slow, or of another shape.</summary>
public class ResponseBodyException : ServiceException
{
    internal ResponseBodyException(ResponseDetails context, string problem, string? path = null, long? byteOffset = null, Exception? inner = null)
        : base(context, $"{Describe(context)} with a body {problem}{Place(path, byteOffset)}{Excerpt(Start(context), context)}", inner)
    {
        Path = path;
        ByteOffset = byteOffset;
    }

    /// <summary>Where reading failed, as a JSON path (RFC 9535): <c>$.data[3].pid</c>; null if it was not about one place.</summary>
    public string? Path { get; }

    /// <summary>Where reading failed, in bytes from the start of the body; null if it was not about one place.</summary>
    public long? ByteOffset { get; }

    private static string Start(ResponseDetails context) => context.BodyTextStart == 0 ? ". It begins: " : $". From byte {context.BodyTextStart} on: ";

    private static string Place(string? path, long? offset) => path is null ? "" : offset is null ? $" (at {path})" : $" (at {path}, byte {offset})";
}
