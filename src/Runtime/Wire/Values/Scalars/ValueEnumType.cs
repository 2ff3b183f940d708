using System.Diagnostics.CodeAnalysis;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Kiln.Runtime.Wire;

/// <summary>An enum whose values are not strings; it is sent as its underlying value.</summary>
internal sealed class ValueEnumType<TEnum, TValue>(WireType<TValue> type) : ScalarType<TEnum>
    where TEnum : struct, IWireEnum<TEnum, TValue>
    where TValue : struct
{
    internal override string Expected => type.Expected;

    public override string Format(TEnum value) => type.Format(value.Value);

    public override bool TryParse(string text, [MaybeNullWhen(false)] out TEnum value) => Made(type.TryParse(text, out var read), read, out value);

    internal override bool TryRead(ref WireReader reader, [MaybeNullWhen(false)] out TEnum value) => Made(type.TryRead(ref reader, out var read), read, out value);

    internal override bool TryRead(IParseNode node, [MaybeNullWhen(false)] out TEnum value) => Made(type.TryRead(node, out var read), read, out value);

    internal override void Write(WireWriter writer, TEnum value) => type.Write(writer, value.Value);

    internal override void Write(ISerializationWriter writer, string name, TEnum value) => type.Write(writer, name, value.Value);

    private static bool Made(bool isRead, TValue read, [MaybeNullWhen(false)] out TEnum value)
    {
        value = isRead ? TEnum.FromValue(read) : default;
        return isRead;
    }
}
