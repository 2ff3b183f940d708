using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Kiln.Runtime.Wire;

internal sealed class BooleanType : ScalarType<bool>
{
    public static readonly BooleanType Instance = new();

    internal override string Expected => "true or false";

    public override string Format(bool value) => value ? "true" : "false";

    public override bool TryParse(string text, [MaybeNullWhen(false)] out bool value)
    {
        value = text.Equals("true", StringComparison.OrdinalIgnoreCase);
        return value || text.Equals("false", StringComparison.OrdinalIgnoreCase);
    }

    internal override bool TryRead(ref WireReader reader, [MaybeNullWhen(false)] out bool value)
    {
        value = reader.Token == JsonTokenType.True;
        if (value || reader.Token == JsonTokenType.False)
            return true;
        if (reader.Token != JsonTokenType.String || !TryParse(reader.Text(), out value))
            return false;

        reader.ReportConverted(Expected);
        return true;
    }

    protected override bool TryReadOther(IParseNode node, [MaybeNullWhen(false)] out bool value)
    {
        var read = node.GetBoolValue();
        value = read ?? false;
        return read is not null;
    }

    internal override void Write(WireWriter writer, bool value) => writer.WriteBooleanValue(value);

    internal override void Write(ISerializationWriter writer, string name, bool value) => writer.WriteBoolValue(name, value);
}
