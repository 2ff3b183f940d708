namespace Kiln.Runtime.Http;

/// <summary>Describes a retry that is about to be made.</summary>
/// <param name="Attempt">The number of the retry, from 1.</param>
/// <param name="MaxRetries">The maximum number of retries.</param>
/// <param name="StatusCode">The status code of the response that caused the retry; null if there was none.</param>
/// <param name="Delay">The delay before the retry.</param>
/// <param name="RequestUri">The URL of the request with its query, in which the values that authentication added are <c>***</c>; null if the request has none.</param>
public sealed record RetryInfo(int Attempt, int MaxRetries, int? StatusCode, TimeSpan Delay, Uri? RequestUri)
{
    /// <summary>Gets what was thrown in place of a response, such as the exception of a connection that was refused; null if there was a response.</summary>
    public Exception? Exception { get; init; }
}
