using System.Text.Json;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Text;

namespace Kiln.Runtime.Wire;

/// <summary>
/// JSON that cannot be read: malformed, cut off, too deep, or of a wrong shape. Calls wrap it in a
/// <see cref="Responses.ResponseBodyException"/>; reading without a call (<see cref="WireJson"/>, Kiota's parse nodes) throws it itself.
/// </summary>
public sealed class WireFormatException : JsonException
{
    internal WireFormatException(string reason, string path, long byteOffset, ContractViolation? violation = null, Exception? inner = null)
        : base($"{MessageText.OneLine(reason)} (at {path}, byte {byteOffset})", path, null, null, inner) =>
        (Reason, ByteOffset, Violation) = (MessageText.OneLine(reason), byteOffset, violation);

    /// <summary>Bytes from the start of the body to the value in question.</summary>
    public long ByteOffset { get; }

    /// <summary>The violation that <see cref="ContractMode.Strict"/> turned into an error, if that is why.</summary>
    public ContractViolation? Violation { get; }

    internal string Reason { get; }
}
