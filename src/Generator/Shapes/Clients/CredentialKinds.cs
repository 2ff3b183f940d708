using Kiln.Generator.Api.Model;

namespace Kiln.Generator.Shapes.Clients;

/// <summary>By which methods the credentials of a scheme are made.</summary>
internal static class CredentialKinds
{
    /// <summary>The kinds, each with what its method has behind the name of the scheme.</summary>
    /// <remarks>A token that the application has got itself can be sent for every scheme with tokens, flows that Kiln does not know among them (implicit, password).</remarks>
    public static IEnumerable<(CredentialKind Kind, string Suffix)> Of(SecurityScheme scheme) => scheme switch
    {
        ApiKeySecurityScheme => [(CredentialKind.ApiKey, ""), (CredentialKind.ApiKeyCallback, "")],
        HttpSecurityScheme { IsBasic: true, TokenPrefix: null } => [(CredentialKind.Basic, "")],
        HttpSecurityScheme => Tokens,
        OAuth2SecurityScheme oauth => [.. Tokens, .. OfFlows(oauth)],
        OpenIdConnectSecurityScheme => [.. Tokens, (CredentialKind.ClientCredentials, ""), AuthorizationCode, DeviceCode, RefreshToken],
        _ => [(CredentialKind.Certificate, ""), (CredentialKind.CertificateOfHandler, "")],
    };

    private static (CredentialKind, string)[] Tokens => [(CredentialKind.Token, ""), (CredentialKind.TokenCallback, "")];

    private static (CredentialKind, string) AuthorizationCode => (CredentialKind.AuthorizationCode, "AuthorizationCode");

    private static (CredentialKind, string) DeviceCode => (CredentialKind.DeviceCode, "DeviceCode");

    private static (CredentialKind, string) RefreshToken => (CredentialKind.RefreshToken, "RefreshToken");

    private static IEnumerable<(CredentialKind, string)> OfFlows(OAuth2SecurityScheme scheme)
    {
        var flows = scheme.Flows.Items;
        if (flows.Contains("clientCredentials"))
            yield return (CredentialKind.ClientCredentials, "");
        if (flows.Contains("authorizationCode"))
            yield return AuthorizationCode;
        if (flows.Contains("deviceAuthorization"))
            yield return DeviceCode;
        // The implicit flow and that of client credentials have none (RFC 6749, sections 4.2.2 and 4.4.3).
        if (flows.Any(f => f is "authorizationCode" or "deviceAuthorization" or "password"))
            yield return RefreshToken;
    }
}
