using Kiln.Runtime.Text;
using Microsoft.Kiota.Abstractions;

namespace Kiln.Runtime.Responses;

/// <summary>The service answered, but not with what was asked for: a status outside of 200 to 299, or a body that cannot be read.</summary>
public class ServiceException : ApiException
{
    /// <summary>The entry of <see cref="Exception.Data"/> by which any exception says where a walk of pages can go on.</summary>
    internal const string ResumeTokenKey = "Kiln.ResumeToken";

    private readonly ServiceError context;

    /// <summary>Makes the exception of an answer, with a message that tells method, URL without its query, status and the body's beginning.</summary>
    public ServiceException(ServiceError context)
        : this(context, Describe(context) + Excerpt(": ", context), null)
    {
    }

    private protected ServiceException(ServiceError context, string message, Exception? inner)
        : base(message, inner!)
    {
        this.context = context;
        ResponseStatusCode = context.StatusCode;
        ResponseHeaders = context.Headers.ToDictionary(h => h.Key, h => (IEnumerable<string>)h.Value, StringComparer.OrdinalIgnoreCase);
    }

    /// <inheritdoc cref="ServiceError.StatusCode"/>
    public int StatusCode => context.StatusCode;

    /// <inheritdoc cref="ServiceError.Reason"/>
    public string? Reason => context.Reason;

    /// <inheritdoc cref="ServiceError.Headers"/>
    public ResponseHeaders Headers => context.Headers;

    /// <inheritdoc cref="ServiceError.BodyText"/>
    public string BodyText => context.BodyText;

    /// <inheritdoc cref="ServiceError.IsBodyTruncated"/>
    public bool IsBodyTruncated => context.IsBodyTruncated;

    /// <inheritdoc cref="ServiceError.ContentType"/>
    public string? ContentType => context.ContentType;

    /// <inheritdoc cref="ServiceError.RequestUri"/>
    public Uri? RequestUri => context.RequestUri;

    /// <inheritdoc cref="ServiceError.Method"/>
    public Method Method => context.Method;

    /// <summary>Where a walk of pages can go on that this exception ended, for <c>Pages.StartingAt</c>; null if it ended a single call.</summary>
    public string? ResumeToken => Data[ResumeTokenKey] as string;

    private protected static string Describe(ServiceError context)
    {
        ArgumentNullException.ThrowIfNull(context);
        // Without the query and user information: messages end up in logs, and those parts may be secret.
        var url = context.RequestUri?.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped) ?? "the request";
        var reason = context.Reason is { Length: > 0 } text ? " " + MessageText.OneLine(text) : "";
        var refusal = context.Refusal is { } why ? $" (the redirect is not followed: {why})" : "";
        return $"{context.Method} {MessageText.OneLine(url)} answered {context.StatusCode}{reason}{refusal}";
    }

    private protected static string Excerpt(string before, ServiceError context)
    {
        var text = MessageText.Excerpt(context.BodyText);
        return text.Length == 0 ? "" : before + text;
    }
}

/// <summary>An error answer whose body the document describes.</summary>
/// <typeparam name="TError">The body.</typeparam>
public class ServiceException<TError> : ServiceException
{
    /// <summary>Makes the exception of an answer.</summary>
    /// <param name="context">The answer.</param>
    /// <param name="error">Its body, or <c>default</c> if that was of another shape.</param>
    public ServiceException(ServiceError context, TError? error)
        : base(context) => Error = error;

    /// <summary>
    /// The body; <c>default</c> (null for models) if it was of another shape: not JSON, not an object, or an object without any field that the
    /// document names. <see cref="ServiceException.BodyText"/> has it as text in any case.
    /// </summary>
    public TError? Error { get; }
}
