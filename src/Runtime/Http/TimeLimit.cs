namespace Kiln.Runtime.Http;

/// <summary>Checks time limits where they are set.</summary>
internal static class TimeLimit
{
    // The longest that a timer of .NET can be set to, about 49 days.
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(uint.MaxValue - 1);

    /// <exception cref="ArgumentOutOfRangeException">Zero, negative and not infinite, or longer than about 49 days.</exception>
    public static TimeSpan Checked(TimeSpan value)
    {
        if (value == Timeout.InfiniteTimeSpan)
            return value;
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, Longest);
        return value;
    }
}
