using Kiln.Runtime.Timing;
using Microsoft.Kiota.Abstractions;

namespace Kiln.Runtime.Http;

/// <summary>
/// Retries requests after 429, 503 and 504, as <see cref="RetryOptions"/> specify: after 429 any request, after the others those with an idempotent method
/// (RFC 9110, section 9.2.2), and never one whose body cannot be sent again. The delay is that of <c>Retry-After</c>. If it exceeds the time limit of the call, or
/// there are no retries left, the caller gets the response with its body. The bodies of other responses are not read.
/// </summary>
/// <remarks>
/// Part of every client that <see cref="Requests.ServiceRequestAdapter"/> creates; in the caller's own client, place it outside of
/// <see cref="RedirectHandler"/>. Thread-safe.
/// </remarks>
public sealed class RetryHandler : DelegatingHandler
{
    // What no caller waits for, also where a call has no time limit.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private static readonly HttpRequestOptionsKey<IRequestOption> OptionsKey = new(typeof(RetryOptions).FullName!);

    private readonly RetryOptions options;

    /// <summary>Initializes a handler whose inner handler is set later, as <c>IHttpClientFactory</c> does.</summary>
    /// <param name="options">The options for requests without their own; <see cref="RetryOptions.Default"/> if null.</param>
    public RetryHandler(RetryOptions? options = null) => this.options = options ?? RetryOptions.Default;

    /// <inheritdoc/>
    /// <exception cref="TimeoutException">There was no response to an attempt within <see cref="RetryOptions.AttemptTimeout"/>.</exception>
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
