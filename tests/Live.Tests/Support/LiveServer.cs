using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Kiln.Live.Tests.Support;

/// <summary>A server of a Debian package on loopback, in a folder of its own. Its script ends it when this program ends, however it ends.</summary>
public abstract class LiveServer(string name) : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("kiln-live-").FullName;
    private Process? script;
    private string? missing;

    /// <summary>The folder of the server.</summary>
    protected string Folder => folder;

    public Uri Url { get; private set; } = null!;

    /// <summary>Skips the current test where the server cannot be had.</summary>
    public void Require() => Assert.SkipWhen(missing is not null, $"The server cannot be installed here: {missing}.");

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists("/bin/bash"))
        {
            missing = "there is no bash";
            return;
        }
        Url = new($"http://127.0.0.1:{FreePort()}");
        script = Process.Start(new ProcessStartInfo("/bin/bash", [Path.Combine(AppContext.BaseDirectory, "serve.sh"), name, folder, $"{Url.Port}"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var line = await script.StandardOutput.ReadLineAsync();
        if (line != "ready")
            missing = line ?? throw new InvalidOperationException($"{name} did not start.");
    }

    public async ValueTask DisposeAsync()
    {
        if (script is not null)
        {
            script.StandardInput.Close();
            await script.WaitForExitAsync();
            script.Dispose();
        }
        Directory.Delete(folder, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
