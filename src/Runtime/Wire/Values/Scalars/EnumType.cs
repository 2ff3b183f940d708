using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Kiln.Runtime.Wire;

internal sealed class EnumType<TEnum> : ScalarType<TEnum>
    where TEnum : struct, IWireEnum<TEnum>
{
    public static readonly EnumType<TEnum> Instance = new();

    private ValueTable? known;

    internal override string Expected => "a string";

    // Asked for at the first value and not before: the enum's own constants may still be in the making when a model's fields are.
    // Two threads may both make it; they make the same.
    private ValueTable Known => known ??= new(TEnum.KnownValues);

    public override string Format(TEnum value) => value.Value ?? "";

    public override bool TryParse(string text, [MaybeNullWhen(false)] out TEnum value)
    {
        value = TEnum.FromValue(text);
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

        if (StringType.TryReadText(ref reader, Expected, out var text))
        {
            value = TEnum.FromValue(text);
            return true;
        }
        value = default;
        return false;
    }

    protected override bool TryReadOther(IParseNode node, [MaybeNullWhen(false)] out TEnum value)
    {
        var isText = StringType.TryReadText(node, out var text);
        value = isText ? TEnum.FromValue(text!) : default;
        return isText;
    }

    internal override void Write(WireWriter writer, TEnum value) => writer.WriteStringValue(value.Value ?? "");

    // Loops: to copy by LINQ or a collection expression is code that would have to be compiled for each enum.
    private sealed class ValueTable
    {
        public readonly TEnum[] Values;
        public readonly Utf8Table Table;

        public ValueTable(IReadOnlyList<TEnum> values)
        {
            Values = new TEnum[values.Count];
            var texts = new string[Values.Length];
            for (var i = 0; i < Values.Length; i++)
            {
                Values[i] = values[i];
                texts[i] = Values[i].Value ?? "";
            }
            Table = new(texts);
        }
    }
}
