namespace Kiln.Runtime.Http;

/// <summary>
/// What was used of a rate limit, as the time at which all of it will be free again ("generic cell rate algorithm" of ITU-T I.371). It needs no timer of its own: each request
/// learns at once how long it has to wait, and those that wait keep their order.
/// </summary>
/// <remarks>The limiters of System.Threading.RateLimiting would be a dependency, and know no other clock than that of the system.</remarks>
internal sealed class RateLimitBucket(RateLimit limit)
{
    private readonly object gate = new();
    private double freeAt = double.MinValue;

    // In seconds of the clock's timestamps: a double has more than enough digits for days in billionths of a second.
    private readonly double interval = limit.Per.TotalSeconds / limit.Requests;

    /// <summary>Takes the place of one request.</summary>
    /// <returns>How long it has to wait; zero or less for not at all.</returns>
    public TimeSpan Take(TimeProvider time)
    {
        var now = time.GetTimestamp() / (double)time.TimestampFrequency;
        lock (gate)
        {
            freeAt = Math.Max(freeAt, now) + interval;
            var wait = freeAt - now - limit.Burst * interval;
            // Rounding must not make the last request of a burst wait.
            return wait < interval / 1000 ? TimeSpan.Zero : TimeSpan.FromSeconds(Math.Min(wait, TimeSpan.MaxValue.TotalSeconds / 2));
        }
    }

    /// <summary>Gives the place of a request back that was not sent.</summary>
    public void GiveBack()
    {
        lock (gate)
            freeAt -= interval;
    }
}
