using Kiln.Runtime.Authentication;
using Microsoft.Extensions.Configuration;

namespace Kiln.DependencyInjection.Configuration;

/// <summary>Reads credentials from a section of the configuration.</summary>
/// <param name="schemes">The security schemes by their names in the configuration.</param>
/// <param name="reader">Notes what is wrong.</param>
internal sealed class CredentialBinder(IReadOnlyDictionary<string, SecurityScheme> schemes, SectionReader reader)
{
    private const string Key = "Key";
    private const string Token = "Token";
    private const string UserName = "UserName";
    private const string Password = "Password";
    private const string ClientId = "ClientId";
    private const string ClientSecret = "ClientSecret";
    private const string RefreshToken = "RefreshToken";
    private const string Scopes = "Scopes";

    /// <summary>The credential of a scheme; null, which is noted, if it cannot be read.</summary>
    public Credential? Read(IConfigurationSection section)
    {
        Credential? credential = null;
        if (schemes.FirstOrDefault(s => s.Key.Equals(section.Key, StringComparison.OrdinalIgnoreCase)).Value is not { } scheme)
            reader.Fail(section, schemes.Count == 0 ? "the document has no security schemes." : $"is no security scheme of the document; it has {string.Join(", ", schemes.Keys)}.");
        else
            reader.Try(section, () => credential = Read(section, scheme));
        return credential;
    }

    private Credential? Read(IConfigurationSection section, SecurityScheme scheme)
    {
        switch (scheme)
        {
            case ApiKeyScheme apiKey:
                return Text(section, Key) is { } key ? Credential.ApiKey(apiKey, key) : null;
            case HttpScheme { TokenPrefix: null } basic when basic.Scheme.Equals("basic", StringComparison.OrdinalIgnoreCase):
                CheckKeys(section, UserName, Password);
                // Either may be empty (RFC 7617, section 2).
                if (section[UserName] is { } userName && section[Password] is { } password)
                    return Credential.Basic(basic, userName, password);
                reader.Fail(section.GetSection(section[UserName] is null ? UserName : Password), "is missing.");
                return null;
            case HttpScheme http:
                return Text(section, Token) is { } token ? Credential.Token(http, token) : null;
            case OAuthScheme oauth:
                return ReadOAuth(section, oauth);
            default:
                reader.Fail(section, "a certificate cannot be read from the configuration: set it on the primary handler, and add the credential in code.");
                return null;
        }
    }

    private Credential? ReadOAuth(IConfigurationSection section, OAuthScheme scheme)
    {
        if (section.Value is not null || section[Token] is not null)
            return Text(section, Token) is { } token ? Credential.Token(scheme, token) : null;

        CheckKeys(section, Token, ClientId, ClientSecret, RefreshToken, Scopes);
        var clientId = reader.Required(section.GetSection(ClientId));
        if (section[RefreshToken] is { Length: > 0 } refreshToken)
            return clientId is null ? null : Credential.RefreshToken(scheme, clientId, refreshToken, section[ClientSecret] is { Length: > 0 } given ? given : null, ScopesOf(section));
        var secret = reader.Required(section.GetSection(ClientSecret));
        return clientId is null || secret is null ? null : Credential.ClientCredentials(scheme, clientId, secret, ScopesOf(section));
    }

    // A list, or a text as OAuth 2.0 writes it (RFC 6749, section 3.3).
    private static IEnumerable<string>? ScopesOf(IConfigurationSection section)
    {
        var scopes = section.GetSection(Scopes);
        return scopes.Value?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? scopes.GetChildren().Select(s => s.Value).OfType<string>();
    }

    // "ApiKey": "…", or "ApiKey": { "Key": "…" }
    private string? Text(IConfigurationSection section, string key)
    {
        if (section.Value is not null || !section.GetChildren().Any())
            return reader.Required(section);
        CheckKeys(section, key);
        return reader.Required(section.GetSection(key));
    }

    private void CheckKeys(IConfigurationSection section, params string[] known)
    {
        foreach (var child in section.GetChildren().Where(c => !known.Contains(c.Key, StringComparer.OrdinalIgnoreCase)))
            reader.Fail(child, $"is not known here; known are {string.Join(", ", known)}.");
    }
}
