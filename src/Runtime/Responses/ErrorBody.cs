using System.Text;
using System.Text.Json;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Wire;

namespace Kiln.Runtime.Responses;

/// <summary>Maps the body of an error response to an exception. Immutable and thread-safe.</summary>
public abstract class ErrorBody
{
    private protected ErrorBody()
    {
    }

    /// <summary>Creates a mapping.</summary>
    /// <param name="type">The type of the body, which is always read tolerantly.</param>
    /// <param name="factory">Creates the exception; its error is <c>default</c> if the body is of another type.</param>
    /// <returns>The mapping.</returns>
    public static ErrorBody Create<TError>(WireType<TError> type, Func<ResponseDetails, TError?, ServiceException> factory) => new Typed<TError>(type, factory);

    internal abstract ServiceException Make(ResponseDetails context, ReadOnlyMemory<byte> body);

    private sealed class Typed<TError>(WireType<TError> type, Func<ResponseDetails, TError?, ServiceException> factory) : ErrorBody
    {
        internal override ServiceException Make(ResponseDetails context, ReadOnlyMemory<byte> body) => factory(context, TryRead(context, body));

        private TError? TryRead(ResponseDetails context, ReadOnlyMemory<byte> body)
        {
            try
            {
                if (!BodyText.TryToUtf8(body, context.ContentType, out _, out var utf8))
                    return default;
                // Proxies have envelopes of their own; reading one as this would give an error in which nothing is said.
                var error = WireJson.Read(type, utf8.Span, ReadOptions.Default, out var isRootRecognized);
                return isRootRecognized ? error : default;
            }
            catch (Exception e) when (e is JsonException or DecoderFallbackException)
            {
                return default;
            }
        }
    }
}
