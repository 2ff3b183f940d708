namespace Kiln.Runtime.Http;

/// <summary>A request is about to be sent again.</summary>
/// <param name="Attempt">Which retry it is, from 1.</param>
/// <param name="MaxRetries">How many there are at most.</param>
/// <param name="StatusCode">The status of the response that is the reason.</param>
/// <param name="Delay">How long is waited before it.</param>
/// <param name="RequestUri">What is asked, with its query, which may hold secrets; null if the request has none.</param>
public sealed record RetryInfo(int Attempt, int MaxRetries, int StatusCode, TimeSpan Delay, Uri? RequestUri);
