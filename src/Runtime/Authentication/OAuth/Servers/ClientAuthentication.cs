namespace Kiln.Runtime.Authentication;

/// <summary>How a client proves to the authorization server who it is (RFC 6749, section 2.3.1).</summary>
public enum ClientAuthentication
{
    /// <summary>By the client's id and secret in the <c>Authorization</c> header of HTTP basic, which all authorization servers support by the standard.</summary>
    Basic,

    /// <summary>By the parameters <c>client_id</c> and <c>client_secret</c> in the body.</summary>
    Body,
}
