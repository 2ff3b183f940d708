using Microsoft.Kiota.Abstractions;

namespace Kiln.Runtime.Responses;

/// <summary>Describes the response that an exception was created for.</summary>
public sealed class ResponseDetails
{
    /// <summary>Gets the method of the last request, after redirects.</summary>
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

    /// <summary>Where in the body <see cref="BodyText"/> stands, in bytes: not at its start if the items before it were already returned.</summary>
    internal long BodyTextStart { get; init; }

    /// <summary>Why the redirect that the response is was not followed; null if it is none.</summary>
    internal string? Refusal { get; init; }
}
