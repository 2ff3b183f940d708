using System.Buffers;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using Kiln.Runtime.Text;
using Kiln.Runtime.Timing;

namespace Kiln.Runtime.Authentication;

/// <summary>Sends requests to an authorization server, within limits of time and size, and reads its responses.</summary>
internal sealed class ServerClient(OAuth2Options options)
{
    /// <summary>The longest response that is read, in bytes. Tokens are mostly of a few kilobytes.</summary>
    internal const int MaxBytes = 1024 * 1024;

    // Made for the first request: most processes have no use for it.
    private static readonly Lazy<HttpClient> Shared = new(static () => new(new SocketsHttpHandler
    {
        // A redirect would take the client's secret to where it does not belong.
        AllowAutoRedirect = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    });

    /// <summary>Sends a request and reads the JSON object of its response.</summary>
    /// <param name="request">The request, which is disposed.</param>
    /// <param name="what">The endpoint, for messages: <c>token endpoint</c>.</param>
    /// <param name="secrets">What no message may contain.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="AuthenticationException">There was no response, it is an error, or not a JSON object.</exception>
    public async Task<ServerResponse> SendAsync(HttpRequestMessage request, string what, IReadOnlyCollection<string> secrets, CancellationToken cancellationToken)
    {
        var endpoint = $"The {what} {MessageText.OneLine(request.RequestUri!.GetLeftPart(UriPartial.Path))}";
        using var limit = new TimeLimit(options.Timeout, options.TimeProvider, cancellationToken);
        using (request)
        {
            request.Headers.Accept.Add(new("application/json"));
            try
            {
                var client = options.HttpClient ?? Shared.Value;
                using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token).ConfigureAwait(false);
                var stream = await response.Content.ReadAsStreamAsync(limit.Token).ConfigureAwait(false);
                await using (stream.ConfigureAwait(false))
                {
                    using var body = await ReadAsync(stream, limit.Token).ConfigureAwait(false);
                    return Read(response, body, endpoint, secrets);
                }
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                throw;
            }
            catch (OperationCanceledException e)
            {
                throw Invalid(endpoint, string.Create(CultureInfo.InvariantCulture, $"did not respond within {options.Timeout.TotalSeconds:0.###} seconds"), null, e);
            }
            catch (Exception e) when (e is HttpRequestException or IOException)
            {
                throw Invalid(endpoint, "sent no response: " + Redact(e.Message, secrets).TrimEnd('.'), null, e);
            }
        }
    }

    private static ServerResponse Read(HttpResponseMessage response, Body body, string endpoint, IReadOnlyCollection<string> secrets)
    {
        var status = (int)response.StatusCode;
        if (status is >= 300 and <= 399)
            throw Invalid(endpoint, $"answered {status}, a redirect, which is not followed", status);
        if (body.Length > MaxBytes)
            throw Invalid(endpoint, $"answered {status} with more than {MaxBytes} bytes", status);

        ServerResponse? answer = null;
        JsonException? problem = null;
        try
        {
            answer = ServerResponse.Read(body.Bytes);
        }
        catch (JsonException e)
        {
            problem = e;
        }
        // Some servers send errors with the status of a success.
        if (answer?["error"] is { } error)
            throw Refused(endpoint, status, Redact(error, secrets), Redact(answer["error_description"] ?? "", secrets));
        if (answer is null || status is < 200 or > 299)
            throw Invalid(endpoint, $"answered {status} with {Describe(response.Content.Headers.ContentType, body, answer)}", status, problem);
        return answer;
    }

    private static string Describe(MediaTypeHeaderValue? type, Body body, ServerResponse? answer) => (body.Length, answer, type?.MediaType) switch
    {
        (0, _, _) => "an empty body",
        (_, not null, _) => "JSON that is not an error of OAuth 2.0",
        (_, _, { } media) when !media.EndsWith("json", StringComparison.OrdinalIgnoreCase) => $"{MessageText.OneLine(media)}, which is not JSON",
        _ => "a body that is not a JSON object",
    };

    private static AuthenticationException Refused(string endpoint, int status, string error, string description) =>
        new(AuthenticationFailure.Refused, $"{endpoint} answered {status}: {error}{(description.Length > 0 ? $" ({description})" : "")}.") { ErrorCode = error, StatusCode = status };

    private static AuthenticationException Invalid(string endpoint, string problem, int? status, Exception? inner = null) =>
        new(AuthenticationFailure.InvalidResponse, $"{endpoint} {problem}.", inner) { StatusCode = status };

    // What a server sends may repeat what it was sent, and exceptions end up in logs.
    private static string Redact(string text, IReadOnlyCollection<string> secrets) => MessageText.OneLine(
        secrets.Where(s => s.Length > 0).SelectMany(s => new[] { s, Uri.EscapeDataString(s) }).Aggregate(text, static (shown, secret) => shown.Replace(secret, "***", StringComparison.Ordinal)));

    private static async Task<Body> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var body = new Body();
        try
        {
            await body.FillAsync(stream, cancellationToken).ConfigureAwait(false);
            return body;
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    /// <summary>The beginning of a body, one byte longer than allowed if the body is.</summary>
    private sealed class Body : IDisposable
    {
        private byte[] buffer = ArrayPool<byte>.Shared.Rent(4096);

        public int Length { get; private set; }

        public ReadOnlySpan<byte> Bytes => buffer.AsSpan(0, Length);

        public async Task FillAsync(Stream stream, CancellationToken cancellationToken)
        {
            int read;
            while (Length <= MaxBytes && (read = await stream.ReadAsync(buffer.AsMemory(Length), cancellationToken).ConfigureAwait(false)) > 0)
            {
                Length += read;
                if (Length == buffer.Length)
                    Grow();
            }
        }

        // Cleared, since the pool's next user may show what it gets.
        public void Dispose() => ArrayPool<byte>.Shared.Return(buffer, clearArray: true);

        private void Grow()
        {
            var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
            Bytes.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
            buffer = larger;
        }
    }
}
