namespace Kiln.Runtime.Http;

/// <summary>
/// Limits the retries of all calls of a client together, so that an outage of the service is not multiplied by them: each request adds a part of a retry to the
/// budget, each second some more, and each retry takes one. Without any left, the outcome of the attempt is that of the call. Thread-safe.
/// </summary>
/// <remarks>A token bucket. It is full at the beginning, and holds at most what ten seconds add, or 10 retries if that is more.</remarks>
public sealed class RetryBudget
{
    private const double SecondsOfReserve = 10;
    private const double SmallestReserve = 10;

    private readonly object gate = new();
    private readonly TimeProvider time;
    private readonly double ratio;
    private readonly double perSecond;
    private readonly double capacity;
    private double tokens;
    private long last;

    /// <summary>Initializes a new budget.</summary>
    /// <param name="ratio">How many retries each request adds: 0.1, the default, for one retry in ten requests.</param>
    /// <param name="perSecond">How many retries each second adds, whatever the number of requests. The default is 10.</param>
    /// <param name="time">The clock; <see cref="TimeProvider.System"/> if null.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative, infinite or not a number.</exception>
    public RetryBudget(double ratio = 0.1, double perSecond = 10, TimeProvider? time = null)
    {
        Check(ratio, nameof(ratio));
        Check(perSecond, nameof(perSecond));
        (this.ratio, this.perSecond, this.time) = (ratio, perSecond, time ?? TimeProvider.System);
        tokens = capacity = Math.Max(SmallestReserve, SecondsOfReserve * perSecond);
        last = this.time.GetTimestamp();
    }

    /// <summary>Adds the part of a request.</summary>
    internal void AddRequest()
    {
        lock (gate)
            tokens = Math.Min(capacity, tokens + ratio);
    }

    /// <summary>Takes a retry out of the budget.</summary>
    /// <returns>False if there is none left.</returns>
    internal bool TryTake()
    {
        lock (gate)
        {
            var now = time.GetTimestamp();
            tokens = Math.Min(capacity, tokens + perSecond * time.GetElapsedTime(last, now).TotalSeconds);
            last = now;
            if (tokens < 1)
                return false;
            tokens--;
            return true;
        }
    }

    private static void Check(double value, string name)
    {
        if (!double.IsFinite(value) || value < 0)
            throw new ArgumentOutOfRangeException(name, value, "The number must be finite and not negative.");
    }
}
