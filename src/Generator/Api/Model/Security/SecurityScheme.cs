using Kiln.Generator.Collections;

namespace Kiln.Generator.Api.Model;

/// <summary>A way to authenticate that some operation requires: an entry of <c>securitySchemes</c>, or a parameter that is a credential (<c>x-kiln-credential</c>).</summary>
/// <param name="Name">Its name in the document.</param>
/// <param name="Description">What the document says of it.</param>
/// <param name="Deprecation">Why it is deprecated; <see langword="null"/> if it is not.</param>
internal abstract record SecurityScheme(string Name, string? Description, string? Deprecation)
{
    /// <summary>The name that the document gives what creates its credentials, or <see langword="null"/>.</summary>
    public string? NameOverride { get; init; }

    /// <summary>Where it is; <see langword="null"/> for a parameter.</summary>
    public string? Pointer { get; init; }

    /// <summary>Whether it is an entry of <c>securitySchemes</c>, and not a parameter.</summary>
    public bool IsComponent { get; init; } = true;
}

/// <summary>A key in a header, a query parameter or a cookie (<c>type: apiKey</c>).</summary>
/// <param name="In">The location as the document writes it: <c>header</c>, <c>query</c> or <c>cookie</c>.</param>
/// <param name="ParameterName">The name of the header, query parameter or cookie.</param>
/// <param name="TokenPrefix">What stands before the key, with a space between them (<c>x-kiln-token-prefix</c>); <see langword="null"/> for nothing.</param>
internal sealed record ApiKeySecurityScheme(string Name, string? Description, string? Deprecation, string In, string ParameterName, string? TokenPrefix)
    : SecurityScheme(Name, Description, Deprecation);

/// <summary>A scheme of HTTP authentication (<c>type: http</c>).</summary>
/// <param name="Scheme">Its name: <c>basic</c>, <c>bearer</c>, …</param>
/// <param name="TokenPrefix">What stands before the token in place of that name (<c>x-kiln-token-prefix</c>); <see langword="null"/> for the name.</param>
internal sealed record HttpSecurityScheme(string Name, string? Description, string? Deprecation, string Scheme, string? TokenPrefix)
    : SecurityScheme(Name, Description, Deprecation)
{
    public bool IsBasic => Scheme.Equals("basic", StringComparison.OrdinalIgnoreCase);
}

/// <summary>OAuth 2.0 (<c>type: oauth2</c>). Each URL is absolute, and <see langword="null"/> if no flow has it.</summary>
/// <param name="Flows">The flows that the document has, as it writes them: <c>clientCredentials</c>, …</param>
/// <param name="Scopes">The scopes with their descriptions, in the order of the document.</param>
internal sealed record OAuth2SecurityScheme(
    string Name, string? Description, string? Deprecation, EquatableArray<string> Flows, EquatableArray<SecurityScope> Scopes)
    : SecurityScheme(Name, Description, Deprecation)
{
    public string? TokenUrl { get; init; }

    public string? AuthorizationUrl { get; init; }

    public string? DeviceAuthorizationUrl { get; init; }

    public string? RefreshUrl { get; init; }
}

/// <summary>OpenID Connect (<c>type: openIdConnect</c>).</summary>
/// <param name="DiscoveryUrl">The URL of the provider's metadata, which is absolute.</param>
internal sealed record OpenIdConnectSecurityScheme(string Name, string? Description, string? Deprecation, string DiscoveryUrl)
    : SecurityScheme(Name, Description, Deprecation);

/// <summary>A certificate of the client (<c>type: mutualTLS</c>).</summary>
internal sealed record MutualTlsSecurityScheme(string Name, string? Description, string? Deprecation) : SecurityScheme(Name, Description, Deprecation);

/// <summary>A scope of OAuth 2.0.</summary>
internal sealed record SecurityScope(string Name, string? Description);
