using System.Globalization;
using System.Net.Http.Headers;
using Kiln.Runtime.Wire;

namespace Kiln.Runtime.Http;

/// <summary>The wait that a response asks for (RFC 9110, section 10.2.3).</summary>
internal static class RetryAfter
{
    /// <summary>The wait, never negative; <see cref="TimeSpan.MaxValue"/> for one that no TimeSpan can hold; null if there is none that can be understood.</summary>
    /// <remarks>Of several values the longest counts: a service that is asked too early only refuses again.</remarks>
    public static TimeSpan? Find(HttpResponseHeaders headers, DateTimeOffset now)
    {
        if (!headers.NonValidated.TryGetValues("Retry-After", out var values))
            return null;

        TimeSpan? longest = null;
        foreach (var value in values)
        {
            if (Parse(value.Trim(), now) is { } wait && (longest is null || wait > longest))
                longest = wait;
        }
        return longest;
    }

    private static TimeSpan? Parse(string value, DateTimeOffset now)
    {
        if (value.Length > 0 && value.All(char.IsAsciiDigit))
        {
            return long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < TimeSpan.MaxValue.TotalSeconds
                ? TimeSpan.FromSeconds(seconds)
                : TimeSpan.MaxValue;
        }
        if (!WireType.HttpDate.TryParse(value, out var date))
            return null;
        return date > now ? date - now : TimeSpan.Zero;
    }
}
