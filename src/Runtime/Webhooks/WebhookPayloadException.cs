using Kiln.Runtime.Contracts;
using Kiln.Runtime.Wire;

namespace Kiln.Runtime.Webhooks;

/// <summary>The exception that is thrown for the body of a webhook or callback that cannot be read: not JSON, incomplete, too large, or of another type.</summary>
public sealed class WebhookPayloadException : Exception
{
    internal WebhookPayloadException(string problem)
        : base($"The body of the webhook cannot be read: {problem}.")
    {
    }

    internal WebhookPayloadException(WireFormatException inner)
        : base($"The body of the webhook cannot be read: {inner.Message}", inner) =>
        (Path, ByteOffset, Violation) = (inner.Path, inner.ByteOffset, inner.Violation);

    /// <summary>Gets the location of the error, as a JSON path (RFC 9535): <c>$.data.id</c>; null if the error has no location.</summary>
    public string? Path { get; }

    /// <summary>Gets the offset of the error, in bytes from the start of the body; null if the error has no location.</summary>
    public long? ByteOffset { get; }

    /// <summary>Gets the violation that caused the exception in <see cref="ContractMode.Strict"/>; otherwise null.</summary>
    public ContractViolation? Violation { get; }
}
