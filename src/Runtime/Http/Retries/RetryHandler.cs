using System.Runtime.ExceptionServices;
using Kiln.Runtime.Timing;

namespace Kiln.Runtime.Http;

/// <summary>
/// Retries requests by <see cref="RetryRules"/>, as <see cref="RetryOptions"/> specify and as far as a <see cref="RetryBudget"/> allows. The delay is that of <c>Retry-After</c>,
/// or grows exponentially with full jitter. If it exceeds the time limit of the call, or there are no retries left, the caller gets the response with its body, or the exception. The bodies of other
/// responses are not read. Before each attempt, the handler waits as long as the rate limit of the document or the caller demands (<see cref="RateLimit"/>).
/// </summary>
/// <remarks>
/// Part of every client that <see cref="Requests.ServiceRequestAdapter"/> creates; in the caller's own client, place it outside of
/// <see cref="RedirectHandler"/>. Another handler that retries does not belong into the same client: each would multiply the attempts of the other. Thread-safe.
/// </remarks>
public sealed class RetryHandler : DelegatingHandler
{
    // What no caller waits for, also where a call has no time limit.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private readonly RetryOptions options;
    private readonly RetryBudget budget;
    private readonly RateLimits limits;

    /// <summary>Initializes a handler whose inner handler is set later, as <c>IHttpClientFactory</c> does.</summary>
    /// <param name="options">The options for requests without their own; <see cref="RetryOptions.Default"/> if null.</param>
    /// <param name="budget">The budget of all requests, which may be shared with other handlers; a new one with its defaults if null.</param>
    /// <param name="limits">The rate limits, which may be shared with other handlers; those of the requests alone if null.</param>
    public RetryHandler(RetryOptions? options = null, RetryBudget? budget = null, RateLimits? limits = null)
    {
        this.options = options ?? RetryOptions.Default;
        this.budget = budget ?? new();
        this.limits = limits ?? new();
    }

    /// <inheritdoc/>
    /// <exception cref="TimeoutException">There was no response to an attempt within <see cref="RetryOptions.AttemptTimeout"/>, or the rate limit demands a longer wait than the call may take.</exception>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var rules = RetryRules.OptionsOf(request) ?? options;
        var state = CallState.Of(request);
        var time = state?.Time ?? TimeProvider.System;
        budget.AddRequest();
        for (var retries = 0; ; retries++)
        {
            await limits.WaitAsync(request, cancellationToken).ConfigureAwait(false);
            HttpResponseMessage? response = null;
            Exception? failure = null;
            using (var limit = new TimeLimit(rules.AttemptTimeout, time, cancellationToken))
            {
                try
                {
                    response = await base.SendAsync(request, limit.Token).ConfigureAwait(false);
                }
                catch (OperationCanceledException e)
                {
                    throw limit.Explain(e, "No response came");
                }
                catch (Exception e) when (retries < rules.MaxRetries && !limit.Token.IsCancellationRequested && RetryRules.ShouldRetry(request, null, e, rules))
                {
                    failure = e;
                }
            }
            if (response is not null && (retries >= rules.MaxRetries || !RetryRules.ShouldRetry(request, response, null, rules)))
                return response;

            var wait = (response is null ? null : RetryAfter.Find(response.Headers, time.GetUtcNow())) ?? rules.Backoff(retries);
            if (wait >= LongestWait || wait >= state?.Remaining || !budget.TryTake())
            {
                if (failure is not null)
                    ExceptionDispatchInfo.Throw(failure);
                return response!;
            }

            // Disposing reads on for a moment, or closes the connection if too much would come: nothing of the body is kept.
            using (response)
                Notify(new(retries + 1, rules.MaxRetries, (int?)response?.StatusCode, wait, Credentials.Shown(request.RequestUri, request)) { Exception = failure }, rules, state);
            await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
        }
    }

    private static void Notify(RetryInfo notice, RetryOptions rules, CallState? state)
    {
        state?.Activity?.Retried(notice.Attempt, notice.Delay, notice.StatusCode, notice.Exception);
        CallState.Notify(state, rules.OnRetry, notice);
    }
}
