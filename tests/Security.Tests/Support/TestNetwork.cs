using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace Kiln.Security.Tests.Support;

/// <summary>The names of the hosts of a test, which all lead to ports of this machine, and the authority that has issued their certificates.</summary>
internal sealed class TestNetwork
{
    private readonly ConcurrentDictionary<string, int> ports = new(StringComparer.OrdinalIgnoreCase);

    public void Add(string host, int port) => ports[host] = port;

    /// <summary>Lets connections reach the hosts, and trust the authority.</summary>
    public void Configure(SocketsHttpHandler handler)
    {
        handler.ConnectCallback = async (context, cancellationToken) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, ports[context.DnsEndPoint.Host]), cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        };
        handler.SslOptions.CertificateChainPolicy = Trust();
    }

    /// <summary>A handler that follows no redirects and keeps no cookies.</summary>
    public SocketsHttpHandler CreateHandler()
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };
        Configure(handler);
        return handler;
    }

    private static X509ChainPolicy Trust() => new()
    {
        TrustMode = X509ChainTrustMode.CustomRootTrust,
        RevocationMode = X509RevocationMode.NoCheck,
        CustomTrustStore = { TestCertificates.Authority },
    };
}
