using Microsoft.Kiota.Abstractions;

namespace Kiln.Runtime.Responses;

/// <summary>What is known of a response that became an exception.</summary>
public sealed class ResponseDetails
{
    /// <summary>The method of the request that was answered last, after redirects.</summary>
    public Method Method { get; init; }

    /// <summary>The URL that was answered, after redirects; null if the adapter did not say.</summary>
    public Uri? RequestUri { get; init; }

    /// <summary>The status of the response.</summary>
    public int StatusCode { get; init; }

    /// <summary>The reason phrase; null if there is none.</summary>
    public string? ReasonPhrase { get; init; }

    /// <summary>The headers of the response, those of its body included.</summary>
    public ResponseHeaders Headers { get; init; } = ResponseHeaders.Empty;

    /// <summary>The media type of the body with its parameters, as it came; null if none came.</summary>
    public string? ContentType { get; init; }

    /// <summary>The body by its declared charset (UTF-8 if it declares none or an unknown one), at most its first mebibyte; empty if there was none. Of a page that was read item by item, the
    /// piece that was received and not handed out yet. Credentials of the request that it repeats are shown as <c>***</c>.</summary>
    public string BodyText { get; init; } = "";

    /// <summary>Whether the body was longer than <see cref="BodyText"/>, or broke off.</summary>
    public bool IsBodyTruncated { get; init; }

    /// <summary>Where in the body <see cref="BodyText"/> stands, in bytes: not at its start where the items before it were handed out already.</summary>
    internal long BodyTextStart { get; init; }

    /// <summary>Why the redirect that the response is was not followed; null if it is none.</summary>
    internal string? Refusal { get; init; }
}
