using System.Text;
using System.Text.Json;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Wire;

namespace Kiln.Runtime.Responses;

/// <summary>What the body of an error response is, and which exception it makes. Never changes.</summary>
public abstract class ErrorBody
{
    private protected ErrorBody()
    {
    }

    /// <summary>Describes an error body.</summary>
    /// <param name="type">What the body holds. It is read tolerantly, whatever the options say.</param>
    /// <param name="make">Makes the exception; the error is <c>default</c> if the body was of another shape.</param>
    public static ErrorBody Create<TError>(WireType<TError> type, Func<ResponseDetails, TError?, ServiceException> make) => new Typed<TError>(type, make);

    internal abstract ServiceException Make(ResponseDetails context, ReadOnlyMemory<byte> body);

    private sealed class Typed<TError>(WireType<TError> type, Func<ResponseDetails, TError?, ServiceException> make) : ErrorBody
    {
        internal override ServiceException Make(ResponseDetails context, ReadOnlyMemory<byte> body) => make(context, TryRead(context, body));

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
