namespace Kiln.Runtime.Responses;

/// <summary>The exception that is thrown for a successful response whose body cannot be read: empty, not JSON, incomplete, too large, too slow, or of another type.</summary>
public class ResponseBodyException : ServiceException
{
    internal ResponseBodyException(ResponseDetails context, string problem, string? path = null, long? byteOffset = null, Exception? inner = null)
        : base(context, $"{Describe(context)}{Undocumented(context)} with a body {problem}{Place(path, byteOffset)}{Excerpt(Start(context), context)}", inner)
    {
        Path = path;
        ByteOffset = byteOffset;
    }

    /// <summary>Gets the location of the error, as a JSON path (RFC 9535): <c>$.data[3].pid</c>; null if the error has no location.</summary>
    public string? Path { get; }

    /// <summary>Gets the offset of the error, in bytes from the start of the body; null if the error has no location.</summary>
    public long? ByteOffset { get; }

    /// <summary>Gets the index of the item at which a stream of items or events ended, from 0; null for other bodies. Items that were left out are counted.</summary>
    public long? ItemIndex { get; internal set; }

    private static string Undocumented(ResponseDetails context) => context.Undocumented is { } status ? $" (a success, but not {status.Expected})" : "";

    private static string Start(ResponseDetails context) => context.BodyTextStart == 0 ? ". It begins: " : $". From byte {context.BodyTextStart} on: ";

    private static string Place(string? path, long? offset) => path is null ? "" : offset is null ? $" (at {path})" : $" (at {path}, byte {offset})";
}
