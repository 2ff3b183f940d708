using Kiln.Runtime.Contracts;

namespace SentinelOne.ThreatEvents;

public sealed partial class ThreatEventsClient
{
    /// <summary>Initializes a new client for a console. It is thread-safe; create one and reuse it.</summary>
    /// <param name="console">The URL of the console, such as <c>https://usea1.sentinelone.net</c>; http is allowed on loopback only.</param>
    /// <param name="apiToken">The API token of a user with permission to view threats. It is only sent to the console's host.</param>
    /// <param name="httpClient">The client that sends the requests, which the caller disposes; null for one with retries, redirects and decompression.</param>
    /// <param name="readOptions">The options for reading responses; null for the defaults.</param>
    /// <exception cref="ArgumentException">The URL is invalid, or the token cannot be sent in a header.</exception>
    public ThreatEventsClient(Uri console, string apiToken, HttpClient? httpClient = null, ReadOptions? readOptions = null)
        : this(new ThreatEventsClientOptions { Server = console, Credentials = { ThreatEventsCredential.ApiToken(apiToken) }, HttpClient = httpClient, ReadOptions = readOptions })
    {
    }
}
