using System.Text;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Wire;

namespace Kiln.Runtime.Responses;

/// <summary>Provides the types of successful response bodies.</summary>
public static class BodyType
{
    private const string AnyType = "application/octet-stream";

    /// <summary>
    /// Gets the type of a body that is read as a string: in the charset of its content type, of its byte order mark, or of its XML declaration (RFC 7303, section 3), and otherwise in
    /// UTF-8. An empty body is an empty string.
    /// </summary>
    public static BodyType<string> String { get; } = new StringBody();

    /// <summary>Gets the type of a body that is read into memory as bytes.</summary>
    public static BodyType<byte[]> Bytes { get; } = new BytesBody();

    /// <summary>
    /// Gets the type of a body that is read by the caller as a stream, without a limit. The caller disposes the stream, which ends the call; reading it throws
    /// an <see cref="IOException"/> if the connection fails or the compression is corrupt. Of a redirect that was not followed, where the document has its status, the
    /// stream is empty, and says where the redirect leads (<see cref="ResponseStream.Location"/>).
    /// </summary>
    public static BodyType<ResponseStream> Stream { get; } = new StreamBody();

    /// <summary>Gets the type of a response without a body; a body that is received nevertheless is ignored.</summary>
    public static BodyType<NoContent> None { get; } = new NoBody();

    /// <summary>Returns the type of a JSON body (RFC 8259). An empty body is an error.</summary>
    public static BodyType<T> Json<T>(WireType<T> type) => new JsonBody<T>(type, (json, options) => WireJson.Read(type, json, options));

    /// <summary>
    /// Returns the type of a body that may be absent, which is null: for 204 and 205, for other status codes whose responses the document declares without a body,
    /// and for an empty body where JSON was expected.
    /// </summary>
    /// <param name="body">The type of the body, which is nullable.</param>
    /// <param name="statusCodes">The status codes beside 204 and 205 of responses without a body. 304 is no error if it is one of them.</param>
    public static BodyType<T?> Optional<T>(BodyType<T> body, params int[] statusCodes) => new OptionalBody<T>(body, statusCodes);

    /// <summary>
    /// Returns the type of a result whose body depends on the status code. The case of the status code that was received is read, otherwise that of 0; the order of the cases
    /// does not matter. A success without a case is an error, as no type can be told for it.
    /// </summary>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <param name="cases">The cases, made by <see cref="ResponseCase"/>.</param>
    public static BodyType<T> Cases<T>(params ResponseCase<T>[] cases)
        where T : IStatusResult => new CasesBody<T>(cases);

    private sealed class StringBody : BodyType<string>
    {
        internal override WrittenBody? Write(string value) => new(Encoding.UTF8.GetBytes(value), "text/plain; charset=utf-8");

        internal override async Task<string> ReadAsync(RawResponse response, ReadOptions options, CancellationToken cancellationToken)
        {
            using var body = await response.ReadAsync(options, cancellationToken).ConfigureAwait(false);
            var utf8 = JsonBody.ToUtf8(response, body.Memory, TextCharset.Of(response.ContentType, body.Memory.Span));
            return Encoding.UTF8.GetString(JsonText.SkipByteOrderMark(utf8.Span));
        }
    }

    private sealed class BytesBody : BodyType<byte[]>
    {
        internal override WrittenBody? Write(byte[] value) => new(value.ToArray(), AnyType);

        internal override async Task<byte[]> ReadAsync(RawResponse response, ReadOptions options, CancellationToken cancellationToken)
        {
            using var body = await response.ReadAsync(options, cancellationToken).ConfigureAwait(false);
            return body.Memory.ToArray();
        }
    }

    private sealed class NoBody : BodyType<NoContent>
    {
        internal override bool ReadsRedirects => true;

        internal override WrittenBody? Write(NoContent value) => null;

        internal override Task<NoContent> ReadAsync(RawResponse response, ReadOptions options, CancellationToken cancellationToken) => Task.FromResult(default(NoContent));
    }
}
