using Kiln.Runtime.Text;
using Microsoft.Kiota.Abstractions;

namespace Kiln.Runtime.Responses;

/// <summary>The exception that is thrown for a response with a status code outside of 200 to 299, or with a body that cannot be read.</summary>
public class ServiceException : ApiException
{
    /// <summary>The entry of <see cref="Exception.Data"/> by which any exception says where a walk of pages can go on.</summary>
    internal const string ResumeTokenKey = "Kiln.ResumeToken";

    private readonly ResponseDetails context;

    /// <summary>Initializes a new exception with a message that has the method, the URL without its query, the status code and the beginning of the body.</summary>
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

    /// <inheritdoc cref="ResponseDetails.ContentType"/>
    public string? ContentType => context.ContentType;

    /// <inheritdoc cref="ResponseDetails.RequestUri"/>
    public Uri? RequestUri => context.RequestUri;

    /// <inheritdoc cref="ResponseDetails.Method"/>
    public Method Method => context.Method;

    /// <summary>Gets the token to resume the enumeration of pages that this exception ended, for <c>Pages.StartAt</c>; null if it ended a single call.</summary>
    public string? ResumeToken => Data[ResumeTokenKey] as string;

    private protected static string Describe(ResponseDetails context)
    {
        ArgumentNullException.ThrowIfNull(context);
        // Without the query and user information: messages end up in logs, and those parts may be secret.
        var url = context.RequestUri?.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped) ?? "the request";
        var reason = context.ReasonPhrase is { Length: > 0 } text ? " " + MessageText.OneLine(text) : "";
        var refusal = context.Refusal is { } why ? $" (the redirect is not followed: {why})" : "";
        return $"{context.Method} {MessageText.OneLine(url)} answered {context.StatusCode}{reason}{refusal}";
    }

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
    /// Gets the deserialized body; <c>default</c> (null for models) if it is not JSON, not an object, or an object without any of the properties that the
    /// document defines. <see cref="ServiceException.BodyText"/> always has its text.
    /// </summary>
    public TError? Error { get; }
}
