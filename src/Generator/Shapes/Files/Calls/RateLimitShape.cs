namespace Kiln.Generator.Shapes.Files;

/// <summary>How many requests the service takes in a time.</summary>
/// <param name="Requests">How many in the time.</param>
/// <param name="Milliseconds">The time.</param>
/// <param name="Burst">How many at once after a pause; <see langword="null"/> for as many as in the time.</param>
/// <param name="Scope">What is limited: empty for the service, otherwise a path or an operation.</param>
internal sealed record RateLimitShape(int Requests, int Milliseconds, int? Burst, string Scope);
