using Kiln.Runtime.Authentication;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Requests;

namespace SentinelOne.ThreatEvents;

public sealed partial class ThreatEventsClient
{
    /// <summary>Makes a client for one console. Make one and keep it: it is safe for all threads.</summary>
    /// <param name="console">The console's address, such as <c>https://usea1.sentinelone.net</c>; https, or http on loopback.</param>
    /// <param name="apiToken">An API token of a user who may view threats. It is sent to the console's host only.</param>
    /// <param name="httpClient">What sends the requests; the caller disposes of it. Null for one with retries, redirects and decompression.</param>
    /// <param name="readOptions">How answers are read; null for the defaults.</param>
    /// <exception cref="ArgumentException">The address is not such a one, or the token cannot be sent in a header.</exception>
    public ThreatEventsClient(Uri console, string apiToken, HttpClient? httpClient = null, ReadOptions? readOptions = null)
        : this(new ServiceRequestAdapter(new TokenAuthenticationProvider("ApiToken", apiToken, console), console, httpClient, readOptions))
    {
    }
}
