using Kiln.Runtime.Timing;

namespace Kiln.Runtime.Authentication;

/// <summary>Options for credentials whose tokens come from an authorization server. Immutable and thread-safe.</summary>
public sealed class OAuth2Options
{
    private readonly TimeSpan timeout = TimeSpan.FromSeconds(30);
    private readonly TimeSpan renewBefore = TimeSpan.FromMinutes(5);

    /// <summary>Gets the default options.</summary>
    public static OAuth2Options Default { get; } = new();

    /// <summary>Gets how the client proves to the authorization server who it is. The default is <see cref="ClientAuthentication.Basic"/>.</summary>
    public ClientAuthentication ClientAuthentication { get; init; }

    /// <summary>Gets the token endpoint in place of that of the scheme. It must use https, or be on this machine. The default is null.</summary>
    public Uri? TokenUrl { get; init; }

    /// <summary>
    /// Gets further parameters of requests to the token endpoint, and of the authorization URL, such as <c>audience</c> or <c>resource</c> (RFC 8707). They must not be secrets, and do not
    /// replace a parameter of the standard. The default is none.
    /// </summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    /// <summary>Gets the time limit of one request to the authorization server. The default is 30 seconds; <see cref="Timeout.InfiniteTimeSpan"/> means no limit.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is zero, negative and not infinite, or longer than about 49 days.</exception>
    public TimeSpan Timeout
    {
        get => timeout;
        init => timeout = TimeLimit.Checked(value);
    }

    /// <summary>
    /// Gets how long before its expiry a token is renewed. Meanwhile, requests use the present one and do not wait. The default is 5 minutes; of a token that is valid for less
    /// than four times as long, it is a quarter of its time.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public TimeSpan RenewBefore
    {
        get => renewBefore;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero);
            renewBefore = value;
        }
    }

    /// <summary>
    /// Gets the refresh token of an earlier sign-in, which is used before the user is asked to sign in (authorization code and device code). The default is null.
    /// </summary>
    [System.Diagnostics.DebuggerBrowsable(System.Diagnostics.DebuggerBrowsableState.Never)]
    public string? StoredRefreshToken { get; init; }

    /// <summary>
    /// Gets the callback for each new refresh token, so that the application can store it, protected as a secret, for its next run. If it throws, the request that waits for the token
    /// fails with that exception. The default is null.
    /// </summary>
    public Func<string, CancellationToken, ValueTask>? OnRefreshToken { get; init; }

    /// <summary>
    /// Gets the client that sends the requests to the authorization server, which the caller disposes; it must not follow redirects. The default is null, for one of the runtime's own without
    /// cookies and redirects.
    /// </summary>
    public HttpClient? HttpClient { get; init; }

    /// <summary>Gets the clock. The default is that of the system.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
