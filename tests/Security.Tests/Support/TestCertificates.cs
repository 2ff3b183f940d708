using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Kiln.Security.Tests.Support;

/// <summary>A certificate authority that exists for one run of the tests, and what it has issued.</summary>
internal static class TestCertificates
{
    public static X509Certificate2 Authority { get; } = CreateAuthority("Test authority");

    /// <summary>The certificate of the servers.</summary>
    public static X509Certificate2 Server { get; } = Issue(Authority, "CN=vault.example", "1.3.6.1.5.5.7.3.1", "vault.example", "id.example", "other.example");

    /// <summary>The certificate of a client that the service knows.</summary>
    public static X509Certificate2 Client { get; } = Issue(Authority, "CN=client", "1.3.6.1.5.5.7.3.2");

    /// <summary>The certificate of a client that another authority has issued.</summary>
    public static X509Certificate2 Stranger { get; } = Issue(CreateAuthority("Other authority"), "CN=client", "1.3.6.1.5.5.7.3.2");

    private static X509Certificate2 CreateAuthority(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow.AddDays(1));
    }

    private static X509Certificate2 Issue(X509Certificate2 authority, string subject, string usage, params string[] hosts)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new(usage)], true));
        if (hosts.Length > 0)
        {
            var names = new SubjectAlternativeNameBuilder();
            foreach (var host in hosts)
                names.AddDnsName(host);
            request.CertificateExtensions.Add(names.Build());
        }
        using var issued = request.Create(authority, DateTimeOffset.UtcNow.AddMinutes(-30), DateTimeOffset.UtcNow.AddHours(12), RandomNumberGenerator.GetBytes(8));
        using var withKey = issued.CopyWithPrivateKey(key);
        // The key of a certificate that is used for TLS must not be bound to the key object.
        return X509CertificateLoader.LoadPkcs12(withKey.Export(X509ContentType.Pkcs12), null);
    }
}
