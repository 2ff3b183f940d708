using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Kiln.Security.Tests.Service;

/// <summary>Signs the tokens of one issuer.</summary>
/// <param name="issuer">The URL of the issuer.</param>
internal sealed class TokenIssuer(string issuer)
{
    private readonly ECDsaSecurityKey key = new(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = "1" };

    public string Issuer { get; } = issuer;

    public SecurityKey Key => key;

    /// <summary>The keys by which others check the tokens (RFC 7517).</summary>
    public object Keys
    {
        get
        {
            var point = key.ECDsa.ExportParameters(includePrivateParameters: false).Q;
            return new { keys = new[] { new { kty = "EC", use = "sig", alg = "ES256", crv = "P-256", kid = key.KeyId, x = Base64UrlEncoder.Encode(point.X), y = Base64UrlEncoder.Encode(point.Y) } } };
        }
    }

    public string Create(string scope, TimeSpan life) => new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
    {
        Issuer = Issuer,
        Audience = "vault",
        // Long before now, for a token that has expired already.
        NotBefore = DateTime.UtcNow.AddDays(-1),
        Expires = DateTime.UtcNow + life,
        Claims = new Dictionary<string, object> { ["scope"] = scope, ["jti"] = Guid.NewGuid().ToString() },
        SigningCredentials = new(key, SecurityAlgorithms.EcdsaSha256),
    });
}
