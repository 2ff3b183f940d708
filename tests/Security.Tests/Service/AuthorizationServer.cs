using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Kiln.Security.Tests.Support;
using Microsoft.AspNetCore.Routing;
using Microsoft.IdentityModel.Tokens;

namespace Kiln.Security.Tests.Service;

/// <summary>
/// An authorization server with two issuers, each with the grants for clients, codes with PKCE, devices and refresh tokens (RFC 6749, 7636 and 8628), and metadata (OpenID Connect Discovery 1.0).
/// Every user consents.
/// </summary>
internal sealed class AuthorizationServer
{
    private readonly ConcurrentDictionary<string, Grant> codes = new();
    private readonly ConcurrentDictionary<string, Grant> devices = new();
    private readonly ConcurrentDictionary<string, string> refreshTokens = new();

    public TokenIssuer OAuth { get; } = new("https://id.example/oauth");

    public TokenIssuer OpenId { get; } = new("https://id.example/openid");

    /// <summary>What was asked: the grant types of the token endpoint in their order.</summary>
    public ConcurrentQueue<string> Grants { get; } = new();

    /// <summary>All that was sent to the token endpoints: headers and forms.</summary>
    public ConcurrentQueue<string> Received { get; } = new();

    /// <summary>How long a new token is valid, which is said to be an hour.</summary>
    public Func<TimeSpan> Life { get; set; } = () => TimeSpan.FromHours(1);

    public void Map(WebApplication app)
    {
        Map(app.MapGroup("/oauth"), OAuth);
        Map(app.MapGroup("/openid"), OpenId);
    }

    private void Map(RouteGroupBuilder group, TokenIssuer issuer)
    {
        group.MapGet("/.well-known/openid-configuration", () => Results.Json(new
        {
            issuer = issuer.Issuer,
            token_endpoint = issuer.Issuer + "/token",
            authorization_endpoint = issuer.Issuer + "/authorize",
            device_authorization_endpoint = issuer.Issuer + "/device",
            jwks_uri = issuer.Issuer + "/keys",
        }));
        group.MapGet("/keys", () => Results.Json(issuer.Keys));
        group.MapGet("/authorize", Authorize);
        group.MapPost("/device", (HttpRequest request) => BeginDeviceAsync(request, issuer));
        group.MapGet("/device", (string code) => devices.Values.Single(d => d.UserCode == code).IsApproved = true);
        group.MapPost("/token", (HttpRequest request) => IssueAsync(request, issuer));
    }

    private IResult Authorize(HttpRequest request)
    {
        string Parameter(string name) => request.Query[name].Single()!;
        if (Parameter("response_type") != "code" || Parameter("client_id") != Secrets.PublicClientId || Parameter("code_challenge_method") != "S256")
            return Results.BadRequest();
        var code = NewText();
        codes[code] = new(Parameter("scope")) { Challenge = Parameter("code_challenge"), RedirectUri = Parameter("redirect_uri") };
        return Results.Redirect($"{Parameter("redirect_uri")}?code={code}&state={Parameter("state")}");
    }

    private async Task<IResult> BeginDeviceAsync(HttpRequest request, TokenIssuer issuer)
    {
        var form = await request.ReadFormAsync();
        if (form["client_id"] != Secrets.PublicClientId)
            return Error("invalid_client", 401);
        var (device, user) = (NewText(), NewText());
        devices[device] = new(form["scope"].ToString()) { UserCode = user };
        return Results.Json(new
        {
            device_code = device,
            user_code = user,
            verification_uri = issuer.Issuer + "/device",
            verification_uri_complete = $"{issuer.Issuer}/device?code={user}",
            expires_in = 600,
            interval = 0.01,
        });
    }

    private async Task<IResult> IssueAsync(HttpRequest request, TokenIssuer issuer)
    {
        var form = await request.ReadFormAsync();
        Received.Enqueue(string.Join(' ', request.Headers.Select(h => $"{h.Key}: {h.Value}")) + " " + string.Join(' ', form.Select(f => $"{f.Key}={f.Value}")));
        Grants.Enqueue(form["grant_type"].ToString());
        switch (form["grant_type"].ToString())
        {
            case "client_credentials":
                // The description repeats what was sent, as servers do that help too much.
                return SecretOf(request) == Secrets.ClientSecret
                    ? Issue(issuer, form["scope"].ToString(), refreshes: false)
                    : Error("invalid_client", 401, $"{SecretOf(request)} is not the secret; the header was {request.Headers.Authorization}");
            case "authorization_code":
                return codes.TryRemove(form["code"].ToString(), out var code) && code.IsFor(form) ? Issue(issuer, code.Scope) : Error("invalid_grant");
            case "urn:ietf:params:oauth:grant-type:device_code":
                if (!devices.TryGetValue(form["device_code"].ToString(), out var device))
                    return Error("expired_token");
                // The first time is always too early.
                return device.IsApproved && device.Polls++ > 0 ? Issue(issuer, device.Scope) : Error("authorization_pending");
            case "refresh_token":
                // Each can be used once.
                return refreshTokens.TryRemove(form["refresh_token"].ToString(), out var scope)
                    ? Issue(issuer, scope)
                    : Error("invalid_grant", description: $"{form["refresh_token"]} is not a refresh token");
            default:
                return Error("unsupported_grant_type");
        }
    }

    private IResult Issue(TokenIssuer issuer, string scope, bool refreshes = true)
    {
        string? refresh = null;
        if (refreshes)
            refreshTokens[refresh = NewText()] = scope;
        return Results.Json(new { access_token = issuer.Create(scope, Life()), token_type = "Bearer", expires_in = 3600, refresh_token = refresh });
    }

    // By the header of HTTP basic, whose parts are encoded as those of a form (RFC 6749, section 2.3.1).
    private static string? SecretOf(HttpRequest request)
    {
        if (!AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var header) || header.Scheme != "Basic")
            return null;
        var parts = Encoding.UTF8.GetString(Convert.FromBase64String(header.Parameter!)).Split(':');
        return Uri.UnescapeDataString(parts[0]) == Secrets.ClientId ? Uri.UnescapeDataString(parts[1].Replace('+', ' ')) : null;
    }

    private static IResult Error(string code, int status = 400, string? description = null) => Results.Json(new { error = code, error_description = description }, statusCode: status);

    private static string NewText() => Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(24));

    private sealed class Grant(string scope)
    {
        public string Scope => scope;

        public string? Challenge { get; init; }

        public string? RedirectUri { get; init; }

        public string? UserCode { get; init; }

        public bool IsApproved { get; set; }

        public int Polls { get; set; }

        public bool IsFor(IFormCollection form) =>
            form["client_id"] == Secrets.PublicClientId && form["redirect_uri"] == RedirectUri
            && Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString()))) == Challenge;
    }
}
