using System.Net.Http.Headers;
using System.Security.Claims;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Kiln.Security.Tests.Support;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Certificate;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace Kiln.Security.Tests.Service;

/// <summary>The schemes of the service, each with a handler of ASP.NET Core under the name that it has in the document.</summary>
internal static class VaultAuthentication
{
    public static void Add(IServiceCollection services, TestNetwork network, AuthorizationServer server, TokenIssuer own)
    {
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddAuthentication()
            .AddKey("headerKey", Secrets.HeaderKey, r => r.Headers["X-Api-Key"])
            .AddKey("queryKey", Secrets.QueryKey, r => r.Query["api_key"])
            .AddKey("appToken", Secrets.AppToken, r => r.Query["token"])
            .AddKey("vendor", Secrets.VendorToken, r => ParameterOf(r, "ApiToken"))
            .AddKey("basic", $"{Secrets.UserName}:{Secrets.Password}", r => ParameterOf(r, "Basic") is { } text ? Encoding.UTF8.GetString(Convert.FromBase64String(text)) : null)
            .AddCookie("session", options =>
            {
                options.Cookie.Name = "vault-session";
                options.Events.OnRedirectToLogin = context => Answer(context.Response, 401);
                options.Events.OnRedirectToAccessDenied = context => Answer(context.Response, 403);
            })
            .AddJwtBearer("bearer", options =>
            {
                options.TokenValidationParameters = new() { ValidIssuer = own.Issuer, ValidAudience = "vault", IssuerSigningKey = own.Key, AuthenticationType = "bearer" };
                options.MapInboundClaims = false;
            })
            .AddJwtBearer("oauth", options => SetAuthority(options, "oauth", server.OAuth.Issuer, network))
            .AddJwtBearer("openId", options => SetAuthority(options, "openId", server.OpenId.Issuer, network))
            .AddCertificate("mutualTls", options =>
            {
                options.AllowedCertificateTypes = CertificateTypes.Chained;
                options.ChainTrustValidationMode = X509ChainTrustMode.CustomRootTrust;
                options.CustomTrustStore = [TestCertificates.Authority];
                options.RevocationMode = X509RevocationMode.NoCheck;
                options.Events = new()
                {
                    OnCertificateValidated = context =>
                    {
                        context.Principal = new(new ClaimsIdentity(context.Scheme.Name));
                        context.Success();
                        return Task.CompletedTask;
                    },
                };
            });
    }

    private static AuthenticationBuilder AddKey(this AuthenticationBuilder builder, string scheme, string key, Func<HttpRequest, string?> read) =>
        builder.AddScheme<KeyOptions, KeyHandler>(scheme, options => (options.Key, options.Read) = (key, read));

    // It finds the keys of the issuer by its metadata.
    private static void SetAuthority(JwtBearerOptions options, string scheme, string issuer, TestNetwork network)
    {
        options.Authority = issuer;
        options.Audience = "vault";
        options.BackchannelHttpHandler = network.CreateHandler();
        options.TokenValidationParameters.AuthenticationType = scheme;
        options.MapInboundClaims = false;
    }

    private static string? ParameterOf(HttpRequest request, string scheme) =>
        AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var header) && header.Scheme == scheme ? header.Parameter : null;

    private static Task Answer(HttpResponse response, int status)
    {
        response.StatusCode = status;
        return Task.CompletedTask;
    }
}
