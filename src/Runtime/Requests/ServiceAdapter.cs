using System.Net;
using Kiln.Runtime.Contracts;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;
using Microsoft.Kiota.Http.HttpClientLibrary.Middleware.Options;

namespace Kiln.Runtime.Requests;

/// <summary>Kiota's adapter for <see cref="HttpClient"/>, with a base URL and options for reading. Safe for all threads.</summary>
public class ServiceAdapter : HttpClientRequestAdapter
{
    private const int MaxRetries = 3;

    private readonly HttpClient? ownClient;

    /// <summary>Makes an adapter.</summary>
    /// <param name="authentication">What adds credentials to requests.</param>
    /// <param name="baseUrl">Where the service is: absolute, http or https, without user information, query and fragment.</param>
    /// <param name="httpClient">
    /// What sends; the caller disposes it. If null, a client of the adapter's own with Kiota's middleware: decompression, at most 5 redirects
    /// (the credentials stay behind when scheme, host or port change), and for 429, 503 and 504 at most 3 retries, after <c>Retry-After</c> or
    /// 3, 6 and 12 seconds, whose last answer counts.
    /// </param>
    /// <param name="readOptions">How to read answers; <see cref="ReadOptions.Default"/> if null.</param>
    /// <exception cref="ArgumentException">The base URL is not of that form.</exception>
    public ServiceAdapter(IAuthenticationProvider authentication, Uri baseUrl, HttpClient? httpClient = null, ReadOptions? readOptions = null)
        : this(authentication, CheckBaseUrl(baseUrl), httpClient, httpClient is null ? CreateClient() : null, readOptions)
    {
    }

    private ServiceAdapter(IAuthenticationProvider authentication, string baseUrl, HttpClient? client, HttpClient? ownClient, ReadOptions? readOptions)
        : base(authentication, httpClient: client ?? ownClient)
    {
        this.ownClient = ownClient;
        BaseUrl = baseUrl;
        ReadOptions = readOptions ?? ReadOptions.Default;
    }

    /// <summary>How answers are read, unless a call has options of its own.</summary>
    public ReadOptions ReadOptions { get; }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            ownClient?.Dispose();
        base.Dispose(disposing);
    }

    internal static string CheckBaseUrl(Uri baseUrl)
    {
        ArgumentNullException.ThrowIfNull(baseUrl);
        if (!baseUrl.IsAbsoluteUri || baseUrl.Scheme is not ("http" or "https"))
            throw new ArgumentException("The base URL must be an absolute one of http or https.", nameof(baseUrl));
        if (baseUrl.UserInfo.Length + baseUrl.Query.Length + baseUrl.Fragment.Length > 0)
            throw new ArgumentException("The base URL must not have user information, a query or a fragment.", nameof(baseUrl));
        return baseUrl.AbsoluteUri;
    }

    private static HttpClient CreateClient()
    {
        // Kiota's own rule never looks at the count, and then ends in an AggregateException without the last answer.
        var retry = new RetryHandlerOption
        {
            MaxRetry = MaxRetries,
            ShouldRetry = (_, attempt, response) => attempt < MaxRetries &&
                response.StatusCode is (HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout),
        };
        var handler = KiotaClientFactory.GetDefaultHttpMessageHandler();
        // A connection that lives for ever never sees that a name has moved to another address.
        if (handler is SocketsHttpHandler sockets)
            sockets.PooledConnectionLifetime = TimeSpan.FromMinutes(5);
        return KiotaClientFactory.Create(handler, [retry]);
    }
}
