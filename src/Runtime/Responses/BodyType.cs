using System.Text;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Wire;

namespace Kiln.Runtime.Responses;

/// <summary>What a successful answer's body can be.</summary>
public static class BodyType
{
    /// <summary>Text by the declared charset, UTF-8 if it declares none; empty if there is no body.</summary>
    public static BodyType<string> Text { get; } = new TextBody();

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

    private sealed class TextBody : BodyType<string>
    {
        internal override async Task<string> ReadAsync(Answer answer, ReadOptions options, CancellationToken cancellationToken)
        {
            using var body = await answer.ReadAsync(options, cancellationToken).ConfigureAwait(false);
            var utf8 = JsonBody.ToUtf8(answer, body.Memory);
            return Encoding.UTF8.GetString(WireJson.SkipByteOrderMark(utf8.Span));
        }
    }

    private sealed class BytesBody : BodyType<byte[]>
    {
        internal override async Task<byte[]> ReadAsync(Answer answer, ReadOptions options, CancellationToken cancellationToken)
        {
            using var body = await answer.ReadAsync(options, cancellationToken).ConfigureAwait(false);
            return body.Memory.ToArray();
        }
    }

    private sealed class StreamBody : BodyType<Stream>
    {
        internal override bool KeepsOpen => true;

        internal override async Task<Stream> ReadAsync(Answer answer, ReadOptions options, CancellationToken cancellationToken)
        {
            try
            {
                return new AnswerStream(answer, await answer.OpenAsync(cancellationToken).ConfigureAwait(false));
            }
            catch (Exception e) when (Answer.IsBroken(e))
            {
                throw answer.BrokenOff(e, default);
            }
        }
    }

    private sealed class NoBody : BodyType<NoContent>
    {
        internal override Task<NoContent> ReadAsync(Answer answer, ReadOptions options, CancellationToken cancellationToken) => Task.FromResult(default(NoContent));
    }
}

/// <summary>How the body of a successful answer becomes a value. Made by <see cref="BodyType"/>; never changes.</summary>
/// <typeparam name="T">The value.</typeparam>
public abstract class BodyType<T>
{
    internal BodyType()
    {
    }

    /// <summary>Whether the value goes on reading from the connection, so that the answer must not be closed.</summary>
    internal virtual bool KeepsOpen => false;

    internal abstract Task<T> ReadAsync(Answer answer, ReadOptions options, CancellationToken cancellationToken);
}
