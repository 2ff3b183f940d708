using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kiln.Security.Tests.Service;

/// <summary>Where a key is in a request, and which is right.</summary>
internal sealed class KeyOptions : AuthenticationSchemeOptions
{
    /// <summary>Reads the key; null where there is none.</summary>
    public Func<HttpRequest, string?> Read { get; set; } = null!;

    public string Key { get; set; } = null!;
}

/// <summary>Authenticates by a key that the service knows.</summary>
internal sealed class KeyHandler(IOptionsMonitor<KeyOptions> options, ILoggerFactory logger, UrlEncoder encoder) : AuthenticationHandler<KeyOptions>(options, logger, encoder)
{
    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(Authenticate());

    private AuthenticateResult Authenticate()
    {
        if (Options.Read(Request) is not { } key)
            return AuthenticateResult.NoResult();
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(Options.Key))
            ? AuthenticateResult.Success(new(new ClaimsPrincipal(new ClaimsIdentity(Scheme.Name)), Scheme.Name))
            : AuthenticateResult.Fail("The key is wrong.");
    }
}
