using Kiln.Runtime.Responses;
using Microsoft.Kiota.Abstractions;

namespace Kiln.Runtime.Requests;

/// <summary>
/// What a call reads its response as: the opposite of reading, for handlers that make responses up, such as those of tests. The bodies are those that a
/// service would send, so that the call reads them as it reads a service's. Immutable and thread-safe.
/// </summary>
public sealed class ExpectedResponse
{
    private const int Ok = 200;
    private const int NoContentStatus = 204;

    private static readonly HttpRequestOptionsKey<IRequestOption> Key = new(typeof(ResponseHandlerOption).FullName!);

    private readonly IBodyWriter body;
    private readonly ErrorMap errors;

    private ExpectedResponse(IBodyWriter body, ErrorMap errors) => (this.body, this.errors) = (body, errors);

    /// <summary>Gets the type of a successful body; <see cref="NoContent"/> if there is none.</summary>
    public Type BodyType => body.ValueType;

    /// <summary>Returns what the call of a request expects; null if the request was not made by a call of this runtime, or the call has a response handler of its own.</summary>
    public static ExpectedResponse? Of(HttpRequestMessage request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return CaptureOf(request) is { Writer: { } writer, Errors: { } errors } ? new(writer, errors) : null;
    }

    /// <summary>Returns the path of a request as a URI template (RFC 6570), <c>{+baseurl}/pets/{petId}</c>; null where <see cref="Of"/> returns null.</summary>
    public static string? TemplateOf(HttpRequestMessage request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return CaptureOf(request)?.UrlTemplate;
    }

    /// <summary>
    /// Returns what a request asks for by the method that sends it, where that is one of several of its operation: <c>application/yaml</c>, or the value of the <c>Accept</c>
    /// header. Null for the operation's first method, whatever the caller accepts, and where <see cref="Of"/> returns null.
    /// </summary>
    public static string? MediaTypeOf(HttpRequestMessage request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return CaptureOf(request)?.MediaType;
    }

    /// <summary>Returns the body of a successful response, which for calls that enumerate pages is a page.</summary>
    /// <param name="value">The value that the call returns. Of a call that only counts items, their number can be given as well (a <see cref="long"/>).</param>
    /// <returns>The body; null for a response without one (204).</returns>
    /// <exception cref="ArgumentException">The call returns values of another type, or the value cannot be written.</exception>
    public WrittenBody? Write<T>(T value) =>
        body is IBodyWriter<T> writer ? writer.Write(value)
        : body is IBodyWriter<NoContent> && HeadersOf(value) is { } headers ? WrittenBody.Empty(StatusCode) with { Headers = headers }
        : throw new ArgumentException($"The body of the response is read as {body.ValueType}, and not as {typeof(T)}.", nameof(value));

    /// <summary>Gets the status code of a success with a body: 200, unless the document has others only.</summary>
    public int StatusCode => errors.Successes is { Count: > 0 } statuses && !statuses.Contains(Ok) ? statuses.FirstOrDefault(SuccessStatuses.IsAny, Ok) : Ok;

    /// <summary>Returns the status code of a success with a body that <see cref="Write"/> has returned.</summary>
    /// <param name="written">The body; null for none.</param>
    /// <returns>The status code that the value has, or else one that the document has for such a body.</returns>
    public int StatusCodeOf(WrittenBody? written) => written?.StatusCode
        ?? (written is not null || BodyType == typeof(NoContent) && errors.Successes is { Count: > 0 } statuses && !statuses.Contains(NoContentStatus) ? StatusCode : NoContentStatus);

    /// <summary>Returns the body of an error response.</summary>
    /// <param name="statusCode">The status code.</param>
    /// <param name="error">The error, of the type that the document describes for the status code. Where it has one for each of several media types, the first that the value is of counts.</param>
    /// <exception cref="ArgumentException">The document describes none for the status code, or one of another type; or the error cannot be written.</exception>
    public WrittenBody? WriteError<TError>(int statusCode, TError error) => errors.Find(statusCode) switch
    {
        null => throw new ArgumentException($"The body of an error with status {statusCode} is not read: the document describes none.", nameof(statusCode)),
        var type when type.TryWrite(error, out var body) => body,
        var type => throw new ArgumentException($"The body of an error with status {statusCode} is read as {type.Expected}, and not as {typeof(TError)}.", nameof(error)),
    };

    /// <summary>Returns pages that have their items and what leads to the next page, and nothing else. Where pages end only at an empty one, there is one more.</summary>
    /// <param name="pages">The items of each page.</param>
    /// <param name="url">The URL of the request for the first page.</param>
    /// <exception cref="ArgumentException">The call does not enumerate such items, or one cannot be written or has no key by which the next page is asked for.</exception>
    public IReadOnlyList<WrittenPage> WritePages<TItem>(IEnumerable<IReadOnlyList<TItem>> pages, Uri url) =>
        body is IPageWriter<TItem> writer ? writer.WritePages(pages, url) : throw new ArgumentException($"The call does not enumerate items of the type {typeof(TItem)}.", nameof(pages));

    /// <summary>Returns pages that are given whole. A link or cursor in a header is added to them.</summary>
    /// <param name="pages">The pages, each of which must have what leads to the next one.</param>
    /// <param name="url">The URL of the request for the first page.</param>
    /// <exception cref="ArgumentException">The call does not enumerate such pages, or one cannot be written or does not lead to the next one.</exception>
    public IReadOnlyList<WrittenPage> WriteWholePages<TPage>(IReadOnlyList<TPage> pages, Uri url) =>
        body is IWholePageWriter<TPage> writer ? writer.WriteWholePages(pages, url) : throw new ArgumentException($"The call does not enumerate pages of the type {typeof(TPage)}.", nameof(pages));

    /// <summary>Returns the cursor, link, offset, page number or key by which a request asks for a page; null if it has none.</summary>
    /// <param name="url">The URL of the request.</param>
    /// <param name="requestBody">The body of the request; empty for none.</param>
    /// <exception cref="InvalidOperationException">The call does not enumerate pages.</exception>
    public string? PositionOf(Uri url, ReadOnlySpan<byte> requestBody) =>
        body is IPageWriter pages ? pages.PositionOf(url, requestBody) : throw new InvalidOperationException("The call does not enumerate pages.");

    /// <summary>Returns the body of a stream of items or events.</summary>
    /// <param name="items">The items; of a call that returns server-sent events, they can be given as <c>ServerSentEvent</c>s as well.</param>
    /// <exception cref="ArgumentException">The call does not return a stream of such items, or one cannot be written.</exception>
    public WrittenBody WriteStream<TItem>(IEnumerable<TItem> items) =>
        body is IStreamWriter<TItem> stream ? stream.WriteItems(items) : throw new ArgumentException($"The call does not return a stream of items of the type {typeof(TItem)}.", nameof(items));

    // What calls of HEAD return.
    private static ResponseHeaders? HeadersOf(object? value) => value as ResponseHeaders ?? (value as TypedHeaders)?.All;

    private static ResponseCapture? CaptureOf(HttpRequestMessage request) =>
        request.Options.TryGetValue(Key, out var option) ? (option as ResponseHandlerOption)?.ResponseHandler as ResponseCapture : null;
}
