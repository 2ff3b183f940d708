using System.Text.Json;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Text;

namespace Kiln.Runtime.Wire;

/// <summary>
/// The exception that is thrown for JSON that cannot be read: malformed, incomplete, nested too deeply, or of another type. Calls wrap it in a
/// <see cref="Responses.ResponseBodyException"/>; <see cref="WireJson"/> and Kiota's parse nodes throw it directly.
/// </summary>
public sealed class WireFormatException : JsonException
{
    internal WireFormatException(string reason, string path, long byteOffset, ContractViolation? violation = null, Exception? inner = null)
        : base($"{MessageText.OneLine(reason)} (at {path}, byte {byteOffset})", path, null, null, inner) =>
        (Reason, ByteOffset, Violation) = (MessageText.OneLine(reason), byteOffset, violation);

    /// <summary>Gets the offset of the value in question, in bytes from the start of the body.</summary>
    public long ByteOffset { get; }

    /// <summary>Gets the violation that caused the exception in <see cref="ContractMode.Strict"/>; otherwise null.</summary>
    public ContractViolation? Violation { get; }

    internal string Reason { get; }
}
