using Kiln.Runtime.Authentication;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Http;
using Kiln.Runtime.Timing;

namespace Kiln.Runtime.Requests;

/// <summary>How a client reaches its service. The client reads the options once, when it is created; later changes do not affect it.</summary>
/// <remarks>Not thread-safe. Several clients can be created from the same options.</remarks>
public class ClientOptions
{
    private Uri? server;
    private TimeSpan? timeout;
    private string? userAgent;

    /// <summary>Initializes new options.</summary>
    /// <param name="credentials">The first of the <see cref="Credentials"/>.</param>
    /// <exception cref="ArgumentException">A credential is null.</exception>
    public ClientOptions(params Credential[] credentials)
    {
        ArgumentNullException.ThrowIfNull(credentials);
        if (credentials.Contains(null!))
            throw new ArgumentException("A credential is null.", nameof(credentials));
        Credentials = [.. credentials];
    }

    /// <summary>
    /// Gets or sets the base URL of the service, to which the paths of the operations are appended: one of the document's servers, or any other address. Null, the default, for the document's
    /// first server.
    /// </summary>
    /// <exception cref="ArgumentException">The URL is not absolute, not of http or https, or has user information, a query or a fragment.</exception>
    public Uri? Server
    {
        get => server;
        set
        {
            if (value is not null)
                BaseUrl.Check(value, nameof(value));
            server = value;
        }
    }

    /// <summary>
    /// Gets or sets whether the requests of all operations go to <see cref="Server"/>, also those for which the document names a server of their own: set it for a server of tests, or a proxy.
    /// The default is false.
    /// </summary>
    public bool IgnoreOperationServers { get; set; }

    /// <summary>
    /// Gets the credentials. Each request gets those that its operation requires: of several alternatives, the first whose credentials are all here. A request whose requirement they do not
    /// meet is not sent, and throws an <see cref="AuthenticationException"/>. None by default.
    /// </summary>
    public IList<Credential> Credentials { get; }

    /// <summary>Gets or sets the options for reading responses. Null, the default, for <see cref="ReadOptions.Default"/>.</summary>
    public ReadOptions? ReadOptions { get; set; }

    /// <summary>
    /// Gets or sets the maximum duration of a call with all its attempts, in place of <see cref="ReadOptions.CallTimeout"/>. Null, the default, for that; <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> for no
    /// limit.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is zero, negative and not infinite, or longer than about 49 days.</exception>
    public TimeSpan? Timeout
    {
        get => timeout;
        set => timeout = value is { } some ? TimeLimit.Checked(some) : null;
    }

    /// <summary>
    /// Gets or sets the options of the retries. Null, the default, for <see cref="RetryOptions.Default"/>. The handlers of an <see cref="HttpClient"/> of one's own have them only if they are
    /// those of <see cref="KilnHandlers.Create"/>.
    /// </summary>
    public RetryOptions? Retry { get; set; }

    /// <summary>
    /// Gets or sets what the <c>User-Agent</c> header begins with, such as <c>contoso/1.0</c> (RFC 9110, section 10.1.5). Null, the default, for nothing. The client's own handlers append the name and version of
    /// Kiota's library.
    /// </summary>
    /// <exception cref="ArgumentException">The value is not a list of products and comments.</exception>
    public string? UserAgent
    {
        get => userAgent;
        set
        {
            if (value is not null)
            {
                using var request = new HttpRequestMessage();
                if (!request.Headers.UserAgent.TryParseAdd(value))
                    throw new ArgumentException("The value must be a list of products and comments, such as contoso/1.0 (linux).", nameof(value));
            }
            userAgent = value;
        }
    }

    /// <summary>
    /// Gets or sets the client that sends the requests, which the caller disposes. Null, the default, for one with Kiln's handlers, which the adapter creates.
    /// </summary>
    /// <remarks>
    /// Its handlers decide on retries, redirects, cookies, decompression and certificates: those of <see cref="KilnHandlers.Create"/> do so as a client without it does. Set its
    /// <see cref="System.Net.Http.HttpClient.Timeout"/> to <see cref="System.Threading.Timeout.InfiniteTimeSpan"/>, since it would end the waits between retries too.
    /// </remarks>
    public HttpClient? HttpClient { get; set; }

    /// <summary>
    /// Gets or sets a callback that configures the handlers of connections, for a proxy or the certificate authorities that are trusted. It is called for each handler that is created, which can
    /// be later and on any thread: a certificate of mutual TLS has a handler of its own. Null, the default, for none. The handlers of an <see cref="HttpClient"/> of one's own are configured by it only if
    /// they are those of <see cref="KilnHandlers.Create"/>.
    /// </summary>
    /// <remarks><see cref="SocketsHttpHandler.AllowAutoRedirect"/> and <see cref="SocketsHttpHandler.UseCookies"/> stay off: they would send credentials and cookies to other hosts.</remarks>
    public Action<SocketsHttpHandler>? ConfigureConnections { get; set; }

    /// <summary>The options for reading responses, with the time limit of calls.</summary>
    internal ReadOptions EffectiveReadOptions
    {
        get
        {
            var options = ReadOptions ?? ReadOptions.Default;
            return timeout is { } limit ? options with { CallTimeout = limit } : options;
        }
    }
}
