using Kiln.Runtime.Contracts;
using Kiln.Runtime.Http;

namespace Kiln.Runtime.Responses;

/// <summary>How the rest of a body that broke off is asked for.</summary>
/// <param name="AskAsync">Asks for the body from an offset on, if it is still the one that a validator is of; null if that cannot be asked.</param>
/// <param name="FailAsync">Makes the exception of a response with an error status.</param>
/// <param name="Retries">How often it is tried, and after which delays.</param>
/// <param name="Options">The options of the call.</param>
internal sealed record Continuation(
    Func<long, string, CancellationToken, Task<RawResponse>>? AskAsync, Func<RawResponse, CancellationToken, Task<ServiceException>> FailAsync, RetryOptions Retries, ReadOptions Options);
