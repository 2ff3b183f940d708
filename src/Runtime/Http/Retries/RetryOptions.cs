using Kiln.Runtime.Timing;
using Microsoft.Kiota.Abstractions;

namespace Kiln.Runtime.Http;

/// <summary>
/// Options for the retries of <see cref="RetryHandler"/>. Set them for all requests of a client on the handler, or for one call through
/// <c>RequestConfiguration.Options</c>; options of a call replace those of the handler as a whole. Immutable and thread-safe.
/// </summary>
public sealed record RetryOptions : IRequestOption
{
    private readonly int maxRetries = 3;
    private readonly TimeSpan delay = TimeSpan.FromSeconds(1);
    private readonly TimeSpan maxDelay = TimeSpan.FromSeconds(30);
    private readonly Random random = Random.Shared;
    private readonly TimeSpan attemptTimeout = TimeSpan.FromSeconds(100);

    /// <summary>Gets the default options: 3 retries, after <c>Retry-After</c> or random delays of up to 1, 2 and 4 seconds, of requests that can safely be repeated.</summary>
    public static RetryOptions Default { get; } = new();

    /// <summary>Gets the maximum number of retries. The default is 3; 0 means none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 0, or more than 100.</exception>
    public int MaxRetries
    {
        get => maxRetries;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 100);
            maxRetries = value;
        }
    }

    /// <summary>
    /// Gets the longest delay before the first retry where there is no valid <c>Retry-After</c> header; it doubles with each retry up to <see cref="MaxDelay"/>. The delay is
    /// chosen at random between zero and that (full jitter), so that clients which failed together do not come back together. The default is 1 second.
    /// </summary>
    /// <remarks>If the delay that was chosen, or that of <c>Retry-After</c>, exceeds the time limit of the call, or is a day or more, there is no retry.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public TimeSpan Delay
    {
        get => delay;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero);
            delay = value;
        }
    }

    /// <summary>Gets the limit of the delays that double. It does not limit <c>Retry-After</c>. The default is 30 seconds.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, or longer than a day.</exception>
    public TimeSpan MaxDelay
    {
        get => maxDelay;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, TimeSpan.FromDays(1));
            maxDelay = value;
        }
    }

    /// <summary>Gets the source of the random delays, which must be thread-safe. The default is <see cref="Random.Shared"/>; tests may set one of their own.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public Random Random
    {
        get => random;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            random = value;
        }
    }

    /// <summary>
    /// Gets whether requests with a non-idempotent method (POST, PATCH; RFC 9110, section 9.2.2) are retried like others (<see cref="RetryRules"/>), when the first one may
    /// have been processed. The default is false; set it for operations that the service processes only once even if they are repeated.
    /// </summary>
    public bool RetryNonIdempotentMethods { get; init; }

    /// <summary>Gets the time limit of an attempt up to the headers of its response. The default is 100 seconds; <see cref="Timeout.InfiniteTimeSpan"/> means no limit.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is zero, negative and not infinite, or longer than about 49 days.</exception>
    public TimeSpan AttemptTimeout
    {
        get => attemptTimeout;
        init => attemptTimeout = TimeLimit.Checked(value);
    }

    /// <summary>Gets the callback before the delay of each retry. Its exceptions end the call and propagate to the caller unchanged. The default is null.</summary>
    public Action<RetryInfo>? OnRetry { get; init; }

    /// <summary>The delay before a retry, chosen at random.</summary>
    /// <param name="retries">How many retries were made before.</param>
    internal TimeSpan Backoff(int retries) =>
        TimeSpan.FromSeconds(Math.Min(delay.TotalSeconds * Math.Pow(2, retries), maxDelay.TotalSeconds) * random.NextDouble());
}
