using Kiln.Runtime.Authentication;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Http;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;

namespace Kiln.Runtime.Requests;

/// <summary>Kiota's request adapter for <see cref="HttpClient"/> with a base URL and read options. Thread-safe.</summary>
public class ServiceRequestAdapter : HttpClientRequestAdapter
{
    private readonly HttpClient? ownClient;

    /// <summary>Initializes a new adapter.</summary>
    /// <param name="authentication">The provider that adds credentials to requests.</param>
    /// <param name="baseUrl">The base URL of the service: an absolute http or https URL without user information, query and fragment.</param>
    /// <param name="httpClient">
    /// The client that sends the requests, which the caller disposes; its handlers control redirects, retries and cookies (see the remarks). If null, the adapter
    /// creates a client with decompression, without cookies, with a <see cref="RedirectHandler"/> and a <see cref="RetryHandler"/>.
    /// </param>
    /// <param name="readOptions">The options for reading responses; <see cref="ReadOptions.Default"/> if null.</param>
    /// <exception cref="ArgumentException">The base URL is invalid.</exception>
    /// <remarks>
    /// A client whose innermost handler follows redirects itself (<see cref="HttpClientHandler.AllowAutoRedirect"/>, true by default) sends all headers but <c>Authorization</c>
    /// along to any host, cookies and API keys included. Turn that off, and <see cref="HttpClientHandler.UseCookies"/>, and use Kiln's handlers:
    /// <c>new HttpClient(new RetryHandler { InnerHandler = new RedirectHandler { InnerHandler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false } } })</c>
    /// with <see cref="HttpClient.Timeout"/> set to <see cref="Timeout.InfiniteTimeSpan"/>, since it would end the waits between retries too. Options of Kiota's own retry and redirect handlers
    /// (<c>RetryHandlerOption</c>, <c>RedirectHandlerOption</c>) say nothing to these: <see cref="RetryOptions"/> do.
    /// </remarks>
    public ServiceRequestAdapter(IAuthenticationProvider authentication, Uri baseUrl, HttpClient? httpClient = null, ReadOptions? readOptions = null)
        : this(authentication, Http.BaseUrl.Check(baseUrl), httpClient, httpClient is null ? CreateClient() : null, readOptions)
    {
    }

    private ServiceRequestAdapter(IAuthenticationProvider authentication, string baseUrl, HttpClient? client, HttpClient? ownClient, ReadOptions? readOptions)
        : base(new RequestAuthenticationProvider(authentication), httpClient: client ?? ownClient)
    {
        this.ownClient = ownClient;
        BaseUrl = baseUrl;
        ReadOptions = readOptions ?? ReadOptions.Default;
    }

    /// <summary>Gets the options for reading responses, unless a call has its own.</summary>
    public ReadOptions ReadOptions { get; }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            ownClient?.Dispose();
        base.Dispose(disposing);
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

    // Kiota's own handlers read the bodies of intermediate responses into memory, send POST twice, and throw where there is a response to show.
    private static DelegatingHandler Ours(DelegatingHandler kiotas) => kiotas switch
    {
        Microsoft.Kiota.Http.HttpClientLibrary.Middleware.RetryHandler => new RetryHandler(),
        Microsoft.Kiota.Http.HttpClientLibrary.Middleware.RedirectHandler => new RedirectHandler(),
        _ => kiotas,
    };
}
