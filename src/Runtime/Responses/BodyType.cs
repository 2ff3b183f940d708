using System.Text;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Wire;

namespace Kiln.Runtime.Responses;

/// <summary>What a successful response's body can be.</summary>
public static class BodyType
{
    /// <summary>Text by the declared charset, UTF-8 if it declares none; empty if there is no body.</summary>
    public static BodyType<string> String { get; } = new StringBody();

    /// <summary>The bytes, all of them in memory; empty if there is no body.</summary>
    public static BodyType<byte[]> Bytes { get; } = new BytesBody();

    /// <summary>
    /// The bytes as they come, neither limited nor read ahead. The caller disposes the stream, which ends the call; reading it throws
    /// <see cref="IOException"/> if the connection or the compression breaks.
    /// </summary>
    public static BodyType<Stream> Stream { get; } = new StreamBody();

    /// <summary>No body; one that comes all the same is ignored.</summary>
    public static BodyType<NoContent> None { get; } = new NoBody();

    /// <summary>JSON (RFC 8259) of a type. An empty body is an error, whatever the status.</summary>
    public static BodyType<T> Json<T>(WireType<T> type) => new JsonBody<T>((json, options) => WireJson.Read(type, json, options));

    private sealed class StringBody : BodyType<string>
    {
        internal override async Task<string> ReadAsync(RawResponse response, ReadOptions options, CancellationToken cancellationToken)
        {
            using var body = await response.ReadAsync(options, cancellationToken).ConfigureAwait(false);
            var utf8 = JsonBody.ToUtf8(response, body.Memory);
            return Encoding.UTF8.GetString(WireJson.SkipByteOrderMark(utf8.Span));
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

/// <summary>How the body of a successful response becomes a value. Made by <see cref="BodyType"/>; never changes.</summary>
/// <typeparam name="T">The value.</typeparam>
public abstract class BodyType<T>
{
    internal BodyType()
    {
    }

    /// <summary>Whether the value goes on reading from the connection, so that the response must not be closed.</summary>
    internal virtual bool KeepsOpen => false;

    internal abstract Task<T> ReadAsync(RawResponse response, ReadOptions options, CancellationToken cancellationToken);
}
