using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Kiln.Runtime.Wire;

internal sealed class NullableType<T>(WireType<T> type) : WireType<T?>
    where T : struct
{
    internal override string Expected => type.Expected + " or null";

    internal override bool AcceptsNull => true;

    public override string Format(T? value) => value is { } some ? type.Format(some) : "";

    public override bool TryParse(string text, out T? value)
    {
        var isValue = type.TryParse(text, out var some);
        value = isValue ? some : null;
        return isValue;
    }

    internal override bool TryRead(ref WireReader reader, out T? value)
    {
        value = null;
        if (reader.IsNull)
            return true;
        if (!type.TryRead(ref reader, out var some))
            return false;

        value = some;
        return true;
    }

    internal override void Write(WireWriter writer, T? value)
    {
        if (value is { } some)
            type.Write(writer, some);
        else
            writer.WriteNullValue();
    }
}

internal sealed class NullableReferenceType<T>(WireType<T> type) : WireType<T?>
    where T : class
{
    internal override string Expected => type.Expected + " or null";

    internal override bool AcceptsNull => true;

    public override string Format(T? value) => value is null ? "" : type.Format(value);

    public override bool TryParse(string text, [MaybeNullWhen(false)] out T? value) => type.TryParse(text, out value);

    internal override bool TryRead(ref WireReader reader, out T? value)
    {
        value = null;
        return reader.IsNull || type.TryRead(ref reader, out value);
    }

    internal override void Write(WireWriter writer, T? value)
    {
        if (value is null)
            writer.WriteNullValue();
        else
            type.Write(writer, value);
    }
}

internal static class NullableStringType
{
    public static readonly WireType<string?> Instance = CompositeTypes.Add(ref StringType.Instance.Composites, new NullableReferenceType<string>(StringType.Instance));
}
