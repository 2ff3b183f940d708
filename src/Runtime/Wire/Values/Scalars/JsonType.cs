using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Kiln.Runtime.Wire;

internal sealed class JsonType : WireType<JsonElement>
{
    public static readonly JsonType Instance = new();

    internal override string Expected => "JSON";

    internal override bool AcceptsNull => true;

    internal override bool TryRead(ref WireReader reader, [MaybeNullWhen(false)] out JsonElement value)
    {
        value = reader.Element();
        return true;
    }

    internal override void Write(WireWriter writer, JsonElement value)
    {
        // An element that nobody has set yet refuses to be written; null is the nearest that JSON has.
        if (value.ValueKind == JsonValueKind.Undefined)
            writer.WriteNullValue();
        else
            writer.WriteElement(value);
    }
}
