using System.Collections.Concurrent;
using Microsoft.Kiota.Abstractions;

namespace Kiln.Runtime.Http;

/// <summary>
/// The rate limits of one client, with what was used of them: of its operations as the document has them, or one of the caller's for all. Handlers of the same client can share an
/// instance. Thread-safe.
/// </summary>
/// <param name="limit">The limit of all requests, in place of the document's; those of the document if null, and no limit for <see cref="RateLimit.None"/>.</param>
public sealed class RateLimits(RateLimit? limit = null)
{
    // What no caller waits for, also where a call has no time limit.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private static readonly HttpRequestOptionsKey<IRequestOption> OptionKey = new(typeof(RateLimit).FullName!);

    private readonly ConcurrentDictionary<RateLimit, RateLimitBucket> buckets = new();

    /// <summary>Waits until a request may be sent.</summary>
    /// <exception cref="TimeoutException">The call may not take as long. The request counts as not sent.</exception>
    internal ValueTask WaitAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var state = CallState.Of(request);
        var effective = request.Options.TryGetValue(OptionKey, out var option) ? option as RateLimit : limit ?? state?.RateLimit;
        if (effective is null or { Requests: 0 })
            return ValueTask.CompletedTask;

        var time = state?.Time ?? TimeProvider.System;
        var bucket = buckets.GetOrAdd(effective, static limit => new(limit));
        var wait = bucket.Take(time);
        if (wait <= TimeSpan.Zero)
            return ValueTask.CompletedTask;
        if (wait < LongestWait && (state is null || wait < state.Remaining))
            return new(DelayAsync(bucket, wait, time, cancellationToken));
        bucket.GiveBack();
        throw new TimeoutException($"The client's rate limit of {effective.Requests} requests in {effective.Per.TotalSeconds:0.###} seconds does not allow the request within the time limit of the call.");
    }

    private static async Task DelayAsync(RateLimitBucket bucket, TimeSpan wait, TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            bucket.GiveBack();
            throw;
        }
    }
}
