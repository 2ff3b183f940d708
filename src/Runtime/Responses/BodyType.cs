using System.Text;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Wire;

namespace Kiln.Runtime.Responses;

/// <summary>Provides the types of successful response bodies.</summary>
public static class BodyType
{
    /// <summary>Gets the type of a body that is read as a string in its declared charset, UTF-8 by default. An empty body is an empty string.</summary>
    public static BodyType<string> String { get; } = new StringBody();

    /// <summary>Gets the type of a body that is read into memory as bytes.</summary>
    public static BodyType<byte[]> Bytes { get; } = new BytesBody();

    /// <summary>
    /// Gets the type of a body that is read by the caller as a stream, without a limit. The caller disposes the stream, which ends the call; reading it throws
    /// an <see cref="IOException"/> if the connection fails or the compression is corrupt.
    /// </summary>
    public static BodyType<Stream> Stream { get; } = new StreamBody();

    /// <summary>Gets the type of a response without a body; a body that is received nevertheless is ignored.</summary>
    public static BodyType<NoContent> None { get; } = new NoBody();

    /// <summary>Returns the type of a JSON body (RFC 8259). An empty body is an error.</summary>
    public static BodyType<T> Json<T>(WireType<T> type) => new JsonBody<T>((json, options) => WireJson.Read(type, json, options));

    /// <summary>
    /// Returns the type of a body that may be absent, which is null: for 204 and 205, for other status codes whose responses the document declares without a body,
    /// and for an empty body where JSON was expected.
    /// </summary>
    /// <param name="body">The type of the body, which is nullable.</param>
    /// <param name="statusCodes">The status codes beside 204 and 205 of responses without a body. 304 is no error if it is one of them.</param>
    public static BodyType<T?> Optional<T>(BodyType<T> body, params int[] statusCodes) => new OptionalBody<T>(body, statusCodes);

    private sealed class StringBody : BodyType<string>
    {
        internal override async Task<string> ReadAsync(RawResponse response, ReadOptions options, CancellationToken cancellationToken)
        {
            using var body = await response.ReadAsync(options, cancellationToken).ConfigureAwait(false);
            var utf8 = JsonBody.ToUtf8(response, body.Memory);
            return Encoding.UTF8.GetString(JsonText.SkipByteOrderMark(utf8.Span));
        }
    }

    private sealed class BytesBody : BodyType<byte[]>
    {
        internal override async Task<byte[]> ReadAsync(RawResponse response, ReadOptions options, CancellationToken cancellationToken)
        {
            using var body = await response.ReadAsync(options, cancellationToken).ConfigureAwait(false);
            return body.Memory.ToArray();
        }
    }

    private sealed class StreamBody : BodyType<Stream>
    {
        internal override bool KeepsOpen => true;

        internal override async Task<Stream> ReadAsync(RawResponse response, ReadOptions options, CancellationToken cancellationToken)
        {
            try
            {
                return new ResponseStream(response, await response.OpenAsync(cancellationToken).ConfigureAwait(false));
            }
            catch (Exception e) when (RawResponse.IsBroken(e))
            {
                throw response.BrokenOff(e, default);
            }
        }
    }

    private sealed class NoBody : BodyType<NoContent>
    {
        internal override Task<NoContent> ReadAsync(RawResponse response, ReadOptions options, CancellationToken cancellationToken) => Task.FromResult(default(NoContent));
    }
}

/// <summary>Describes how the body of a successful response is read. Created by <see cref="BodyType"/>; immutable and thread-safe.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
public abstract class BodyType<T>
{
    internal BodyType()
    {
    }

    /// <summary>Whether the value goes on reading from the connection, so that the response must not be closed.</summary>
    internal virtual bool KeepsOpen => false;

    /// <summary>Whether a status code is one that the body can be read of.</summary>
    internal virtual bool IsSuccess(int statusCode) => statusCode is >= 200 and <= 299;

    /// <summary>The same type, of which an empty body is the default value of <typeparamref name="T"/>.</summary>
    internal virtual BodyType<T> AcceptingEmpty() => this;

    internal abstract Task<T> ReadAsync(RawResponse response, ReadOptions options, CancellationToken cancellationToken);
}
