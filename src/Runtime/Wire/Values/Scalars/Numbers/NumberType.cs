using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Kiln.Runtime.Wire;

/// <summary>A number. The three functions are what generic arithmetic cannot say: which method of a reader or writer is meant.</summary>
internal sealed class NumberType<T>(
    string expected, Action<WireWriter, T> write, Func<IParseNode, T?> readNode, Action<ISerializationWriter, string, T> writeNode) : ScalarType<T>
    where T : struct, INumber<T>
{
    // What JSON allows in a number (RFC 8259, section 6); integers accept a fraction of zeros and an exponent.
    private const NumberStyles Styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    internal override string Expected => expected;

    public override string Format(T value) => T.IsFinite(value)
        ? value.ToString(null, CultureInfo.InvariantCulture)
        : throw new ArgumentException($"There is no text for the number {value}.", nameof(value));

    public override bool TryParse(string text, [MaybeNullWhen(false)] out T value) =>
        T.TryParse(text, Styles, CultureInfo.InvariantCulture, out value) && T.IsFinite(value);

    internal override bool TryRead(ref WireReader reader, [MaybeNullWhen(false)] out T value)
    {
        if (reader.Token == JsonTokenType.Number)
        {
            var text = reader.Bytes;
            if (!TryParse(text, out value))
                return false;
            if (!NumberText.IsExact(text, value))
                reader.Context.FormatChanges++;
            return true;
        }

        value = default;
        if (reader.Token != JsonTokenType.String)
            return false;
        if (!(reader.IsEscaped ? TryParse(reader.Text(), out value) : TryParse(reader.Bytes, out value)))
            return false;

        reader.ReportConverted(Expected);
        return true;
    }

    private static bool TryParse(ReadOnlySpan<byte> text, out T value)
    {
        // Decided by the JIT for each type: most integers are a few digits and nothing else, of which no sum is out of range.
        if (typeof(T) == typeof(int) && text.Length <= NumberText.Int32Digits && NumberText.TryParseDigits(text, out var digits))
        {
            value = T.CreateTruncating(digits);
            return true;
        }
        if (typeof(T) == typeof(long) && text.Length <= NumberText.Int64Digits && NumberText.TryParseDigits(text, out digits))
        {
            value = T.CreateTruncating(digits);
            return true;
        }
        return T.TryParse(text, Styles, CultureInfo.InvariantCulture, out value) && T.IsFinite(value);
    }

    protected override bool TryReadOther(IParseNode node, [MaybeNullWhen(false)] out T value)
    {
        T? read;
        try
        {
            read = readNode(node);
        }
        catch (JsonException)
        {
            // Kiota's node takes 1.0 for no integer.
            return TryParse(node.GetDecimalValue()?.ToString(CultureInfo.InvariantCulture) ?? "", out value);
        }
        value = read ?? default;
        return read is not null && T.IsFinite(value);
    }

    internal override void Write(WireWriter writer, T value) => write(writer, value);

    internal override void Write(ISerializationWriter writer, string name, T value) => writeNode(writer, name, value);
}
