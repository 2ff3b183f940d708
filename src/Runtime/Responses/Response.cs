namespace Kiln.Runtime.Responses;

/// <summary>A successful response with all that came beside its body.</summary>
/// <typeparam name="T">The body.</typeparam>
/// <typeparam name="THeaders">The headers that the document names, typed.</typeparam>
public sealed class Response<T, THeaders>
{
    /// <summary>Puts a response together; also for tests of code that takes one.</summary>
    public Response(int statusCode, string? reasonPhrase, THeaders headers, ResponseHeaders allHeaders, T body) =>
        (StatusCode, ReasonPhrase, Headers, AllHeaders, Body) = (statusCode, reasonPhrase, headers, allHeaders, body);

    /// <summary>The status, 200 to 299; 0 if a response handler of the caller's took the response.</summary>
    public int StatusCode { get; }

    /// <summary>The reason phrase, or the usual one where the protocol carries none (HTTP/2); null if there is neither.</summary>
    public string? ReasonPhrase { get; }

    /// <summary>The headers that the document names.</summary>
    public THeaders Headers { get; }

    /// <summary>All headers.</summary>
    public ResponseHeaders AllHeaders { get; }

    /// <summary>The body.</summary>
    public T Body { get; }
}
