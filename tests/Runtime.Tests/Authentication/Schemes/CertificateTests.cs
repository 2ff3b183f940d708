using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Kiln.Runtime.Authentication;
using Kiln.Runtime.Requests;
using Kiln.Runtime.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Logging;
using Sample;
using static Kiln.Runtime.Tests.Authentication.AuthenticatedCall;

namespace Kiln.Runtime.Tests.Authentication.Schemes;

/// <summary>Mutual TLS: the certificate is presented to the service for the operations that need it, and to nobody else.</summary>
public sealed class CertificateTests
{
    private static readonly MutualTlsScheme Scheme = new("mtls");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_service_sees_the_certificate_where_it_is_needed()
    {
        using var own = Certificate("client");
        await using var server = await TlsServer.StartAsync();
        var client = Client(server, AnyOf([Scheme]), Credential.Certificate(Scheme, own));

        await client.Threats["1"].GetAsync(cancellationToken: Token);
        await client.Threats["1"].GetAsync(r => r.Options.Add(SecurityRequirement.None), Token);
        await client.Threats["1"].GetAsync(cancellationToken: Token);

        Assert.Equal([own.Thumbprint, null, own.Thumbprint], server.Seen);
    }

    [Fact]
    public async Task A_redirect_to_another_origin_does_not_present_it()
    {
        using var own = Certificate("client");
        await using var other = await TlsServer.StartAsync();
        await using var server = await TlsServer.StartAsync(other.Url);

        await Client(server, AnyOf([Scheme]), Credential.Certificate(Scheme, own)).Threats["1"].GetAsync(cancellationToken: Token);

        Assert.Equal([own.Thumbprint], server.Seen);
        Assert.Equal([null], other.Seen);
    }

    [Fact]
    public void A_client_of_the_callers_own_presents_its_own()
    {
        using var own = Certificate("client");
        using var http = new HttpClient();
        Uri url = new("https://h.example");

        var e = Assert.Throws<ArgumentException>(() => new ServiceRequestAdapter(new CredentialAuthenticationProvider([Credential.Certificate(Scheme, own)], null, [url]), url, http));
        using var adapter = new ServiceRequestAdapter(new CredentialAuthenticationProvider([Credential.Certificate(Scheme)], null, [url]), url, http);

        Assert.Contains("SslOptions", e.Message);
    }

    [Fact]
    public void A_certificate_without_its_key_is_refused()
    {
        using var own = Certificate("client");
        using var shown = X509CertificateLoader.LoadCertificate(own.RawData);

        Assert.Equal("certificate", Assert.Throws<ArgumentException>(() => Credential.Certificate(Scheme, shown)).ParamName);
    }

    // It trusts the server of the test.
    private static SampleClient Client(TlsServer server, SecurityRequirement requirement, Credential credential) => new(new ServiceRequestAdapter(
        new ClientOptions(credential) { Server = server.Url, ConfigureConnections = handler => handler.SslOptions.RemoteCertificateValidationCallback = (_, _, _, _) => true },
        security: requirement));

    private static X509Certificate2 Certificate(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        // As a file has it: some systems cannot use a key that exists in memory only.
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }

    private sealed class TlsServer : IAsyncDisposable
    {
        private readonly WebApplication app;

        private TlsServer(WebApplication app) => this.app = app;

        public Uri Url => new(app.Urls.First());

        public List<string?> Seen { get; } = [];

        public static async Task<TlsServer> StartAsync(Uri? redirect = null)
        {
            var certificate = Certificate("localhost");
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseKestrelHttpsConfiguration();
            builder.WebHost.ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate, https =>
            {
                https.ClientCertificateMode = ClientCertificateMode.AllowCertificate;
                https.AllowAnyClientCertificate();
            })));
            var app = builder.Build();
            var server = new TlsServer(app);
            app.Run(async context =>
            {
                lock (server.Seen)
                    server.Seen.Add(context.Connection.ClientCertificate?.Thumbprint);
                if (redirect is null)
                {
                    await context.Response.WriteAsync(Json.Page(null), context.RequestAborted);
                    return;
                }
                context.Response.StatusCode = 307;
                context.Response.Headers.Location = redirect.AbsoluteUri;
            });
            await app.StartAsync(Token);
            return server;
        }

        public async ValueTask DisposeAsync() => await app.DisposeAsync();
    }
}
