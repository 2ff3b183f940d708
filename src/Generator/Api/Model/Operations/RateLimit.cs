namespace Kiln.Generator.Api.Model;

/// <summary>How many requests the service takes in a time: <c>x-kiln-rate-limit</c>.</summary>
/// <param name="Requests">How many in the time.</param>
/// <param name="Milliseconds">The time.</param>
/// <param name="Burst">How many at once after a pause; <see langword="null"/> for as many as in the time.</param>
/// <param name="Scope">What is limited: empty for the service, otherwise a path or an operation. Limits of different scopes are counted apart.</param>
/// <example><c>{ requests: 100, per: 1s, burst: 1000 }</c></example>
internal sealed record RateLimit(int Requests, int Milliseconds, int? Burst, string Scope);
