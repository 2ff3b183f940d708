using Kiln.Runtime.Contracts;
using Microsoft.Kiota.Abstractions;

namespace Kiln.Runtime.Responses;

/// <summary>Describes the response that an exception was created for.</summary>
public sealed class ResponseDetails
{
    /// <summary>Gets the method of the last request, after redirects; an undefined value for a method that Kiota does not have, such as <c>QUERY</c>.</summary>
    public Method Method { get; init; }

    /// <summary>Gets the URL of the last request, after redirects; null if the adapter does not provide it.</summary>
    public Uri? RequestUri { get; init; }

    /// <summary>Gets the status code.</summary>
    public int StatusCode { get; init; }

    /// <summary>Gets the reason phrase; null if there is none.</summary>
    public string? ReasonPhrase { get; init; }

    /// <summary>Gets the headers, including those of the content.</summary>
    public ResponseHeaders Headers { get; init; } = ResponseHeaders.Empty;

    /// <summary>Gets the content type with its parameters, as received; null if there is none.</summary>
    public string? ContentType { get; init; }

    /// <summary>
    /// Gets the body as text in its declared charset (UTF-8 if it declares none or an unknown one), at most its first mebibyte; empty if there is none. Of a page
    /// that is streamed, it is the part that was received and not returned yet. Credentials of the request that the body repeats are replaced by <c>***</c>.
    /// </summary>
    public string BodyText { get; init; } = "";

    /// <summary>Gets whether the body was longer than <see cref="BodyText"/>, or ended early.</summary>
    public bool IsBodyTruncated { get; init; }

    /// <summary>
    /// Gets the bytes of the body as far as they are kept, at most its first mebibyte, with the same part and the same replacements as <see cref="BodyText"/>, but not decoded;
    /// empty if there is none.
    /// </summary>
    public ReadOnlyMemory<byte> BodyBytes { get; init; }

    /// <summary>Gets what the document says of such a response, in one line of at most 200 characters; null if it says nothing, or no more than the status code does.</summary>
    public string? Description { get; init; }

    /// <summary>
    /// Gets where a redirect leads that was not followed: the <c>Location</c> header, resolved against <see cref="RequestUri"/> (RFC 9110, section 10.2.2); null for other
    /// status codes than 300 to 399, and for a header that is missing or no URL.
    /// </summary>
    public Uri? Location => StatusCode is >= 300 and <= 399 ? Headers.LocationFrom(RequestUri) : null;

    /// <summary>The method's name; null if it is that of <see cref="Method"/>.</summary>
    internal string? MethodName { get; init; }

    /// <summary>Where in the body <see cref="BodyText"/> stands, in bytes: not at its start if the items before it were already returned.</summary>
    internal long BodyTextStart { get; init; }

    /// <summary>Whether the error is not the response itself, but came in the stream of a successful one.</summary>
    internal bool IsOfStream { get; init; }

    /// <summary>Why the redirect that the response is was not followed; null if it is none.</summary>
    internal string? Refusal { get; init; }

    /// <summary>What is wrong with the status code of a success that the document does not have; null for any other.</summary>
    internal ContractViolation? Undocumented { get; init; }
}
