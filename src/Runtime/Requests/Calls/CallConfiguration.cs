using Kiln.Runtime.Contracts;
using Microsoft.Kiota.Abstractions;

namespace Kiln.Runtime.Requests;

/// <summary>
/// Configures one call: Kiota's query parameters, headers and options, and what an SDK of Kiln adds to them. A delegate for Kiota's
/// <see cref="RequestConfiguration{TQuery}"/> is accepted wherever one for this class is.
/// </summary>
/// <typeparam name="TQuery">The class of the operation's query parameters.</typeparam>
/// <remarks>
/// An instance is created for each call. Not thread-safe. A value that cannot be sent causes an <see cref="ArgumentException"/> that names its property, where it
/// is set; nothing is sent then. While pages are enumerated, each page is a call.
/// </remarks>
public class CallConfiguration<TQuery> : RequestConfiguration<TQuery>
    where TQuery : class, new()
{
    /// <summary>What is set beyond Kiota's own properties; null for most calls, which need no memory for it.</summary>
    internal CallSettings? Settings { get; private set; }

    /// <summary>
    /// Gets or sets the maximum duration of this call with its retries, in place of <see cref="ReadOptions.CallTimeout"/>; null, the default, leaves that in effect, and
    /// <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> means no limit. A call that takes longer throws a <see cref="TimeoutException"/>.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is zero, negative and not infinite, or longer than about 49 days.</exception>
    public TimeSpan? Timeout
    {
        get => Settings?.Timeout;
        set => Set().Timeout = CallSettings.CheckedTimeout(value, nameof(Timeout));
    }

    /// <summary>
    /// Gets or sets the key by which the service recognizes that a request was repeated; null, the default, sends none, or a new one for each call where the document
    /// has <c>x-kiln-idempotency-key</c>. It is sent unchanged, with each attempt, in the header that the document names, or <c>Idempotency-Key</c>. A request with a key is retried like one with an
    /// idempotent method (<see cref="Http.RetryRules"/>).
    /// </summary>
    /// <exception cref="ArgumentException">The value is empty or white space, or has characters other than printable ASCII.</exception>
    public string? IdempotencyKey
    {
        get => Settings?.IdempotencyKey;
        set => Set().IdempotencyKey = CallSettings.CheckedKey(value, nameof(IdempotencyKey));
    }

    /// <summary>
    /// Gets query parameters that the document does not have. They are percent-encoded and appended in this order; on a URL that was given by <c>WithUrl</c>, they
    /// replace its parameters of the same name.
    /// </summary>
    public ExtraQueryParameters ExtraQuery => Set().ExtraQuery ??= [];

    /// <summary>
    /// Gets or sets the base URL of this call in place of the client's; null, the default, leaves that in effect. Credentials stay bound to their origins: a call
    /// that needs one for another origin fails before it is sent.
    /// </summary>
    /// <remarks>With <c>WithUrl</c>, the part of the URL that is the client's base URL is replaced; any other URL causes an <see cref="ArgumentException"/>.</remarks>
    /// <exception cref="ArgumentException">The value is not an absolute http or https URL, or has user information, a query or a fragment.</exception>
    public Uri? Server
    {
        get => Settings?.Server;
        set => Set().Server = CallSettings.CheckedServer(value, nameof(Server));
    }

    /// <summary>
    /// Gets or sets the value of the <c>Accept</c> header (RFC 9110, section 12.5.1), in place of any other; null, the default, leaves that of the document in effect. The body is still read as
    /// the type that the method returns.
    /// </summary>
    /// <exception cref="ArgumentException">The value is not a list of media ranges.</exception>
    public string? Accept
    {
        get => Settings?.Accept;
        set => Set().Accept = CallSettings.CheckedAccept(value, nameof(Accept));
    }

    /// <summary>
    /// Gets or sets the value of the <c>Content-Type</c> header (RFC 9110, section 8.3), in place of any other; null, the default, leaves that of the document in effect. The body is still written
    /// as the type that the method takes. Without a body it is not sent.
    /// </summary>
    /// <exception cref="ArgumentException">
    /// The value is not a media type. The call itself throws this for a media type that is not one of the operation's, where it has several.
    /// </exception>
    public string? ContentType
    {
        get => Settings?.ContentType;
        set => Set().ContentType = CallSettings.CheckedContentType(value, nameof(ContentType));
    }

    /// <summary>
    /// Gets or sets whether redirects of this call are followed. The default is true. If it is false, a redirect is the response of the call: a success where the document has its status code,
    /// with <c>Location</c> on the result, and otherwise a <see cref="Responses.ServiceException"/>.
    /// </summary>
    /// <remarks>It has an effect on <see cref="Http.RedirectHandler"/>, which a client has that you do not make yourself. In your own client, the innermost handler must not follow redirects.</remarks>
    public bool FollowsRedirects
    {
        get => Settings?.FollowsRedirects ?? true;
        set => Set().FollowsRedirects = value;
    }

    private CallSettings Set() => Settings ??= new();
}
