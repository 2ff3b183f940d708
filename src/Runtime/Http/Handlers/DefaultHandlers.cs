using System.Security.Cryptography.X509Certificates;
using Microsoft.Kiota.Http.HttpClientLibrary;
using Microsoft.Kiota.Http.HttpClientLibrary.Middleware;
using Microsoft.Kiota.Http.HttpClientLibrary.Middleware.Options;

namespace Kiln.Runtime.Http;

/// <summary>The handlers of a client that <see cref="Requests.ServiceRequestAdapter"/> creates: those of Kiota in Kiota's order, with Kiln's retries and redirects.</summary>
internal static class DefaultHandlers
{
    /// <summary>Kiota's handlers that the list below has, in its order; Kiota's own list must be the same.</summary>
    internal static IReadOnlyList<Type> OfKiota { get; } =
    [
        typeof(UriReplacementHandler<UriReplacementHandlerOption>),
        typeof(Microsoft.Kiota.Http.HttpClientLibrary.Middleware.RetryHandler),
        typeof(Microsoft.Kiota.Http.HttpClientLibrary.Middleware.RedirectHandler),
        typeof(ParametersNameDecodingHandler),
        typeof(UserAgentHandler),
        typeof(HeadersInspectionHandler),
        typeof(BodyInspectionHandler),
    ];

    // Kiota's own retries and redirects read the bodies of intermediate responses into memory, send POST twice, and throw where there is a response to show.
    /// <param name="retry">The options for retries; null for the default.</param>
    /// <param name="hasCertificates">Whether requests may have a certificate among their credentials.</param>
    /// <param name="configure">Changes each handler of connections that is created; null for none.</param>
    /// <param name="own">The handler of connections; null for one that is created.</param>
    public static HttpMessageHandler Create(RetryOptions? retry = null, bool hasCertificates = false, Action<SocketsHttpHandler>? configure = null, HttpMessageHandler? own = null)
    {
        var connections = own ?? Connections(null, configure);
        return Chain([Outermost(), new RetryHandler(retry), .. BelowRetries(), hasCertificates ? new CertificateHandler(connections, c => Connections(c, configure)) : connections]);
    }

    /// <summary>The handler outside of retries.</summary>
    public static DelegatingHandler Outermost() =>
        OnDemandHandler.For<UriReplacementHandlerOption>(static () => new UriReplacementHandler<UriReplacementHandlerOption>());

    /// <summary>The handlers that each attempt goes through, the outermost first.</summary>
    public static IReadOnlyList<DelegatingHandler> BelowRetries() =>
    [
        new RedirectHandler(),
        // What it decodes are names of query parameters.
        new OnDemandHandler(static () => new ParametersNameDecodingHandler(), static request => request.RequestUri?.Query.Contains('%') == true),
        new UserAgentHandler(),
        OnDemandHandler.For<HeadersInspectionHandlerOption>(static () => new HeadersInspectionHandler()),
        OnDemandHandler.For<BodyInspectionHandlerOption>(static () => new BodyInspectionHandler()),
    ];

    /// <summary>The handler that opens connections.</summary>
    /// <param name="certificate">The certificate that it presents; null for none.</param>
    /// <param name="configure">Changes it; null for no change.</param>
    public static HttpMessageHandler Connections(X509Certificate2? certificate = null, Action<SocketsHttpHandler>? configure = null)
    {
        var handler = KiotaClientFactory.GetDefaultHttpMessageHandler();
        if (handler is not SocketsHttpHandler sockets)
            return certificate is null ? handler : throw new PlatformNotSupportedException("Certificates of the client cannot be presented on this platform.");
        // A connection that lives for ever never sees that a name has moved to another address.
        sockets.PooledConnectionLifetime = TimeSpan.FromMinutes(5);
        configure?.Invoke(sockets);
        // It would send credentials to other hosts.
        sockets.AllowAutoRedirect = false;
        // Calls of one client may be made for many users: what is set for one must not be sent for another.
        sockets.UseCookies = false;
        if (certificate is not null)
        {
            sockets.SslOptions.ClientCertificates = [certificate];
            // The list of issuers that a server sends may be incomplete, and .NET would then present none.
            sockets.SslOptions.LocalCertificateSelectionCallback = (_, _, _, _, _) => certificate;
        }
        return sockets;
    }

    private static HttpMessageHandler Chain(params HttpMessageHandler[] handlers)
    {
        for (var i = 0; i < handlers.Length - 1; i++)
            ((DelegatingHandler)handlers[i]).InnerHandler = handlers[i + 1];
        return handlers[0];
    }
}
