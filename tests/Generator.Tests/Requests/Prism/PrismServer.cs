using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Kiln.Generator.Tests.Requests.Prism;

/// <summary>Prism, which serves a document on loopback and validates each request by it. Its script ends it when this program ends, however it ends.</summary>
internal sealed class PrismServer : IAsyncDisposable
{
    private const string Ready = "ready";

    private readonly Process script;

    private PrismServer(Process script, Uri address) => (this.script, Address) = (script, address);

    public Uri Address { get; }

    /// <summary>Serves one of the public documents; skips the current test where Prism cannot be had.</summary>
    public static async Task<PrismServer> Start(string document)
    {
        Assert.SkipUnless(File.Exists("/bin/bash"), "Prism cannot be started here: there is no bash.");
        var port = FreePort();
        string[] arguments = [Checkout.PathOf("tests", "Generator.Tests", "Requests", "Prism", "prism.sh"), Checkout.PathOf("artifacts", "prism"), PublicDocuments.PathOf(document), $"{port}"];
        var script = Process.Start(new ProcessStartInfo("/bin/bash", arguments) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var server = new PrismServer(script, new($"http://127.0.0.1:{port}"));
        var line = await script.StandardOutput.ReadLineAsync();
        if (line == Ready)
            return server;
        await server.DisposeAsync();
        Assert.SkipWhen(line is not null, $"Prism cannot be installed here: {line}.");
        throw new InvalidOperationException("Prism did not start.");
    }

    public async ValueTask DisposeAsync()
    {
        script.StandardInput.Close();
        await script.WaitForExitAsync();
        script.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
