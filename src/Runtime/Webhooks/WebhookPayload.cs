using Kiln.Runtime.Contracts;
using Kiln.Runtime.Wire;

namespace Kiln.Runtime.Webhooks;

/// <summary>Reads the bodies of requests that a service sends. Emitted code calls it.</summary>
public static class WebhookPayload
{
    /// <summary>Reads a body.</summary>
    /// <param name="type">The type of the body.</param>
    /// <param name="json">The whole body: one JSON text (RFC 8259) in UTF-8.</param>
    /// <param name="options">The options; <see cref="ReadOptions.Default"/> if null. Their time limits do not apply, as the body was received.</param>
    /// <returns>The value.</returns>
    /// <exception cref="WebhookPayloadException">The body is not JSON, not of the type, or larger than the options allow; in <see cref="ContractMode.Strict"/>, it breaks the document's contract.</exception>
    public static T Read<T>(WireType<T> type, ReadOnlySpan<byte> json, ReadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(type);
        options ??= ReadOptions.Default;
        if (json.Length > options.MaxBodyBytes)
            throw new WebhookPayloadException($"it has {json.Length} bytes, which is more than the {options.MaxBodyBytes} that are allowed");
        try
        {
            return WireJson.Read(type, json, options);
        }
        catch (WireFormatException e)
        {
            throw new WebhookPayloadException(e);
        }
    }

    /// <summary>Verifies the signature of a request, then reads its body.</summary>
    /// <param name="type">The type of the body.</param>
    /// <param name="signature">How the service signs.</param>
    /// <param name="headers">The headers of the request.</param>
    /// <param name="json">The whole body as it was received, byte for byte.</param>
    /// <param name="keys">The keys, each of which may have signed: while keys are rotated, the old and the new one.</param>
    /// <param name="options">The options for reading; <see cref="ReadOptions.Default"/> if null.</param>
    /// <returns>The value.</returns>
    /// <exception cref="WebhookSignatureException">The signature is missing or not valid, or its time is outside of the tolerance. Nothing of the body was read.</exception>
    /// <exception cref="WebhookPayloadException">The body cannot be read.</exception>
    /// <exception cref="ArgumentException">There is no key, or a key is empty or not in the encoding of the scheme.</exception>
    public static T Read<T>(
        WireType<T> type, WebhookSignature signature, WebhookHeaders headers, ReadOnlySpan<byte> json, IReadOnlyList<string> keys, ReadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(signature);
        signature.Verify(headers, json, keys);
        return Read(type, json, options);
    }
}
