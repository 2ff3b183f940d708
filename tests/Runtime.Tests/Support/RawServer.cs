using System.Net;
using System.Net.Sockets;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Requests;
using Microsoft.Kiota.Abstractions.Authentication;
using Sample;

namespace Kiln.Runtime.Tests.Support;

/// <summary>A server that sends fixed bytes to whoever connects, and then closes or falls silent: what no web framework lets one do.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Task work;

    public RawServer(byte[] answer, bool fallsSilent = false)
    {
        listener.Start();
        work = ServeAsync(answer, fallsSilent);
    }

    /// <summary>Done when the bytes are sent.</summary>
    public TaskCompletionSource Sent { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public EventsRequestBuilder Events(ReadOptions? options = null) => new SampleClient(
        new ServiceAdapter(new AnonymousAuthenticationProvider(), new($"http://{listener.LocalEndpoint}"), readOptions: options)).Threats["1"];

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await work;
        listener.Stop();
        stop.Dispose();
    }

    private async Task ServeAsync(byte[] answer, bool fallsSilent)
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync(stop.Token);
                var stream = client.GetStream();
                using var request = new StreamReader(stream, leaveOpen: true);
                while (await request.ReadLineAsync(stop.Token) is { Length: > 0 })
                {
                }
                await stream.WriteAsync(answer, stop.Token);
                Sent.TrySetResult();
                if (fallsSilent)
                    await Task.Delay(Timeout.Infinite, stop.Token);
                client.Client.Shutdown(SocketShutdown.Send);
                // Closing with unread bytes would reset the connection and lose what was sent.
                await request.ReadToEndAsync(stop.Token);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or IOException or ObjectDisposedException)
        {
            // The test is over, or its client has gone.
        }
    }
}
