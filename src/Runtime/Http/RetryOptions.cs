using Kiln.Runtime.Timing;
using Microsoft.Kiota.Abstractions;

namespace Kiln.Runtime.Http;

/// <summary>
/// How often and when <see cref="RetryHandler"/> sends a request again. Set for all requests of a client on the handler, or for one call through
/// <c>RequestConfiguration.Options</c>, which then counts whole and not field by field. Never changes; safe for all threads.
/// </summary>
public sealed record RetryOptions : IRequestOption
{
    private readonly int maxRetries = 3;
    private readonly TimeSpan delay = TimeSpan.FromSeconds(3);
    private readonly TimeSpan attemptTimeout = TimeSpan.FromSeconds(100);

    /// <summary>The defaults: 3 retries, after <c>Retry-After</c> or 3, 6 and 12 seconds, of requests that may safely be sent twice.</summary>
    public static RetryOptions Default { get; } = new();

    /// <summary>How often a request is sent again at most; 3 by default, 0 for never.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 0, or more than 100.</exception>
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

    /// <summary>The wait before the first retry where the response has no usable <c>Retry-After</c>; it doubles with each retry. 3 seconds by default. A wait of a day or more, or beyond the call's time limit, is not begun.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
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
    /// Whether requests whose method is not idempotent (POST, PATCH; RFC 9110, section 9.2.2) are sent again after 503 and 504 too, where the first
    /// one may have been carried out. False by default; set it for operations that the service carries out once however often they come.
    /// </summary>
    public bool RetryNonIdempotentMethods { get; init; }

    /// <summary>How long one attempt may take to response with its headers; 100 seconds by default, <see cref="Timeout.InfiniteTimeSpan"/> for no limit.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Zero, negative and not infinite, or longer than about 49 days.</exception>
    public TimeSpan AttemptTimeout
    {
        get => attemptTimeout;
        init => attemptTimeout = TimeLimit.Checked(value);
    }

    /// <summary>Called before the wait for each retry; null for no callback. What it throws ends the call and reaches the caller as it is.</summary>
    public Action<RetryInfo>? OnRetry { get; init; }
}
