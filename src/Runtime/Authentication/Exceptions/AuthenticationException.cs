namespace Kiln.Runtime.Authentication;

/// <summary>The exception that is thrown for a request that could not be authenticated. The request was not sent. No message contains a secret.</summary>
public class AuthenticationException : Exception
{
    /// <summary>Initializes a new exception.</summary>
    /// <param name="reason">Why the request could not be authenticated.</param>
    /// <param name="message">The message, which must not contain a secret.</param>
    /// <param name="inner">The exception that caused this one.</param>
    public AuthenticationException(AuthenticationFailure reason, string message, Exception? inner = null)
        : base(message, inner) => Reason = reason;

    /// <summary>Gets why the request could not be authenticated.</summary>
    public AuthenticationFailure Reason { get; }

    /// <summary>Gets the error code of the authorization server, such as <c>invalid_client</c> (RFC 6749, section 5.2); null if it sent none.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>Gets the status code of the authorization server's response; null if there was none, or no server was asked.</summary>
    public int? StatusCode { get; init; }
}
