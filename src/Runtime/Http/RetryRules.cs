using System.Net;

namespace Kiln.Runtime.Http;

/// <summary>Decides after which responses a request is retried.</summary>
internal static class RetryRules
{
    /// <summary>A status, and whether the request may have been processed all the same, so that only an idempotent one is sent again.</summary>
    private readonly record struct Rule(HttpStatusCode Status, bool MayHaveBeenCarriedOut);

    private static readonly Rule[] Rules =
    [
        new(HttpStatusCode.TooManyRequests, MayHaveBeenCarriedOut: false),    // refused before anything was done (RFC 6585, section 4)
        new(HttpStatusCode.ServiceUnavailable, MayHaveBeenCarriedOut: true),  // may come from a proxy behind which the service went on
        new(HttpStatusCode.GatewayTimeout, MayHaveBeenCarriedOut: true),
    ];

    // RFC 9110, section 9.2.2.
    private static readonly HashSet<HttpMethod> Idempotent =
        [HttpMethod.Get, HttpMethod.Head, HttpMethod.Put, HttpMethod.Delete, HttpMethod.Options, HttpMethod.Trace];

    /// <summary>Whether the rules allow the request to be sent again after this response, its body aside.</summary>
    public static bool Allow(HttpStatusCode status, HttpMethod method, RetryOptions options)
    {
        foreach (var rule in Rules)
        {
            if (rule.Status == status)
                return !rule.MayHaveBeenCarriedOut || options.RetryNonIdempotentMethods || Idempotent.Contains(method);
        }
        return false;
    }
}
