using System.Net;
using System.Net.Sockets;
using Microsoft.Kiota.Abstractions;

namespace Kiln.Runtime.Http;

/// <summary>
/// Decides when a request can be sent again without harm. <see cref="RetryHandler"/> retries by these rules; they are also a predicate for other resilience handlers,
/// such as <c>ShouldHandle</c> of Microsoft.Extensions.Http.Resilience.
/// </summary>
/// <remarks>
/// <para>A request with any method is sent again after 429 (RFC 6585, section 4), and if no connection was made, so that nothing was sent: the name was not resolved, the
/// connection was refused, or it ended during the TLS handshake. A certificate that is not trusted stays so, and is not retried.</para>
/// <para>A request with an idempotent method (RFC 9110, section 9.2.2) or an idempotency key (<c>Idempotency-Key</c>, or the header that the document names) is sent again
/// after 408, 500, 502, 503 and 504 too, and if the connection was lost before the headers of the response.</para>
/// <para>A request whose body cannot be sent again, such as one from a stream that is not seekable, is never sent again.</para>
/// </remarks>
public static class RetryRules
{
    /// <summary>A status, and whether the request may have been processed all the same, so that only an idempotent one is sent again.</summary>
    private readonly record struct Rule(HttpStatusCode Status, bool MayHaveBeenCarriedOut);

    private static readonly HttpRequestOptionsKey<IRequestOption> OptionsKey = new(typeof(RetryOptions).FullName!);

    private static readonly Rule[] Rules =
    [
        new(HttpStatusCode.TooManyRequests, MayHaveBeenCarriedOut: false),     // refused before anything was done (RFC 6585, section 4)
        new(HttpStatusCode.RequestTimeout, MayHaveBeenCarriedOut: true),       // a proxy may say so of a service that went on
        new(HttpStatusCode.InternalServerError, MayHaveBeenCarriedOut: true),
        new(HttpStatusCode.BadGateway, MayHaveBeenCarriedOut: true),
        new(HttpStatusCode.ServiceUnavailable, MayHaveBeenCarriedOut: true),   // may come from a proxy behind which the service went on
        new(HttpStatusCode.GatewayTimeout, MayHaveBeenCarriedOut: true),
    ];

    // RFC 9110, section 9.2.2, and the other methods that are registered as safe (section 16.1.1).
    private static readonly HashSet<HttpMethod> Idempotent =
        [HttpMethod.Get, HttpMethod.Head, HttpMethod.Put, HttpMethod.Delete, HttpMethod.Options, HttpMethod.Trace, new("QUERY"), new("SEARCH"), new("PROPFIND"), new("REPORT")];

    /// <summary>Returns whether a request can be sent again after this outcome. Numbers of retries, delays and time limits are the caller's business. Thread-safe.</summary>
    /// <param name="request">The request as it was sent. <see cref="RetryOptions.RetryNonIdempotentMethods"/> among its options is respected.</param>
    /// <param name="response">The response; null if there was none.</param>
    /// <param name="exception">What was thrown in place of a response; null if there was one.</param>
    /// <example><c>options.Retry.ShouldHandle = args => ValueTask.FromResult(RetryRules.ShouldRetry(args.Context.GetRequestMessage()!, args.Outcome.Result, args.Outcome.Exception));</c></example>
    public static bool ShouldRetry(HttpRequestMessage request, HttpResponseMessage? response, Exception? exception)
    {
        ArgumentNullException.ThrowIfNull(request);
        return ShouldRetry(request, response, exception, OptionsOf(request) ?? RetryOptions.Default);
    }

    /// <summary>The same with the options that are in effect.</summary>
    internal static bool ShouldRetry(HttpRequestMessage request, HttpResponseMessage? response, Exception? exception, RetryOptions options) =>
        MayHaveBeenCarriedOut(response, exception) is { } isRisky
        && (!isRisky || options.RetryNonIdempotentMethods || Idempotent.Contains(request.Method) || IdempotencyKeys.IsIn(request))
        && CallState.CanResend(request);

    /// <summary>The options of a request; null if it has none of its own.</summary>
    internal static RetryOptions? OptionsOf(HttpRequestMessage request) =>
        request.Options.TryGetValue(OptionsKey, out var option) ? option as RetryOptions : null;

    /// <summary>Whether the request may have been carried out although it failed; null if another attempt would be no use.</summary>
    private static bool? MayHaveBeenCarriedOut(HttpResponseMessage? response, Exception? exception)
    {
        if (response is null)
            return exception is null ? null : MayHaveBeenCarriedOut(exception);
        foreach (var rule in Rules)
        {
            if (rule.Status == response.StatusCode)
                return rule.MayHaveBeenCarriedOut;
        }
        return null;
    }

    private static bool? MayHaveBeenCarriedOut(Exception exception) => exception switch
    {
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError } => false,
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError, InnerException: IOException } => false,
        HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded } => true,
        HttpRequestException { HttpRequestError: HttpRequestError.Unknown, InnerException: { } inner } => MayHaveBeenCarriedOut(inner),
        // What was received was no response, and the next one would not be either.
        HttpIOException { HttpRequestError: not HttpRequestError.ResponseEnded } => null,
        IOException or SocketException => true,
        _ => null,
    };
}
