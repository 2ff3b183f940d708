namespace Kiln.Runtime.Responses;

/// <summary>The base class of the headers that a document defines for a response. A header that is missing or cannot be parsed is null.</summary>
public abstract class TypedHeaders
{
    /// <summary>Gets all headers of the response, including those that the document does not define.</summary>
    public ResponseHeaders All { get; init; } = ResponseHeaders.Empty;
}
