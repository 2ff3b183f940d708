using System.Text;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Http;
using Kiln.Runtime.Text;
using Kiln.Runtime.Timing;
using Kiln.Runtime.Wire;
using Microsoft.Kiota.Abstractions;

namespace Kiln.Runtime.Responses;

/// <summary>One response of the service, its headers read and its body not yet.</summary>
internal sealed class RawResponse : IDisposable
{
    // A shorter text may stand in any response by chance.
    private const int ShortestSecret = 6;
    private const int PartialContent = 206;

    private readonly HttpResponseMessage? message;
    private readonly Stream? stream;
    private readonly CallState state;
    private string[]? secrets;

    public RawResponse(HttpResponseMessage message, RequestInformation request, CallState state)
    {
        (this.message, this.state) = (message, state);
        StatusCode = (int)message.StatusCode;
        ReasonPhrase = string.IsNullOrEmpty(message.ReasonPhrase) ? null : message.ReasonPhrase;
        Headers = new(message);
        RequestUri = message.RequestMessage?.RequestUri ?? request.URI;
        Method = MethodOf(message.RequestMessage) ?? request.HttpMethod;
        MethodName = message.RequestMessage?.Method.Method ?? OtherMethod.NameOf(request);
    }

    /// <summary>An adapter that knows nothing of response handlers, such as a mock, gives a stream or nothing; both count as success.</summary>
    public RawResponse(Stream? stream, RequestInformation request, CallState state)
    {
        (this.stream, this.state) = (stream, state);
        StatusCode = 200;
        ReasonPhrase = "OK";
        Headers = ResponseHeaders.Empty;
        RequestUri = request.URI;
        Method = request.HttpMethod;
        MethodName = OtherMethod.NameOf(request);
    }

    public int StatusCode { get; }

    public string? ReasonPhrase { get; }

    public ResponseHeaders Headers { get; }

    public string? ContentType => Headers.GetText("Content-Type");

    /// <summary>How long the body is said to be, in bytes; null if nothing is said, or if it was decompressed.</summary>
    public long? Announced => message?.Content.Headers.ContentLength;

    /// <summary>Where <c>Location</c> leads (RFC 9110, section 10.2.2); null if there is none or several, or it is no URL.</summary>
    public Uri? Location => Headers.LocationFrom(RequestUri);

    /// <summary>Whether the response is a redirect that could not be followed, although the call follows redirects.</summary>
    public bool IsRefusedRedirect => RedirectHandler.RefusalOf(message?.RequestMessage) is not null && !NoRedirectsOption.IsOf(message!.RequestMessage!);

    /// <summary>Whether it is a part of the content because the request has a <c>Range</c> (RFC 9110, section 14.2), as each GET may, whatever its document says.</summary>
    public bool IsRequestedPart => StatusCode == PartialContent && message?.RequestMessage?.Headers.Contains("Range") == true;

    /// <summary>What is wrong with the status code of a success that the document does not have; null for any other.</summary>
    public ContractViolation? Undocumented { get; private set; }

    /// <summary>The URL of the last request, as it may be shown.</summary>
    public Uri? ShownUri => Credentials.Shown(RequestUri, message?.RequestMessage);

    /// <summary>The URL that has answered, after redirects.</summary>
    public Uri RequestUri { get; }

    private Method Method { get; }

    private string MethodName { get; }

    private string[] Secrets => secrets ??= FindSecrets();

    /// <summary>How the rest of a body that breaks off can be asked for; null of one that is read at once.</summary>
    public Continuation? Continuation { get; set; }

    /// <summary>What an observer sees of it; null while nobody observes.</summary>
    public ObservedResponse? Observed { get; private set; }

    /// <summary>The clock of the call's time limits.</summary>
    public TimeProvider Time => state.Time;

    /// <summary>A URL without the query parameters that authentication has added to the request's, which a service may repeat.</summary>
    public Uri WithoutCredentials(Uri url) => Credentials.RemoveFrom(url, state);

    /// <summary>A text of the service without the credentials of the request.</summary>
    public string Redacted(string text) => Redact(text);

    /// <summary>Lets an observer see the response.</summary>
    public void ObserveWith(ObservedResponse? observed)
    {
        Observed = observed;
        if (observed is null)
            return;
        var name = MediaTypeName.Of(ContentType) ?? "";
        observed.Begin(StatusCode, ContentType, MediaTypeName.IsJson(name), MediaTypeName.IsText(name), RequestUri);
    }

    public Task<Stream> OpenAsync(CancellationToken cancellationToken)
    {
        var body = message is null ? Task.FromResult(stream ?? Stream.Null) : message.Content.ReadAsStreamAsync(cancellationToken);
        return Observed is { KeepsBody: true } observed ? ObserveAsync(body, observed) : body;

        static async Task<Stream> ObserveAsync(Task<Stream> body, ObservedResponse observed) => observed.Observe(await body.ConfigureAwait(false));
    }

    /// <summary>Reads the whole body of a successful response; the caller gives the buffer back.</summary>
    /// <exception cref="ResponseBodyException">It is too large, too slow, cut off, or its compression is broken.</exception>
    public async Task<BodyBuffer> ReadAsync(ReadOptions options, CancellationToken cancellationToken)
    {
        ThrowIfAnnouncedTooLarge(options);
        var buffer = new BodyBuffer(Announced);
        try
        {
            if (!await FillAsync(buffer, options.MaxBodyBytes, options.BodyTimeout, cancellationToken).ConfigureAwait(false))
                throw TooLarge(options, buffer.Memory);
            return buffer;
        }
        catch (Exception e)
        {
            using (buffer)
            {
                if (IsBroken(e))
                    throw BrokenOff(e, buffer.Memory);
                throw;
            }
        }
    }

    /// <exception cref="ResponseBodyException">The response says itself that its body is larger than allowed.</exception>
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

    /// <param name="body">What is kept of the body.</param>
    /// <param name="isCut">Whether more of it follows, or followed.</param>
    /// <param name="start">Its offset in the body, in bytes.</param>
    /// <param name="isOfStream">Whether it is an error in the stream of a successful response.</param>
    /// <param name="description">What the document says of the response.</param>
    public ResponseDetails Describe(ReadOnlyMemory<byte> body = default, bool isCut = false, long start = 0, bool isOfStream = false, string? description = null) => new()
    {
        Method = Method,
        MethodName = MethodName,
        RequestUri = ShownUri,
        StatusCode = StatusCode,
        ReasonPhrase = ReasonPhrase is null ? null : Redact(ReasonPhrase),
        Headers = Redact(Headers),
        ContentType = ContentType,
        BodyText = Redact(BodyText.Decode(body.Span, ContentType, isCut)),
        BodyBytes = Redact(body[..Math.Min(body.Length, BodyText.MaxBytes)]),
        Description = description,
        IsBodyTruncated = isCut || body.Length > BodyText.MaxBytes,
        BodyTextStart = start,
        IsOfStream = isOfStream,
        Undocumented = Undocumented,
        Refusal = StatusCode is >= 300 and <= 399 ? RedirectHandler.RefusalOf(message?.RequestMessage) : null,
    };

    public ResponseBodyException Unreadable(string problem, ReadOnlyMemory<byte> body = default, bool isCut = false, Exception? inner = null, long start = 0) =>
        new(Describe(body, isCut, start), Redact(problem), inner: inner);

    /// <summary>The exception of a body whose JSON cannot be read.</summary>
    public ResponseBodyException Unreadable(WireFormatException e, ReadOnlyMemory<byte> body, long start = 0)
    {
        if (e.Violation is null)
            Observed?.Add(new(e.Path ?? "$", "well-formed JSON", $"a body {ReceivedBody.OfType(ContentType)}that cannot be read"));
        if (start == 0 && e.Violation is null && ReceivedBody.Instead(ContentType, body.Span) is { } other)
            return Unreadable(other, body);
        var (reason, path) = (Redact(e.Reason), Redact(e.Path ?? "$"));
        // The inner exception says no more than this one does, and must not say what this one does not.
        var inner = reason == e.Reason && path == (e.Path ?? "$") && e.Violation == Without(e.Violation) ? e : null;
        return e.Violation is { } violation
            ? new ContractViolationException(Describe(body, start: start), Without(violation)!, e.ByteOffset, inner)
            : new ResponseBodyException(Describe(body, start: start), ReceivedBody.OfType(ContentType) + "that cannot be read: " + reason, path, e.ByteOffset, inner);
    }

    /// <summary>Reports that the document does not have the status code of this success.</summary>
    /// <exception cref="ContractViolationException">The mode is strict.</exception>
    public async ValueTask ReportAsync(ContractViolation violation, ReadOptions options, CancellationToken cancellationToken)
    {
        Observed?.Add(violation);
        if (options.Mode == ContractMode.Strict)
            throw await UndocumentedAsync(violation, options, cancellationToken).ConfigureAwait(false);
        Undocumented = violation;
        options.OnViolation?.Invoke(violation);
    }

    /// <summary>The exception of a success that cannot be read, as the document does not have its status code. Keeps the beginning of the body.</summary>
    public async Task<ContractViolationException> UndocumentedAsync(ContractViolation violation, ReadOptions options, CancellationToken cancellationToken)
    {
        var (body, isCut) = await ReadErrorAsync(options, cancellationToken).ConfigureAwait(false);
        using (body)
            return new(Describe(body.Memory, isCut), violation);
    }

    public void Dispose()
    {
        message?.Dispose();
        stream?.Dispose();
        Observed?.Complete();
    }

    public ResponseBodyException TooLarge(ReadOptions options, ReadOnlyMemory<byte> received, long start = 0) =>
        Unreadable($"of more than the {options.MaxBodyBytes} bytes that are allowed", received, isCut: true, start: start);

    public ResponseBodyException ItemTooLarge(ReadOptions options, ReadOnlyMemory<byte> received, long start) =>
        Unreadable($"that has an item of more than the {options.MaxBodyBytes} bytes that are allowed", received, isCut: true, start: start);

    public ResponseBodyException BrokenOff(Exception e, ReadOnlyMemory<byte> received, long start = 0) =>
        Unreadable("that broke off: " + MessageText.OneLine(e.Message).TrimEnd('.'), received, isCut: true, inner: e, start: start);

    // Streams of connections and of decompression fail in many ways, handlers of the caller's in any. An exception that is one of ours already has said all.
    internal static bool IsBroken(Exception e) => e is not (OperationCanceledException or ServiceException or OutOfMemoryException);

    private async Task<bool> FillAsync(BodyBuffer buffer, long size, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var remaining = state.Remaining;
        if (remaining != TimeSpan.MaxValue && (timeout == Timeout.InfiniteTimeSpan || timeout > remaining))
            timeout = remaining;
        using var limit = new TimeLimit(timeout, Time, cancellationToken);
        try
        {
            var body = await OpenAsync(limit.Token).ConfigureAwait(false);
            await using (body.ConfigureAwait(false))
                return await buffer.FillAsync(body, size, limit.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is OperationCanceledException || (TimeLimit.MayBeCanceled(e) && limit.Token.IsCancellationRequested))
        {
            var why = limit.Explain(e, "it did not arrive");
            throw why is OperationCanceledException && !cancellationToken.IsCancellationRequested ? new IOException(e.Message, e) : why; // a handler's own token
        }
    }

    // Redirects may have changed it. The usual one is told without reflection, which a process would have to wait for.
    private static Method? MethodOf(HttpRequestMessage? sent) =>
        sent?.Method == HttpMethod.Get ? Method.GET : Enum.TryParse<Method>(sent?.Method.Method, ignoreCase: true, out var method) ? method : null;

    /// <summary>A service may repeat what it was asked with, credentials included, and exceptions end up in logs.</summary>
    private string Redact(string text) => Secrets.Aggregate(text, static (shown, secret) => shown.Replace(secret, "***", StringComparison.Ordinal));

    private ReadOnlyMemory<byte> Redact(ReadOnlyMemory<byte> body)
    {
        if (body.IsEmpty)
            return default;
        var encoding = BodyText.EncodingOf(ContentType) ?? Encoding.UTF8;
        return Secrets.Aggregate(body.ToArray(), (shown, secret) => BodyText.Replace(shown, encoding.GetBytes(secret), encoding.GetBytes("***")));
    }

    private ContractViolation? Without(ContractViolation? violation) => violation is null
        ? null
        : violation with { Path = Redact(violation.Path), Found = Redact(violation.Found) };

    private ResponseHeaders Redact(ResponseHeaders headers) => headers.Values.Any(values => values.Any(v => Redact(v) != v))
        ? new(headers.Select(h => KeyValuePair.Create(h.Key, h.Value.Select(Redact))))
        : headers;

    // Each as it was sent, as it stands in a URL, and with the slashes of Base64 as some writers of JSON escape them.
    private string[] FindSecrets() => message?.RequestMessage is not { } request
        ? []
        : [.. Credentials.ValuesIn(request)
            .Where(secret => secret.Length >= ShortestSecret)
            .SelectMany(secret => new[] { secret, Uri.EscapeDataString(secret), secret.Replace("/", "\\/") })
            .Distinct()];
}
