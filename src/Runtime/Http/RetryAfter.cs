using System.Globalization;
using System.Net.Http.Headers;

namespace Kiln.Runtime.Http;

/// <summary>The wait that an answer asks for (RFC 9110, section 10.2.3).</summary>
internal static class RetryAfter
{
    // The three forms of RFC 9110, section 5.6.7.
    private static readonly string[] DateForms = ["r", "dddd, dd-MMM-yy HH:mm:ss 'GMT'", "ddd MMM d HH:mm:ss yyyy", "ddd MMM  d HH:mm:ss yyyy"];

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
        if (!DateTimeOffset.TryParseExact(value, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date))
            return null;
        return date > now ? date - now : TimeSpan.Zero;
    }
}
