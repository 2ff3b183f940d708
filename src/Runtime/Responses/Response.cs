namespace Kiln.Runtime.Responses;

/// <summary>A successful response: its body with the status and headers.</summary>
/// <typeparam name="T">The type of the body.</typeparam>
/// <typeparam name="THeaders">The type of the headers that the document defines.</typeparam>
public sealed class Response<T, THeaders>
{
    /// <summary>Initializes a new response, for example in tests of code that takes one.</summary>
    public Response(int statusCode, string? reasonPhrase, THeaders headers, ResponseHeaders allHeaders, T body) =>
        (StatusCode, ReasonPhrase, Headers, AllHeaders, Body) = (statusCode, reasonPhrase, headers, allHeaders, body);

    /// <summary>Gets the status code: 200 to 299, or 304 or that of a redirect if the document declares it; 0 if the caller's own response handler has read the response.</summary>
    public int StatusCode { get; }

    /// <summary>Gets the reason phrase, or the usual one where the protocol has none (HTTP/2); null if there is neither.</summary>
    public string? ReasonPhrase { get; }

    /// <summary>Gets the headers that the document defines.</summary>
    public THeaders Headers { get; }

    /// <summary>Gets all headers.</summary>
    public ResponseHeaders AllHeaders { get; }

    /// <summary>Gets the body.</summary>
    public T Body { get; }

    /// <summary>
    /// Gets the absolute URL to which <c>Location</c> leads (RFC 9110, section 10.2.2): of 201, that of the new resource, and of a redirect that was not followed, its target; null, the default, if there
    /// is none.
    /// </summary>
    public Uri? Location { get; init; }
}
