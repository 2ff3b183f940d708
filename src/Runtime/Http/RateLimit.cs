using Microsoft.Kiota.Abstractions;

namespace Kiln.Runtime.Http;

/// <summary>
/// How many requests a client sends in a time. Requests beyond it wait until they may be sent, in the order in which they came. A document has it as <c>x-kiln-rate-limit</c>; a
/// caller can set one for a client (<see cref="RateLimits"/>) or, among <c>RequestConfiguration.Options</c>, for a call. Immutable, equal by value, and thread-safe.
/// </summary>
/// <remarks>
/// The requests of all limits that are equal are counted together, for each client by itself: other clients and processes that use up the same limit of a service are not
/// known to it. Each attempt counts, redirects do not.
/// </remarks>
public sealed record RateLimit : IRequestOption
{
    private RateLimit()
    {
    }

    /// <summary>Initializes a limit.</summary>
    /// <param name="requests">How many requests there may be in the time, evenly spread.</param>
    /// <param name="per">The time.</param>
    /// <param name="burst">How many requests may be sent at once after a pause; as many as <paramref name="requests"/> if null.</param>
    /// <param name="scope">What the limit is for, such as a path: limits of different scopes are counted apart.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is less than 1, or the time is not positive or longer than a day.</exception>
    public RateLimit(int requests, TimeSpan per, int? burst = null, string scope = "")
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(requests, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(per, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(per, TimeSpan.FromDays(1));
        ArgumentOutOfRangeException.ThrowIfLessThan(burst ?? 1, 1, nameof(burst));
        ArgumentNullException.ThrowIfNull(scope);
        (Requests, Per, Burst, Scope) = (requests, per, burst ?? requests, scope);
    }

    /// <summary>Gets the limit that is none: requests are sent at once, also where the document has a limit.</summary>
    public static RateLimit None { get; } = new();

    /// <summary>Gets how many requests there may be in the time; 0 for <see cref="None"/>.</summary>
    public int Requests { get; }

    /// <summary>Gets the time.</summary>
    public TimeSpan Per { get; }

    /// <summary>Gets how many requests may be sent at once after a pause.</summary>
    public int Burst { get; }

    /// <summary>Gets what the limit is for; empty for the whole service.</summary>
    public string Scope { get; } = "";
}
