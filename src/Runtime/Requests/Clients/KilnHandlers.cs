using Kiln.Runtime.Http;
using Kiln.Runtime.Telemetry;

namespace Kiln.Runtime.Requests;

/// <summary>Creates the handlers by which clients send their requests, for an <see cref="HttpClient"/> of one's own.</summary>
public static class KilnHandlers
{
    /// <summary>
    /// Creates the handlers of a client without an <see cref="HttpClient"/> of its own: retries (<see cref="RetryHandler"/>), redirects without credentials for other origins
    /// (<see cref="RedirectHandler"/>), decompression, no cookies, and connections that are made anew after 5 minutes.
    /// </summary>
    /// <param name="options">The options, of which <see cref="ClientOptions.Retry"/> is used, and <see cref="ClientOptions.ConfigureConnections"/> for a new innermost handler; null for the defaults.</param>
    /// <param name="connections">
    /// The innermost handler, which opens the connections, such as a <see cref="SocketsHttpHandler"/> with a proxy; its <c>AllowAutoRedirect</c> and <c>UseCookies</c> must be off. Null for
    /// a new one. A certificate of mutual TLS is in its <c>SslOptions</c>, beside a <see cref="Authentication.Credential"/> without the certificate; it is
    /// presented to every host that asks for one, also after a redirect.
    /// </param>
    /// <returns>The outermost handler: <c>new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan }</c>.</returns>
    /// <exception cref="ArgumentException">The innermost handler follows redirects or has cookies itself.</exception>
    public static HttpMessageHandler Create(ClientOptions? options = null, HttpMessageHandler? connections = null)
    {
        if (connections is not null)
            CheckConnections(connections);
        return DefaultHandlers.Create(options?.Retry, configure: options?.ConfigureConnections, own: connections);
    }

    /// <summary>Creates the innermost handler of a client without an <see cref="HttpClient"/> of its own: decompression, neither redirects nor cookies, and connections that are made anew after 5 minutes.</summary>
    public static HttpMessageHandler CreateConnections() => DefaultHandlers.Connections();

    /// <summary>Checks that an innermost handler neither follows redirects nor keeps cookies itself.</summary>
    /// <param name="connections">The handler. One that is neither a <see cref="SocketsHttpHandler"/> nor an <see cref="HttpClientHandler"/> is accepted.</param>
    /// <exception cref="ArgumentException">It does.</exception>
    public static void CheckConnections(HttpMessageHandler connections)
    {
        ArgumentNullException.ThrowIfNull(connections);
        if (connections is SocketsHttpHandler { AllowAutoRedirect: true } or SocketsHttpHandler { UseCookies: true } or HttpClientHandler { AllowAutoRedirect: true } or HttpClientHandler { UseCookies: true })
            throw new ArgumentException("AllowAutoRedirect and UseCookies of the handler must be off: it would send credentials and cookies to other hosts.", nameof(connections));
    }

    /// <summary>
    /// Adds the handlers that a client has beside retries to those of <c>IHttpClientFactory</c>, whose retries another library makes: redirects without credentials for other origins, the
    /// rate limits of the document, and those of Kiota.
    /// </summary>
    /// <param name="handlers">The handlers, the outermost first. A <see cref="RedirectHandler"/> among them is kept, and so is a <see cref="RetryHandler"/>, which keeps rate limits itself.</param>
    /// <param name="limits">The rate limits, the same for all handlers of a client: <c>IHttpClientFactory</c> makes new ones every two minutes.</param>
    public static void AddTo(IList<DelegatingHandler> handlers, RateLimits limits)
    {
        ArgumentNullException.ThrowIfNull(handlers);
        ArgumentNullException.ThrowIfNull(limits);
        if (!handlers.Any(h => h is RetryHandler))
            handlers.Add(new RateLimitHandler(limits));
        var redirects = handlers.Any(h => h is RedirectHandler);
        foreach (var handler in DefaultHandlers.BelowRetries())
        {
            if (!redirects || handler is not RedirectHandler)
                handlers.Add(handler);
        }
        handlers.Insert(0, DefaultHandlers.Outermost());
    }

    /// <summary>Returns the path template of the operation that a request calls, such as <c>/pets/{petId}</c>: unlike the URL, it has no values, and may be logged.</summary>
    /// <param name="request">The request, as a handler gets it.</param>
    /// <returns>The template; null if the request is no call of an SDK, or has a URL of <c>WithUrl</c>.</returns>
    public static string? PathTemplateOf(HttpRequestMessage request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return CallActivity.TemplateOf(CallState.Of(request)?.UrlTemplate);
    }
}
