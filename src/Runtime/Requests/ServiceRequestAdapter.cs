using Kiln.Runtime.Authentication;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Http;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;

namespace Kiln.Runtime.Requests;

/// <summary>Kiota's request adapter for <see cref="HttpClient"/> with a base URL and read options. Thread-safe.</summary>
public class ServiceRequestAdapter : HttpClientRequestAdapter, IRequestAdapter
{
    private readonly HttpClient? ownClient;
    private readonly HttpClient? callersClient;

    /// <summary>Initializes a new adapter.</summary>
    /// <param name="authentication">The provider that adds credentials to requests.</param>
    /// <param name="baseUrl">The base URL of the service: an absolute http or https URL without user information, query and fragment.</param>
    /// <param name="httpClient">
    /// The client that sends the requests, which the caller disposes; its handlers control redirects, retries and cookies (see the remarks). If null, the adapter
    /// creates a client with decompression, without cookies, with a <see cref="RedirectHandler"/> and a <see cref="RetryHandler"/>.
    /// </param>
    /// <param name="readOptions">The options for reading responses; <see cref="ReadOptions.Default"/> if null.</param>
    /// <exception cref="ArgumentException">The base URL is invalid, or there are a client of the caller's and a credential with a certificate, which the client would not present.</exception>
    /// <remarks>
    /// A client whose innermost handler follows redirects itself (<see cref="HttpClientHandler.AllowAutoRedirect"/>, true by default) sends all headers but <c>Authorization</c>
    /// along to any host, cookies and API keys included. Turn that off, and <see cref="HttpClientHandler.UseCookies"/>, and use Kiln's handlers: <c>new HttpClient(KilnHandlers.Create())</c>
    /// with <see cref="HttpClient.Timeout"/> set to <see cref="Timeout.InfiniteTimeSpan"/>, since it would end the waits between retries too. Options of Kiota's own retry and redirect handlers
    /// (<c>RetryHandlerOption</c>, <c>RedirectHandlerOption</c>) say nothing to these: <see cref="RetryOptions"/> do.
    /// </remarks>
    public ServiceRequestAdapter(IAuthenticationProvider authentication, Uri baseUrl, HttpClient? httpClient = null, ReadOptions? readOptions = null)
        : this(authentication, Http.BaseUrl.Check(baseUrl), httpClient, httpClient is null ? CreateClient(authentication) : null, readOptions)
    {
        CheckCertificates(authentication, httpClient);
    }

    /// <summary>Initializes a new adapter from the options of a client.</summary>
    /// <param name="options">The options, which are read once.</param>
    /// <param name="server">The base URL where the options have no <see cref="ClientOptions.Server"/>; null if they must have one.</param>
    /// <param name="security">
    /// The requirement of requests without their own; null to send each request all credentials that its origin may get (<see cref="CredentialAuthenticationProvider"/>).
    /// </param>
    /// <param name="operationServers">
    /// The URLs of the servers that the document names for single paths and operations, which get credentials too, unless <see cref="ClientOptions.IgnoreOperationServers"/> is set. Relative
    /// ones are resolved against the base URL.
    /// </param>
    /// <exception cref="ArgumentException">There is no base URL, a credential is null, or the base URL uses http on another machine, to which no credential is sent.</exception>
    public ServiceRequestAdapter(ClientOptions options, string? server = null, SecurityRequirement? security = null, params string[] operationServers)
        : this(options, BaseUrlOf(options, server), AuthenticationOf(options, BaseUrlOf(options, server), security, operationServers))
    {
    }

    private ServiceRequestAdapter(ClientOptions options, string baseUrl, CredentialAuthenticationProvider authentication)
        : this(
            authentication,
            baseUrl,
            options.HttpClient,
            options.HttpClient is null ? CreateClient(authentication, options) : null,
            options.EffectiveReadOptions,
            options.UserAgent)
    {
        CheckCertificates(authentication, options.HttpClient);
        IgnoresOperationServers = options.IgnoreOperationServers;
        Retries = options.Retry;
    }

    private ServiceRequestAdapter(
        IAuthenticationProvider authentication, string baseUrl, HttpClient? client, HttpClient? ownClient, ReadOptions? readOptions, string? userAgent = null)
        : base(new RequestAuthenticationProvider(authentication, userAgent), httpClient: client ?? ownClient)
    {
        this.ownClient = ownClient;
        callersClient = client;
        BaseUrl = baseUrl;
        ReadOptions = readOptions ?? ReadOptions.Default;
    }

    /// <summary>Gets the options for reading responses, unless a call has its own.</summary>
    public ReadOptions ReadOptions { get; }

    /// <summary>The options of the retries; null for the default ones, or those that the handlers of the caller's own client have.</summary>
    internal RetryOptions? Retries { get; }

    /// <summary>Whether the requests of operations with a server of their own go to the base URL too.</summary>
    internal bool IgnoresOperationServers { get; }

    /// <summary>Returns the request as it is sent: authenticated, and with its method also where Kiota does not have that (<see cref="RequestMethods.WithMethod"/>).</summary>
    /// <typeparam name="T">The type of the native request: <see cref="HttpRequestMessage"/>.</typeparam>
    /// <param name="requestInfo">The request.</param>
    /// <param name="cancellationToken">A token to cancel the authentication.</param>
    /// <exception cref="InvalidOperationException">The type is another one.</exception>
    public new async Task<T?> ConvertToNativeRequestAsync<T>(RequestInformation requestInfo, CancellationToken cancellationToken = default)
    {
        var native = await base.ConvertToNativeRequestAsync<T>(requestInfo, cancellationToken).ConfigureAwait(false);
        if (native is HttpRequestMessage message && OtherMethod.Of(requestInfo) is { } method)
            message.Method = method;
        return native;
    }

    /// <summary>Sends a request whose method Kiota's adapter does not have, as that sends others: the response is returned at its headers.</summary>
    internal async Task<HttpResponseMessage> SendAsync(RequestInformation request, CancellationToken cancellationToken)
    {
        var message = await ConvertToNativeRequestAsync<HttpRequestMessage>(request, cancellationToken).ConfigureAwait(false);
        return await (callersClient ?? ownClient)!.SendAsync(message!, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            ownClient?.Dispose();
        base.Dispose(disposing);
    }

    // Each attempt has a limit of its own, and the whole call has another.
    private static HttpClient CreateClient(IAuthenticationProvider authentication, ClientOptions? options = null) =>
        new(DefaultHandlers.Create(options?.Retry, NeedsCertificates(authentication), options?.ConfigureConnections)) { Timeout = Timeout.InfiniteTimeSpan };

    private static bool NeedsCertificates(IAuthenticationProvider authentication) => authentication is CredentialAuthenticationProvider { HasCertificates: true };

    private static string BaseUrlOf(ClientOptions options, string? server)
    {
        ArgumentNullException.ThrowIfNull(options);
        var url = options.Server?.AbsoluteUri ?? server ?? throw new ArgumentException($"The document names no server with an absolute URL; set {nameof(ClientOptions.Server)}.", nameof(options));
        if (!Origin.IsPrivate(new(url)) && options.Credentials.Any(c => c is { Origins: null, Scheme: not MutualTlsScheme }))
            throw new ArgumentException($"Credentials are not sent to {Origin.Describe(new(url))} over plain http, where others could read them.", nameof(options));
        return url;
    }

    private static CredentialAuthenticationProvider AuthenticationOf(ClientOptions options, string baseUrl, SecurityRequirement? security, string[] operationServers)
    {
        ArgumentNullException.ThrowIfNull(operationServers);
        var servers = options.IgnoreOperationServers ? [] : operationServers.Select(s => ServerUrl.Resolve(baseUrl, s));
        return new([.. options.Credentials], security, servers.Prepend(new Uri(baseUrl)));
    }

    private static void CheckCertificates(IAuthenticationProvider authentication, HttpClient? httpClient)
    {
        if (httpClient is not null && NeedsCertificates(authentication))
            throw new ArgumentException("A certificate is presented by the handler of a connection, which is that of your own HttpClient: set its SslOptions, and use Credential.Certificate without the certificate.", nameof(httpClient));
    }
}
