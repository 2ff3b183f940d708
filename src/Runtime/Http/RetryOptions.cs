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
    private readonly TimeSpan delay = TimeSpan.FromSeconds(3);
    private readonly TimeSpan attemptTimeout = TimeSpan.FromSeconds(100);

    /// <summary>Gets the default options: 3 retries, after <c>Retry-After</c> or 3, 6 and 12 seconds, of requests that can safely be repeated.</summary>
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
    /// Gets the delay before the first retry where the response has no valid <c>Retry-After</c> header; it doubles with each retry. The default is 3 seconds. If the
    /// delay is a day or more, or exceeds the time limit of the call, there is no retry.
    /// </summary>
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

    /// <summary>
    /// Gets whether requests with a non-idempotent method (POST, PATCH; RFC 9110, section 9.2.2) are retried after 503 and 504 as well, when the first one may
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
}
