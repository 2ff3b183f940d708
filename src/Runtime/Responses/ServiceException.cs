using Kiln.Runtime.Text;
using Microsoft.Kiota.Abstractions;

namespace Kiln.Runtime.Responses;

/// <summary>The exception that is thrown for a response with a status code outside of 200 to 299, or with a body that cannot be read.</summary>
public class ServiceException : ApiException
{
    /// <summary>The entry of <see cref="Exception.Data"/> by which any exception says where a walk of pages can go on.</summary>
    internal const string ResumeTokenKey = "Kiln.ResumeToken";

    /// <summary>The entry by which any exception says which event was the last before it.</summary>
    internal const string LastEventIdKey = "Kiln.LastEventId";

    private readonly ResponseDetails context;

    /// <summary>Initializes a new exception with a message that has the method, the URL without its query, the status code, what the document says of it, and the beginning of the body.</summary>
    /// <param name="response">The response.</param>
    public ServiceException(ResponseDetails response)
        : this(response, Describe(response) + Excerpt(": ", response), null)
    {
    }

    private protected ServiceException(ResponseDetails context, string message, Exception? inner)
        : base(message, inner!)
    {
        this.context = context;
        ResponseStatusCode = context.StatusCode;
        ResponseHeaders = context.Headers.ToDictionary(h => h.Key, h => (IEnumerable<string>)h.Value, StringComparer.OrdinalIgnoreCase);
    }

    /// <inheritdoc cref="ResponseDetails.StatusCode"/>
    public int StatusCode => context.StatusCode;

    /// <inheritdoc cref="ResponseDetails.ReasonPhrase"/>
    public string? ReasonPhrase => context.ReasonPhrase;

    /// <inheritdoc cref="ResponseDetails.Headers"/>
    public ResponseHeaders Headers => context.Headers;

    /// <inheritdoc cref="ResponseDetails.BodyText"/>
    public string BodyText => context.BodyText;

    /// <inheritdoc cref="ResponseDetails.IsBodyTruncated"/>
    public bool IsBodyTruncated => context.IsBodyTruncated;

    /// <inheritdoc cref="ResponseDetails.BodyBytes"/>
    public ReadOnlyMemory<byte> BodyBytes => context.BodyBytes;

    /// <inheritdoc cref="ResponseDetails.Description"/>
    public string? Description => context.Description;

    /// <inheritdoc cref="ResponseDetails.Location"/>
    public Uri? Location => context.Location;

    /// <inheritdoc cref="ResponseDetails.ContentType"/>
    public string? ContentType => context.ContentType;

    /// <inheritdoc cref="ResponseDetails.RequestUri"/>
    public Uri? RequestUri => context.RequestUri;

    /// <inheritdoc cref="ResponseDetails.Method"/>
    public Method Method => context.Method;

    /// <summary>Gets the token to resume the enumeration of pages that this exception ended, for <c>Pages.StartAt</c>; null if it ended a single call.</summary>
    public string? ResumeToken => Data[ResumeTokenKey] as string;

    /// <summary>Gets the id of the last event before this exception, for <c>EventStream.StartAfter</c>; null if there was none, or it did not end a stream of events.</summary>
    public string? LastEventId => Data[LastEventIdKey] as string;

    /// <summary>Returns the headers as the class that the document's headers of a response became. A header that is missing or cannot be parsed is null.</summary>
    /// <typeparam name="THeaders">The class. Any can be asked for, whatever the status code.</typeparam>
    public THeaders GetHeaders<THeaders>()
        where THeaders : TypedHeaders, new() => new() { All = Headers };

    private protected static string Describe(ResponseDetails context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var url = context.RequestUri is { } uri ? MessageText.OneLine(uri) : "the request";
        var reason = context.ReasonPhrase is { Length: > 0 } text ? " " + MessageText.OneLine(text) : "";
        var meaning = context.Refusal is { } why ? $" (the redirect is not followed: {why})" : Meaning(context);
        var stream = context.IsOfStream ? " with a stream that ended in an error" : "";
        return $"{context.MethodName ?? context.Method.ToString()} {url} answered {context.StatusCode}{reason}{meaning}{stream}";
    }

    // What the reason phrase says already is not said again.
    private static string Meaning(ResponseDetails context) =>
        context.Description?.Trim().TrimEnd('.') is { Length: > 0 } text && !text.Equals(context.ReasonPhrase, StringComparison.OrdinalIgnoreCase) ? $" ({MessageText.OneLine(text)})" : "";

    private protected static string Excerpt(string before, ResponseDetails context)
    {
        var text = MessageText.Excerpt(context.BodyText);
        return text.Length == 0 ? "" : before + text;
    }
}

/// <summary>The exception that is thrown for an error response whose body the document describes.</summary>
/// <typeparam name="TError">The type of the body.</typeparam>
public class ServiceException<TError> : ServiceException
{
    /// <summary>Initializes a new exception.</summary>
    /// <param name="response">The response.</param>
    /// <param name="error">The deserialized body; <c>default</c> if it is of another type.</param>
    public ServiceException(ResponseDetails response, TError? error)
        : base(response) => Error = error;

    /// <summary>
    /// Gets the deserialized body; <c>default</c> (null for all types that the document's bodies become) if it is of another type: not JSON, such as a page of HTML, JSON of
    /// another kind, or an object without any of the properties that the document defines. <see cref="ServiceException.BodyText"/> always has its text.
    /// </summary>
    public TError? Error { get; }
}
