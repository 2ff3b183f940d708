namespace Kiln.Runtime.Webhooks;

/// <summary>Specifies how the bytes of a signature are written in a header.</summary>
public enum WebhookSignatureEncoding
{
    /// <summary>Two hexadecimal digits for each byte, in either case (RFC 4648, section 8).</summary>
    Hex,

    /// <summary>Base 64 with padding (RFC 4648, section 4).</summary>
    Base64,
}
