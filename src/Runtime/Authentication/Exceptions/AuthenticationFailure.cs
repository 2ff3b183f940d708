namespace Kiln.Runtime.Authentication;

/// <summary>Why a request could not be authenticated.</summary>
public enum AuthenticationFailure
{
    /// <summary>No alternative of the operation's requirement has all its credentials configured.</summary>
    MissingCredential,

    /// <summary>A credential is configured, but may not be sent to the origin of the request.</summary>
    OriginNotAllowed,

    /// <summary>The authorization server refused to issue a token (RFC 6749, section 5.2).</summary>
    Refused,

    /// <summary>The authorization server was not reached, did not respond in time, or sent a response that is not one of OAuth 2.0 or OpenID Connect.</summary>
    InvalidResponse,

    /// <summary>The sign-in of the user was not completed: it was denied, took too long, or its response was not for this request.</summary>
    SignInFailed,

    /// <summary>A key or token that the application's callback returned cannot be sent in a request.</summary>
    InvalidSecret,
}
