namespace Kiln.Runtime.Authentication;

/// <summary>The part of a request that carries an API key (OpenAPI 3.1.1, "Security Scheme Object", <c>in</c>).</summary>
public enum ApiKeyLocation
{
    /// <summary>A header of its own.</summary>
    Header,

    /// <summary>A parameter of the URL's query.</summary>
    Query,

    /// <summary>A cookie of the <c>Cookie</c> header (RFC 6265, section 4.2).</summary>
    Cookie,
}
