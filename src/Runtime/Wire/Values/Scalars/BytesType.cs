using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Kiln.Runtime.Wire;

internal sealed class BytesType : ScalarType<byte[]>
{
    public static readonly BytesType Instance = new();

    internal override string Expected => "a Base64 string";

    public override string Format(byte[] value) => Convert.ToBase64String(value);

    public override bool TryParse(string text, [MaybeNullWhen(false)] out byte[] value)
    {
        var bytes = new byte[text.Length / 4 * 3 + 3];
        var isBase64 = Convert.TryFromBase64String(text, bytes, out var count);
        value = isBase64 ? bytes[..count] : null;
        return isBase64;
    }

    internal override bool TryRead(ref WireReader reader, [MaybeNullWhen(false)] out byte[] value)
    {
        value = null;
        if (reader.Token != JsonTokenType.String || !reader.TryGetBase64(out value))
            return false;
        // White space and escapes make a text longer than its bytes need.
        if (reader.Bytes.Length != (value.Length + 2) / 3 * 4)
            reader.Context.FormatChanges++;
        return true;
    }

    internal override void Write(WireWriter writer, byte[] value)
    {
        if (value is null)
            writer.WriteLackingValue();
        else
            writer.WriteBase64StringValue(value);
    }
}
