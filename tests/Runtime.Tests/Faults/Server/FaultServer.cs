using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Requests;
using Kiln.Runtime.Tests.Support;
using Microsoft.Kiota.Abstractions.Authentication;
using Sample;

namespace Kiln.Runtime.Tests.Faults.Server;

/// <summary>
/// A server on loopback that answers each request with the bytes that a script says, in pieces, with stalls, cuts and resets: what no web framework
/// lets one do. It counts its connections and keeps the requests.
/// </summary>
internal sealed class FaultServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Func<Received, Reply> script;
    private readonly ConcurrentDictionary<Task, bool> conversations = new();
    private readonly Task accepting;
    private readonly object gate = new();
    private TaskCompletionSource noneOpen = Done();
    private int connections;
    private int open;
    private long bytesSent;

    /// <summary>Starts to listen.</summary>
    /// <param name="script">The reply to a request. Called for several requests at the same time where there are several connections.</param>
    public FaultServer(Func<Received, Reply> script)
    {
        this.script = script;
        listener.Start(512);
        Url = new($"http://{listener.LocalEndpoint}");
        accepting = AcceptAsync();
    }

    /// <summary>A server with one reply to everything.</summary>
    public FaultServer(Reply reply)
        : this(_ => reply)
    {
    }

    /// <summary>Where it listens, or listened.</summary>
    public Uri Url { get; }

    /// <summary>Resets each connection as soon as it is there, before a request is read.</summary>
    public bool ResetsConnections { get; init; }

    /// <summary>How many connections were made.</summary>
    public int Connections => Volatile.Read(ref connections);

    /// <summary>How many connections there are.</summary>
    public int OpenConnections => Volatile.Read(ref open);

    /// <summary>How many bytes were handed to the network.</summary>
    public long BytesSent => Volatile.Read(ref bytesSent);

    /// <summary>What was received, in its order.</summary>
    public ConcurrentQueue<Received> Requests { get; } = new();

    /// <summary>Done when the first reply is sent, up to its first stall.</summary>
    public TaskCompletionSource Sent { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>A client of the server, without credentials.</summary>
    public EventsRequestBuilder Events(ReadOptions? options = null) =>
        new SampleClient(new ServiceRequestAdapter(new AnonymousAuthenticationProvider(), Url, readOptions: options)).Threats["1"];

    /// <summary>Refuses connections from now on.</summary>
    public void Refuse() => listener.Stop();

    /// <summary>Waits until the clients have closed all connections.</summary>
    public Task WaitUntilNoneIsOpenAsync(CancellationToken cancellationToken)
    {
        lock (gate)
            return noneOpen.Task.WaitAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await accepting;
        await Task.WhenAll(conversations.Keys);
        stop.Dispose();
    }

    private static TaskCompletionSource Done()
    {
        var done = new TaskCompletionSource();
        done.SetResult();
        return done;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var socket = await listener.AcceptSocketAsync(stop.Token);
                Count(1);
                var conversation = Task.Run(() => ServeAsync(socket));
                conversations.TryAdd(conversation, true);
                _ = conversation.ContinueWith(t => conversations.TryRemove(t, out _), TaskScheduler.Default);
            }
        }
        catch (Exception e) when (IsOver(e) || e is InvalidOperationException)
        {
            // The test is over, or the server refuses: a listener that was stopped says that it does not listen.
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        try
        {
            using (socket)
            {
                socket.NoDelay = true;
                if (ResetsConnections)
                    socket.LingerState = new(true, 0);
                else
                    await ConverseAsync(socket);
            }
        }
        catch (Exception e) when (IsOver(e))
        {
            // The test is over, or its client has gone.
        }
        finally
        {
            Count(-1);
        }
    }

    private async Task ConverseAsync(Socket socket)
    {
        var requests = new RequestReader(socket);
        while (await requests.ReadAsync(stop.Token) is { } request)
        {
            Requests.Enqueue(request);
            var reply = script(request);
            var isWhole = await SendAsync(socket, reply);
            Sent.TrySetResult();
            switch (isWhole ? reply.Ending : Ending.Close)
            {
                case Ending.Reset:
                    socket.LingerState = new(true, 0);
                    return;
                case Ending.Close:
                    socket.Shutdown(SocketShutdown.Send);
                    // Closing with unread bytes would reset the connection and lose what was sent.
                    await requests.SkipAllAsync(stop.Token);
                    return;
            }
        }
    }

    /// <returns>False where the reply ended before all of it was sent.</returns>
    private async Task<bool> SendAsync(Socket socket, Reply reply)
    {
        var left = reply.EndsAt ?? long.MaxValue;
        foreach (var part in reply.Parts)
        {
            if (part is Part.Stall stall)
            {
                Sent.TrySetResult();
                await WaitAsync(socket, stall);
                continue;
            }
            var (bytes, times, piece, pause) = part switch
            {
                Part.Bytes b => (b.Content, 1L, int.MaxValue, TimeSpan.Zero),
                Part.Repeated r => (r.Content, r.Times, int.MaxValue, TimeSpan.Zero),
                Part.Drip d => (d.Content, d.Times, 1, d.Pause),
                _ => throw new NotSupportedException(part.ToString()),
            };
            for (; times > 0; times--)
            {
                for (var at = 0; at < bytes.Length;)
                {
                    var count = (int)Math.Min(Math.Min(bytes.Length - at, piece), left);
                    if (count == 0)
                        return false;
                    at += await socket.SendAsync(bytes.Slice(at, count), stop.Token);
                    left -= count;
                    Interlocked.Add(ref bytesSent, count);
                    if (pause > TimeSpan.Zero)
                        await Task.Delay(pause, stop.Token);
                }
            }
        }
        return true;
    }

    /// <summary>Waits for the signal. A client that closes its side meanwhile ends the conversation, as nobody is there to read on.</summary>
    private async Task WaitAsync(Socket socket, Part.Stall stall)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop.Token);
        var signal = (stall.Until ?? Task.Delay(Timeout.Infinite, over.Token)).WaitAsync(over.Token);
        var gone = socket.ReceiveAsync(new byte[1], SocketFlags.Peek, over.Token).AsTask();
        var first = await Task.WhenAny(signal, gone);
        var isGone = first == gone && !(gone.IsCompletedSuccessfully && gone.Result > 0);
        if (first == gone && !isGone)
            await signal;
        await over.CancelAsync();
        await Task.WhenAny(Task.WhenAll(signal, gone));
        if (isGone)
            throw new IOException("The client has gone.");
        await signal;
    }

    private void Count(int change)
    {
        lock (gate)
        {
            open += change;
            if (change > 0)
                connections++;
            if (open == 0)
                noneOpen.TrySetResult();
            else if (noneOpen.Task.IsCompleted)
                noneOpen = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    private static bool IsOver(Exception e) => e is OperationCanceledException or SocketException or IOException or ObjectDisposedException;
}
