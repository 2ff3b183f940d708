using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Kiln.Runtime.Wire;

internal sealed class GuidType : ScalarType<Guid>
{
    public static readonly GuidType Instance = new();

    internal override string Expected => "a UUID";

    public override string Format(Guid value) => value.ToString("D");

    public override bool TryParse(string text, [MaybeNullWhen(false)] out Guid value) => Guid.TryParseExact(text, "D", out value);

    internal override bool TryRead(ref WireReader reader, [MaybeNullWhen(false)] out Guid value)
    {
        value = default;
        if (reader.Token != JsonTokenType.String || !TryParse(reader.Text(), out value))
            return false;
        if (reader.Bytes.IndexOfAnyInRange((byte)'A', (byte)'F') >= 0)
            reader.Context.FormatChanges++;
        return true;
    }

    internal override void Write(WireWriter writer, Guid value) => writer.WriteStringValue(value);
}
