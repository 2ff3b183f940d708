using Kiln.Runtime.Authentication;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Http;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;

namespace Kiln.Runtime.Requests;

/// <summary>Kiota's adapter for <see cref="HttpClient"/>, with a base URL and options for reading. Safe for all threads.</summary>
public class ServiceRequestAdapter : HttpClientRequestAdapter
{
    private readonly HttpClient? ownClient;

    /// <summary>Makes an adapter.</summary>
    /// <param name="authentication">What adds credentials to requests.</param>
    /// <param name="baseUrl">Where the service is: absolute, http or https, without user information, query and fragment.</param>
    /// <param name="httpClient">
    /// What sends; the caller disposes it, and its handlers decide on redirects, retries and cookies: see the remarks. If null, a client of the adapter's own: decompression,
    /// no cookies, redirects by <see cref="RedirectHandler"/> and retries by <see cref="RetryHandler"/>.
    /// </param>
    /// <param name="readOptions">How to read answers; <see cref="ReadOptions.Default"/> if null.</param>
    /// <exception cref="ArgumentException">The base URL is not of that form.</exception>
    /// <remarks>
    /// A client whose innermost handler follows redirects itself (<see cref="HttpClientHandler.AllowAutoRedirect"/>, true by default) sends all headers but <c>Authorization</c>
    /// along to any host, cookies and API keys included. Turn that off, and <see cref="HttpClientHandler.UseCookies"/>, and use Kiln's handlers:
    /// <c>new HttpClient(new RetryHandler { InnerHandler = new RedirectHandler { InnerHandler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false } } })</c>
    /// with <see cref="HttpClient.Timeout"/> set to <see cref="Timeout.InfiniteTimeSpan"/>, since it would end the waits between retries too. Options of Kiota's own retry and redirect handlers
    /// (<c>RetryHandlerOption</c>, <c>RedirectHandlerOption</c>) say nothing to these: <see cref="RetryOptions"/> do.
    /// </remarks>
    public ServiceRequestAdapter(IAuthenticationProvider authentication, Uri baseUrl, HttpClient? httpClient = null, ReadOptions? readOptions = null)
        : this(authentication, CheckBaseUrl(baseUrl), httpClient, httpClient is null ? CreateClient() : null, readOptions)
    {
    }

    private ServiceRequestAdapter(IAuthenticationProvider authentication, string baseUrl, HttpClient? client, HttpClient? ownClient, ReadOptions? readOptions)
        : base(new RequestAuthenticationProvider(authentication), httpClient: client ?? ownClient)
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
        var handler = KiotaClientFactory.GetDefaultHttpMessageHandler();
        if (handler is SocketsHttpHandler sockets)
        {
            // A connection that lives for ever never sees that a name has moved to another address.
            sockets.PooledConnectionLifetime = TimeSpan.FromMinutes(5);
            // Calls of one client may be made for many users: what is set for one must not be sent for another.
            sockets.UseCookies = false;
        }
        var client = KiotaClientFactory.Create([.. KiotaClientFactory.CreateDefaultHandlers().Select(Ours)], handler);
        // Each attempt has a limit of its own, and the whole call has another.
        client.Timeout = Timeout.InfiniteTimeSpan;
        return client;
    }

    // Kiota's own handlers read the bodies of the answers in between into memory, send POST twice, and throw where there is a response to show.
    private static DelegatingHandler Ours(DelegatingHandler kiotas) => kiotas switch
    {
        Microsoft.Kiota.Http.HttpClientLibrary.Middleware.RetryHandler => new RetryHandler(),
        Microsoft.Kiota.Http.HttpClientLibrary.Middleware.RedirectHandler => new RedirectHandler(),
        _ => kiotas,
    };
}
