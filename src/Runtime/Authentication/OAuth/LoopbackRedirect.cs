using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Kiln.Runtime.Authentication;

/// <summary>Receives the redirect of a sign-in with a browser on this machine (RFC 8252, section 7.3). Thread-safe, for one sign-in at a time on a port.</summary>
public static class LoopbackRedirect
{
    private const int MaxRequestBytes = 16 * 1024;

    private static readonly TimeSpan ConnectionTimeout = TimeSpan.FromSeconds(10);

    /// <summary>Opens the authorization URL and waits for the browser at the URL of its <c>redirect_uri</c>, such as <c>http://127.0.0.1:8400/</c>. It listens on this machine only.</summary>
    /// <param name="authorizationUrl">The authorization URL.</param>
    /// <param name="open">Opens the URL in a browser.</param>
    /// <param name="cancellationToken">A token to end the wait.</param>
    /// <returns>The redirect URL with its query.</returns>
    /// <exception cref="ArgumentException">The <c>redirect_uri</c> is not an http URL with an IP address or name of this machine.</exception>
    /// <exception cref="SocketException">The port is in use.</exception>
    public static async ValueTask<Uri> ReceiveAsync(Uri authorizationUrl, Action<Uri> open, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(authorizationUrl);
        ArgumentNullException.ThrowIfNull(open);
        var redirect = RedirectOf(authorizationUrl);
        var address = redirect.HostNameType == UriHostNameType.IPv6 ? IPAddress.IPv6Loopback : IPAddress.Loopback;
        using var listener = new TcpListener(address, redirect.Port);
        listener.Start();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            var received = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
            var accepting = AcceptAsync(listener, redirect, received, stop.Token);
            open(authorizationUrl);
            await (await Task.WhenAny(received.Task, accepting).ConfigureAwait(false)).ConfigureAwait(false);
            return await received.Task.ConfigureAwait(false);
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
        }
    }

    // Browsers also open connections that they do not use, and ask for icons: one connection does not wait for another.
    private static async Task AcceptAsync(TcpListener listener, Uri redirect, TaskCompletionSource<Uri> received, CancellationToken cancellationToken)
    {
        while (true)
        {
            var connection = await listener.AcceptTcpClientAsync(cancellationToken).ConfigureAwait(false);
            _ = AnswerAsync(connection, redirect, received, cancellationToken);
        }
    }

    private static Uri RedirectOf(Uri authorizationUrl)
    {
        var parameter = authorizationUrl.Query.TrimStart('?').Split('&').FirstOrDefault(p => p.StartsWith("redirect_uri=", StringComparison.Ordinal));
        return Uri.TryCreate(Uri.UnescapeDataString(parameter?["redirect_uri=".Length..] ?? ""), UriKind.Absolute, out var redirect) && redirect is { Scheme: "http", IsLoopback: true }
            ? redirect
            : throw new ArgumentException("The redirect_uri of the authorization URL must be an http URL of this machine.", nameof(authorizationUrl));
    }

    private static async Task AnswerAsync(TcpClient connection, Uri redirect, TaskCompletionSource<Uri> received, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(ConnectionTimeout);
        Uri? url = null;
        try
        {
            using (connection)
            {
                var stream = connection.GetStream();
                var target = await ReadTargetAsync(stream, limit.Token).ConfigureAwait(false);
                // Anything else has come to the port by chance.
                url = target is not null && Uri.TryCreate(redirect, target, out var asked) && asked.AbsolutePath == redirect.AbsolutePath && asked.Query.Length > 1 ? asked : null;
                var (status, text) = url is null ? ("404 Not Found", "Not found.") : ("200 OK", "You can close this window now.");
                var response = $"HTTP/1.1 {status}\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: {text.Length}\r\nConnection: close\r\nCache-Control: no-store\r\n\r\n{text}";
                await stream.WriteAsync(Encoding.ASCII.GetBytes(response), limit.Token).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException)
        {
            // Whether the browser reads the response does not matter.
        }
        if (url is not null)
            received.TrySetResult(url);
    }

    /// <summary>The target of a GET (RFC 9112, section 3.1), read with all headers of the request; null for anything else.</summary>
    private static async Task<string?> ReadTargetAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        var buffer = new byte[MaxRequestBytes];
        var length = 0;
        while (length < buffer.Length)
        {
            var read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
            if (read == 0)
                return null;
            length += read;
            var text = Encoding.ASCII.GetString(buffer, 0, length);
            if (!text.Contains("\r\n\r\n", StringComparison.Ordinal))
                continue;
            return text[..text.IndexOf("\r\n", StringComparison.Ordinal)].Split(' ') is ["GET", var target, _] && target.StartsWith('/') && !target.StartsWith("//", StringComparison.Ordinal)
                ? target
                : null;
        }
        return null;
    }
}
