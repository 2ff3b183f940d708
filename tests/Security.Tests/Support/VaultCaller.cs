using System.Text;
using Acme.Vault;
using Kiln.Runtime.Authentication;
using Kiln.Runtime.Http;
using Kiln.Security.Tests.Service;

namespace Kiln.Security.Tests.Support;

/// <summary>Callers of a service: clients as a user of the SDK makes them, and credentials that the service accepts or refuses.</summary>
internal sealed class VaultCaller(VaultService service)
{
    private static readonly string[] Schemes = ["headerKey", "queryKey", "session", "basic", "bearer", "vendor", "oauth", "openId", "mutualTls", "appToken"];

    private string? session;

    /// <summary>The names of all schemes of the document.</summary>
    public static TheoryData<string> AllSchemes => [.. Schemes];

    /// <summary>Those whose secret is in a request, and not in its connection.</summary>
    public static TheoryData<string> SchemesInRequests => [.. Schemes.Where(s => s != "mutualTls")];

    /// <summary>A client that reaches the hosts of the test.</summary>
    public VaultClient Client(params Credential[] credentials) => new(Options(credentials));

    /// <summary>The options of such a client.</summary>
    public VaultClientOptions Options(params Credential[] credentials)
    {
        var options = new VaultClientOptions { ConfigureConnections = service.Network.Configure, Retry = new RetryOptions { MaxRetries = 0 } };
        foreach (var credential in credentials)
            options.Credentials.Add(credential);
        return options;
    }

    /// <summary>The options of credentials whose tokens come from the authorization server of the test.</summary>
    public OAuth2Options Tokens(TimeProvider? time = null, Func<string, CancellationToken, ValueTask>? onRefreshToken = null) => new()
    {
        HttpClient = new(service.Network.CreateHandler()),
        TimeProvider = time ?? TimeProvider.System,
        OnRefreshToken = onRefreshToken,
    };

    /// <summary>A credential that the service accepts.</summary>
    public async Task<Credential> RightAsync(string scheme) => scheme switch
    {
        "oauth" => VaultCredential.OAuth(Secrets.ClientId, Secrets.ClientSecret, ["read", "write"], Tokens()),
        "openId" => VaultCredential.OpenId(Secrets.ClientId, Secrets.ClientSecret, options: Tokens()),
        "mutualTls" => VaultCredential.MutualTls(TestCertificates.Client),
        _ => Of(scheme, await SecretAsync(scheme)),
    };

    /// <summary>A credential that the service does not accept.</summary>
    public Credential Wrong(string scheme) => scheme == "mutualTls" ? VaultCredential.MutualTls(TestCertificates.Stranger) : Of(scheme, WrongSecret(scheme));

    /// <summary>A secret that the service accepts, of a scheme whose secret is in a request.</summary>
    public async Task<string> SecretAsync(string scheme) => scheme switch
    {
        "headerKey" => Secrets.HeaderKey,
        "queryKey" => Secrets.QueryKey,
        "session" => await SignInAsync(),
        "basic" => Secrets.Password,
        "bearer" => service.Own.Create("", TimeSpan.FromHours(1)),
        "vendor" => Secrets.VendorToken,
        "oauth" => service.AuthorizationServer.OAuth.Create("read write", TimeSpan.FromHours(1)),
        "openId" => service.AuthorizationServer.OpenId.Create("", TimeSpan.FromHours(1)),
        "appToken" => Secrets.AppToken,
        _ => throw new ArgumentException("Not a scheme with a secret in a request.", nameof(scheme)),
    };

    /// <summary>A secret that the service does not accept, of a scheme whose secret is in a request.</summary>
    public string WrongSecret(string scheme) => scheme switch
    {
        "bearer" => service.Own.Create("", TimeSpan.FromHours(-1)),
        // Signed by another issuer, whose tokens the service takes elsewhere.
        "oauth" => service.AuthorizationServer.OpenId.Create("read write", TimeSpan.FromHours(1)),
        "openId" => service.AuthorizationServer.OAuth.Create("read write", TimeSpan.FromHours(1)),
        _ => "wr0ng-" + scheme,
    };

    /// <summary>A credential of a secret that is in a request.</summary>
    public static Credential Of(string scheme, string secret) => scheme switch
    {
        "headerKey" => VaultCredential.HeaderKey(secret),
        "queryKey" => VaultCredential.QueryKey(secret),
        "session" => VaultCredential.Session(secret),
        "basic" => VaultCredential.Basic(Secrets.UserName, secret),
        "bearer" => VaultCredential.Bearer(secret),
        "vendor" => VaultCredential.Vendor(secret),
        "oauth" => VaultCredential.OAuth(secret),
        "openId" => VaultCredential.OpenId(secret),
        "appToken" => VaultCredential.AppToken(secret),
        _ => throw new ArgumentException("Not a scheme with a secret in a request.", nameof(scheme)),
    };

    /// <summary>The forms in which texts could have a secret: as it is, percent-encoded, and in HTTP basic, as a user's password and as the secret of a client (RFC 6749, section 2.3.1).</summary>
    public static string[] FormsOf(string secret) =>
        [secret, Uri.EscapeDataString(secret), Base64($"{Secrets.UserName}:{secret}"), Base64($"{Secrets.ClientId}:{Uri.EscapeDataString(secret)}")];

    /// <summary>A requirement of schemes, whatever the operation requires: so that the service has to refuse what the SDK would not send.</summary>
    public static SecurityRequirement Requirement(params Credential[] credentials) => new(new SecurityAlternative([.. credentials.Select(c => c.Scheme)]));

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private async Task<string> SignInAsync()
    {
        if (session is null)
        {
            var response = await Client(VaultCredential.Basic(Secrets.UserName, Secrets.Password)).Session.PostWithResponseAsync();
            session = response.Headers.SetCookie!.Split(';')[0]["vault-session=".Length..];
        }
        return session;
    }
}
