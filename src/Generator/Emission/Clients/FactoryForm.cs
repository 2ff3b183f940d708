using Kiln.Generator.Shapes.Clients;
using Kiln.Generator.Shapes.Files;

namespace Kiln.Generator.Emission;

/// <summary>How the method for one kind of credential looks.</summary>
/// <param name="Summary">What it makes the credential of.</param>
/// <param name="Method">The runtime's method that it calls.</param>
/// <param name="Signature">The parameter types of that method as a doc comment names them, where it has overloads; empty where it has none.</param>
/// <param name="Parameters">Its own parameters.</param>
/// <param name="Arguments">The names of these.</param>
internal sealed record FactoryForm(string Summary, string Method, string Signature, string Parameters, params string[] Arguments)
{
    private const string Callback = "Func<CancellationToken, ValueTask<string>>";
    private const string CallbackReference = "Func{CancellationToken, ValueTask{string}}";

    // Parameters that end the methods for tokens of authorization servers.
    private const string Scopes = "IEnumerable<string>? scopes = null";
    private const string Secret = "string? clientSecret = null";
    private const string Options = "OAuth2Options? options = null";

    public static FactoryForm Of(FactoryShape factory) => factory.Kind switch
    {
        CredentialKind.ApiKey => new(
            $"An API key, which is sent in {factory.Place}.",
            "ApiKey", "(ApiKeyScheme, string)", "string key", "key"),
        CredentialKind.ApiKeyCallback => new(
            $"An API key that is asked for with each request, and is sent in {factory.Place}.",
            "ApiKey", $"(ApiKeyScheme, {CallbackReference})", $"{Callback} key", "key"),
        CredentialKind.Basic => new(
            "A user name and a password.",
            "Basic", "", "string userName, string password", "userName", "password"),
        CredentialKind.Token => new(
            "A token, which is sent in the `Authorization` header.",
            "Token", $"({Base(factory)}, string)", "string token", "token"),
        CredentialKind.TokenCallback => new(
            "A token that is asked for with each request, and is sent in the `Authorization` header.",
            "Token", $"({Base(factory)}, {CallbackReference})", $"{Callback} token", "token"),
        CredentialKind.ClientCredentials => new(
            "The id and the secret of a client that acts for itself.",
            "ClientCredentials", "", $"string clientId, string clientSecret, {Scopes}, {Options}", "clientId", "clientSecret", "scopes", "options"),
        CredentialKind.AuthorizationCode => new(
            "A user who signs in with a browser.",
            "AuthorizationCode", "",
            $"\n    string clientId, Uri redirectUri, Func<Uri, CancellationToken, ValueTask<Uri>> authorize, {Scopes}, {Secret},\n    {Options}",
            "clientId", "redirectUri", "authorize", "scopes", "clientSecret", "options"),
        CredentialKind.DeviceCode => new(
            "A user who signs in on another device.",
            "DeviceCode", "",
            $"\n    string clientId, Func<DeviceCodePrompt, CancellationToken, ValueTask> show, {Scopes}, {Secret},\n    {Options}",
            "clientId", "show", "scopes", "clientSecret", "options"),
        CredentialKind.RefreshToken => new(
            "A refresh token that the application has got before.",
            "RefreshToken", "", $"string clientId, string refreshToken, {Secret}, {Scopes}, {Options}", "clientId", "refreshToken", "clientSecret", "scopes", "options"),
        CredentialKind.Certificate => new(
            "A certificate of the client, which its connections present.",
            "Certificate", "(MutualTlsScheme, X509Certificate2)", "X509Certificate2 certificate", "certificate"),
        _ => new(
            "A certificate of the client, which the handler of an `HttpClient` of the caller's own presents.",
            "Certificate", "(MutualTlsScheme)", ""),
    };

    // The class that the parameter of the runtime's method has.
    private static string Base(FactoryShape factory) => factory.SchemeType == "HttpScheme" ? "HttpScheme" : "OAuthScheme";
}
