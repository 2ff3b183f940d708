using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Kiln.Runtime.Wire.Types;

internal sealed class EnumType<TEnum> : ScalarType<TEnum>
    where TEnum : struct, IWireEnum<TEnum>
{
    public static readonly EnumType<TEnum> Instance = new();

    private KnownValues? known;

    internal override string Expected => "a string";

    // Asked for at the first value and not before: the enum's own constants may still be in the making when a model's fields are.
    // Two threads may both make it; they make the same.
    private KnownValues Known => known ??= new(TEnum.Known);

    public override string ToText(TEnum value) => value.Value ?? "";

    public override bool TryParse(string text, [MaybeNullWhen(false)] out TEnum value)
    {
        value = TEnum.FromWire(text);
        return true;
    }

    internal override bool TryRead(ref WireReader reader, [MaybeNullWhen(false)] out TEnum value)
    {
        // A value that the document names shares the constant's string, so a thousand events do not hold "process" a thousand times.
        if (reader.Token == JsonTokenType.String && !reader.IsEscaped)
        {
            var all = Known;
            var place = all.Table.Find(reader.Bytes);
            if (place >= 0)
            {
                value = all.Values[place];
                return true;
            }
        }

        if (TextType.TryReadText(ref reader, Expected, out var text))
        {
            value = TEnum.FromWire(text);
            return true;
        }
        value = default;
        return false;
    }

    protected override bool TryReadOther(IParseNode node, [MaybeNullWhen(false)] out TEnum value)
    {
        var isText = TextType.TryReadText(node, out var text);
        value = isText ? TEnum.FromWire(text!) : default;
        return isText;
    }

    internal override void Write(WireWriter writer, TEnum value) => writer.WriteStringValue(value.Value ?? "");

    private sealed class KnownValues(IReadOnlyList<TEnum> values)
    {
        public readonly TEnum[] Values = [.. values];
        public readonly Utf8Table Table = new(values.Select(v => v.Value ?? "").ToArray());
    }
}
