namespace Kiln.Runtime.Http;

/// <summary>
/// Makes requests wait as long as the rate limit of the document or the caller demands. For clients with retries of another library, such as those of <c>IHttpClientFactory</c>
/// with Microsoft.Extensions.Http.Resilience: place it inside of these, so that each attempt counts. <see cref="RetryHandler"/> keeps rate limits itself. Thread-safe.
/// </summary>
/// <param name="limits">The limits, to be shared by all handlers of a client: <c>IHttpClientFactory</c> makes new ones every two minutes.</param>
public sealed class RateLimitHandler(RateLimits limits) : DelegatingHandler
{
    private readonly RateLimits limits = limits ?? throw new ArgumentNullException(nameof(limits));

    /// <inheritdoc/>
    /// <exception cref="TimeoutException">The rate limit demands a longer wait than the call may take.</exception>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        await limits.WaitAsync(request, cancellationToken).ConfigureAwait(false);
        return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }
}
