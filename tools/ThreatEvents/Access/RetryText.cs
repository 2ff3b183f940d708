using System.Globalization;
using System.Net;
using Kiln.Runtime.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace ThreatEvents.Access;

/// <summary>Says that a request is sent again, and when.</summary>
internal static class RetryText
{
    /// <example><c>https://console.example/ answered 429 Too Many Requests; trying again in 30 s (1 of 3).</c></example>
    public static string Of(RetryInfo notice, Uri console) =>
        (notice.StatusCode is { } status ? $"{console} returned {$"{status} {ReasonPhrases.GetReasonPhrase(status)}".TrimEnd()}; " : $"{console} did not respond; ")
        + $"retrying{In(notice.Delay)} ({notice.Attempt} of {notice.MaxRetries}).";

    private static string In(TimeSpan delay) =>
        delay <= TimeSpan.Zero ? "" : $" in {delay.TotalSeconds.ToString(delay.TotalSeconds < 10 ? "0.#" : "0", CultureInfo.InvariantCulture)} s";
}
