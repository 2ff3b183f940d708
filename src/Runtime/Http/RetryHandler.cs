using Kiln.Runtime.Timing;
using Microsoft.Kiota.Abstractions;

namespace Kiln.Runtime.Http;

/// <summary>
/// Sends a request again after 429, 503 and 504, as <see cref="RetryOptions"/> say: after 429 any request, after the others those whose method is
/// idempotent (RFC 9110, section 9.2.2), and never one whose body cannot be sent twice. It waits as long as <c>Retry-After</c> says; where that would pass
/// the call's time limit, or the retries are used up, the response goes to the caller with its body. Bodies of the answers in between are not read.
/// </summary>
/// <remarks>
/// Part of every client that <see cref="Requests.ServiceRequestAdapter"/> makes itself; for a client of the caller's own, put it outside of
/// <see cref="RedirectHandler"/>. Safe for all threads.
/// </remarks>
public sealed class RetryHandler : DelegatingHandler
{
    // What no caller waits for, also where a call has no time limit.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private static readonly HttpRequestOptionsKey<IRequestOption> OptionsKey = new(typeof(RetryOptions).FullName!);

    private readonly RetryOptions options;

    /// <summary>Initializes a handler whose inner handler is set later, as <c>IHttpClientFactory</c> does.</summary>
    /// <param name="options">What counts for requests without options of their own; <see cref="RetryOptions.Default"/> if null.</param>
    public RetryHandler(RetryOptions? options = null) => this.options = options ?? RetryOptions.Default;

    /// <inheritdoc/>
    /// <exception cref="TimeoutException">An attempt did not response within <see cref="RetryOptions.AttemptTimeout"/>.</exception>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var rules = request.Options.TryGetValue(OptionsKey, out var option) && option is RetryOptions own ? own : options;
        var state = CallState.Of(request);
        var time = state?.Time ?? TimeProvider.System;
        for (var retries = 0; ; retries++)
        {
            var response = await AttemptAsync(request, rules.AttemptTimeout, time, cancellationToken).ConfigureAwait(false);
            if (retries >= rules.MaxRetries || !RetryRules.Allow(response.StatusCode, request.Method, rules) || !CallState.CanResend(request))
                return response;

            var wait = RetryAfter.Find(response.Headers, time.GetUtcNow()) ?? Backoff(rules.Delay, retries);
            if (wait >= LongestWait || wait >= state?.Remaining)
                return response;

            // Disposing reads on for a moment, or closes the connection if too much would come: nothing of the body is kept.
            using (response)
                CallState.Notify(state, rules.OnRetry, new(retries + 1, rules.MaxRetries, (int)response.StatusCode, wait, request.RequestUri));
            await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<HttpResponseMessage> AttemptAsync(HttpRequestMessage request, TimeSpan timeout, TimeProvider time, CancellationToken cancellationToken)
    {
        using var limit = new TimeLimit(timeout, time, cancellationToken);
        try
        {
            return await base.SendAsync(request, limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e)
        {
            throw limit.Explain(e, "No response came");
        }
    }

    private static TimeSpan Backoff(TimeSpan first, int retries) =>
        TimeSpan.FromSeconds(Math.Min(first.TotalSeconds * Math.Pow(2, retries), LongestWait.TotalSeconds));
}
