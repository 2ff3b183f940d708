using System.Runtime.CompilerServices;
using System.Text;
using Kiln.Runtime.Requests;
using Kiln.Runtime.Responses;

namespace Kiln.Testing;

/// <summary>
/// The answers to calls that return a <typeparamref name="T"/>. The first answer is for the first call, each further one for the next, and the last one for all calls that
/// follow. Thread-safe.
/// </summary>
/// <typeparam name="T">The type of the body; <see cref="NoContent"/> if there is none.</typeparam>
public class CallSetup<T> : CallSetup
{
    private readonly ExpectedResponse? expected;

    internal CallSetup(RecordedCall call)
        : base(call.Pattern) => expected = call.Expected;

    private protected ExpectedResponse Expected =>
        expected ?? throw new InvalidOperationException("The call is not one of an SDK by Kiln, so that its values cannot be written. Use ReturnsJson, ReturnsText or ReturnsBytes.");

    /// <summary>Answers with a body, which is written as JSON, text or bytes as the document says; with 204 for null and <see cref="NoContent"/>.</summary>
    /// <param name="body">The body. It is written at once: later changes do not count.</param>
    /// <param name="configure">Sets the status code, headers and a delay.</param>
    /// <exception cref="ArgumentException">The body cannot be written.</exception>
    public CallSetup<T> Returns(T body, Action<FakeResponse>? configure = null) => Respond(Written(Expected.Write(body)), configure);

    /// <summary>Answers with a body that is made of the request.</summary>
    /// <param name="body">Makes the body. It may be called by several calls at once; what it throws is thrown by the call.</param>
    /// <param name="configure">Sets the status code, headers and a delay.</param>
    public CallSetup<T> Returns(Func<RecordedRequest, T> body, Action<FakeResponse>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(body);
        var writer = Expected;
        Add(request => Configured(Written(writer.Write(body(request))), configure));
        return this;
    }

    /// <summary>Answers with an error of the type that the document describes for the status code. The call throws the exception that the SDK has for it, a <see cref="ServiceException{TError}"/>.</summary>
    /// <param name="statusCode">The status code.</param>
    /// <param name="error">The error.</param>
    /// <param name="configure">Sets headers and a delay.</param>
    /// <exception cref="ArgumentException">The document describes none for the status code, or one of another type; or the error cannot be written.</exception>
    public CallSetup<T> ReturnsError<TError>(int statusCode, TError error, Action<FakeResponse>? configure = null)
    {
        var response = Written(Expected.WriteError(statusCode, error));
        response.StatusCode = statusCode;
        return Respond(response, configure);
    }

    /// <summary>Answers without a body: with 204 for a call that returns nothing, or with an error such as 503.</summary>
    /// <param name="statusCode">The status code.</param>
    /// <param name="configure">Sets headers and a delay.</param>
    public CallSetup<T> ReturnsStatus(int statusCode, Action<FakeResponse>? configure = null) => Respond(new(statusCode), configure);

    /// <summary>Answers with JSON exactly as it is given, right or wrong.</summary>
    /// <param name="json">The JSON text.</param>
    /// <param name="configure">Sets the status code, headers and a delay.</param>
    public CallSetup<T> ReturnsJson(string json, Action<FakeResponse>? configure = null) => ReturnsText(json, "application/json", configure);

    /// <summary>Answers with a text in UTF-8.</summary>
    /// <param name="text">The text.</param>
    /// <param name="contentType">The content type.</param>
    /// <param name="configure">Sets the status code, headers and a delay.</param>
    public CallSetup<T> ReturnsText(string text, string contentType = "text/plain; charset=utf-8", Action<FakeResponse>? configure = null) =>
        ReturnsBytes(Encoding.UTF8.GetBytes(text), contentType, configure);

    /// <summary>Answers with bytes.</summary>
    /// <param name="bytes">The bytes, which are not copied.</param>
    /// <param name="contentType">The content type.</param>
    /// <param name="configure">Sets the status code, headers and a delay.</param>
    public CallSetup<T> ReturnsBytes(byte[] bytes, string contentType = "application/octet-stream", Action<FakeResponse>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        return ReturnsStream(() => new MemoryStream(bytes, writable: false), contentType, configure);
    }

    /// <summary>Answers with a stream, which may be slow or break off.</summary>
    /// <param name="open">Opens the stream, once for each call.</param>
    /// <param name="contentType">The content type.</param>
    /// <param name="configure">Sets the status code, headers and a delay. The default status code is 200, unless the document has other successes only.</param>
    public CallSetup<T> ReturnsStream(Func<Stream> open, string contentType = "application/octet-stream", Action<FakeResponse>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(open);
        return Respond(new(expected?.StatusCode ?? 200, open, contentType), configure);
    }

    /// <summary>Answers with a message of .NET's, for whatever the other methods do not have.</summary>
    /// <param name="respond">Makes the message. It may be called by several calls at once.</param>
    public CallSetup<T> Responds(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> respond)
    {
        ArgumentNullException.ThrowIfNull(respond);
        Add(async (_, message, _, cancellationToken) =>
        {
            var response = await respond(message, cancellationToken).ConfigureAwait(false);
            response.RequestMessage ??= message;
            return response;
        });
        return this;
    }

    /// <summary>Ends the call with an exception, such as an <see cref="HttpRequestException"/> for a connection that is refused.</summary>
    /// <param name="exception">The exception.</param>
    /// <param name="delay">The time until then, by the clock of the adapter's read options.</param>
    public CallSetup<T> Throws(Exception exception, TimeSpan delay = default)
    {
        ArgumentNullException.ThrowIfNull(exception);
        FakeResponse.Checked(delay);
        Add(async (_, _, time, cancellationToken) =>
        {
            await Task.Delay(delay, time, cancellationToken).ConfigureAwait(false);
            throw exception;
        });
        return this;
    }

    /// <summary>Answers only requests for which a condition holds, for example on the body: <c>When(r => r.ReadBody&lt;NewPet>().Name == "Rex")</c>.</summary>
    /// <param name="condition">The condition. It may be called by several calls at once; what it throws is thrown by the call.</param>
    /// <param name="text">The condition as C#, for messages; set by the compiler.</param>
    public CallSetup<T> When(Func<RecordedRequest, bool> condition, [CallerArgumentExpression(nameof(condition))] string text = "")
    {
        ArgumentNullException.ThrowIfNull(condition);
        AddCondition(condition, text);
        return this;
    }

    /// <summary>Answers requests with any values of some query parameters of the set-up, and without them; of all parameters if no names are given.</summary>
    /// <param name="names">The names of the parameters as they are sent.</param>
    public CallSetup<T> IgnoringQuery(params string[] names)
    {
        ArgumentNullException.ThrowIfNull(names);
        Pattern = names.Length == 0 ? Pattern.WithoutQuery() : Pattern.WithoutQuery(names);
        return this;
    }

    private protected FakeResponse Written(WrittenBody? body)
    {
        var statusCode = Expected.StatusCodeOf(body);
        if (body is null)
            return new(statusCode);
        var response = body.ContentType.Length == 0 ? new FakeResponse(statusCode) : new(statusCode, () => new MemoryStream(body.Bytes.ToArray(), writable: false), body.ContentType);
        foreach (var (name, values) in body.Headers)
        {
            // These are told by the body itself.
            if (!name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase) && !name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase))
                response.AddHeader(name, [.. values]);
        }
        return response;
    }

    private protected static FakeResponse Configured(FakeResponse response, Action<FakeResponse>? configure)
    {
        configure?.Invoke(response);
        return response;
    }

    private protected CallSetup<T> Respond(FakeResponse response, Action<FakeResponse>? configure)
    {
        Configured(response, configure);
        Add(_ => response);
        return this;
    }
}
