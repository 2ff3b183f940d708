using Kiln.Runtime.Contracts;
using Microsoft.Kiota.Abstractions;

namespace Kiln.Runtime.Responses;

/// <summary>One answer of the service, its headers read and its body not yet.</summary>
internal sealed class Answer : IDisposable
{
    private readonly HttpResponseMessage? message;
    private readonly Stream? stream;

    public Answer(HttpResponseMessage message, RequestInformation request)
    {
        this.message = message;
        StatusCode = (int)message.StatusCode;
        Reason = string.IsNullOrEmpty(message.ReasonPhrase) ? null : message.ReasonPhrase;
        Headers = new(message);
        RequestUri = message.RequestMessage?.RequestUri ?? request.URI;
        Method = Enum.TryParse<Method>(message.RequestMessage?.Method.Method, ignoreCase: true, out var method) ? method : request.HttpMethod;
    }

    /// <summary>An adapter that knows nothing of response handlers, such as a mock, gives a stream or nothing; both count as success.</summary>
    public Answer(Stream? stream, RequestInformation request)
    {
        this.stream = stream;
        StatusCode = 200;
        Reason = "OK";
        Headers = ResponseHeaders.Empty;
        RequestUri = request.URI;
        Method = request.HttpMethod;
    }

    public int StatusCode { get; }

    public string? Reason { get; }

    public ResponseHeaders Headers { get; }

    public string? ContentType => Headers.GetText("Content-Type");

    public bool IsSuccess => StatusCode is >= 200 and <= 299;

    private long? Announced => message?.Content.Headers.ContentLength;

    private Uri RequestUri { get; }

    private Method Method { get; }

    public async Task<Stream> OpenAsync(CancellationToken cancellationToken) =>
        message is null ? stream ?? Stream.Null : await message.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>Reads the whole body of a successful answer; the caller gives the buffer back.</summary>
    /// <exception cref="ResponseBodyException">It is too large, too slow, cut off, or its compression is broken.</exception>
    public async Task<BodyBuffer> ReadAsync(ReadOptions options, CancellationToken cancellationToken)
    {
        ThrowIfAnnouncedTooLarge(options);
        var buffer = new BodyBuffer(Announced);
        try
        {
            if (!await FillAsync(buffer, options.MaxBodyBytes, options.BodyTimeout, cancellationToken).ConfigureAwait(false))
                throw Unreadable($"of more than the {options.MaxBodyBytes} bytes that are allowed", buffer.Memory, isCut: true);
            return buffer;
        }
        catch (Exception e)
        {
            using (buffer)
            {
                if (IsBroken(e))
                    throw Unreadable("that broke off: " + e.Message, buffer.Memory, isCut: true, inner: e);
                throw;
            }
        }
    }

    /// <exception cref="ResponseBodyException">The answer says itself that its body is larger than allowed.</exception>
    public void ThrowIfAnnouncedTooLarge(ReadOptions options)
    {
        if (Announced > options.MaxBodyBytes)
            throw Unreadable($"of {Announced} bytes, which is more than the {options.MaxBodyBytes} that are allowed");
    }

    /// <summary>Reads an error's body as far as it is kept. Says nothing of a body that breaks off: the status matters more.</summary>
    public async Task<(BodyBuffer Body, bool IsCut)> ReadErrorAsync(ReadOptions options, CancellationToken cancellationToken)
    {
        var buffer = new BodyBuffer(null);
        try
        {
            return (buffer, !await FillAsync(buffer, BodyText.MaxBytes, options.BodyTimeout, cancellationToken).ConfigureAwait(false));
        }
        catch (Exception e) when (IsBroken(e))
        {
            return (buffer, true);
        }
        catch
        {
            buffer.Dispose();
            throw;
        }
    }

    public ServiceError Describe(ReadOnlyMemory<byte> body = default, bool isCut = false) => new()
    {
        Method = Method,
        RequestUri = RequestUri,
        StatusCode = StatusCode,
        Reason = Reason,
        Headers = Headers,
        ContentType = ContentType,
        BodyText = BodyText.Decode(body.Span, ContentType, isCut),
        IsBodyTruncated = isCut || body.Length > BodyText.MaxBytes,
    };

    public ResponseBodyException Unreadable(string problem, ReadOnlyMemory<byte> body = default, bool isCut = false, Exception? inner = null) =>
        new(Describe(body, isCut), problem, inner: inner);

    public void Dispose()
    {
        message?.Dispose();
        stream?.Dispose();
    }

    // InvalidDataException is what a decompressing stream throws.
    internal static bool IsBroken(Exception e) => e is IOException or InvalidDataException or HttpRequestException or TimeoutException;

    private async Task<bool> FillAsync(BodyBuffer buffer, long limit, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timer.CancelAfter(timeout);
        try
        {
            var body = await OpenAsync(timer.Token).ConfigureAwait(false);
            await using (body.ConfigureAwait(false))
                return await buffer.FillAsync(body, limit, timer.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested && timer.IsCancellationRequested)
        {
            throw new TimeoutException($"it did not arrive within {timeout.TotalSeconds:0.###} seconds", e);
        }
    }
}
