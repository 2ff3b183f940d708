using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Kiln.Runtime.Wire;

/// <summary>A number in quotes, as services send what JavaScript's numbers cannot hold.</summary>
internal sealed class NumericStringType<T>(WireType<T> number) : ScalarType<T>
    where T : struct
{
    internal override string Expected => number.Expected + " in a string";

    public override string Format(T value) => number.Format(value);

    public override bool TryParse(string text, [MaybeNullWhen(false)] out T value) => number.TryParse(text, out value);

    internal override bool TryRead(ref WireReader reader, [MaybeNullWhen(false)] out T value)
    {
        if (reader.Token == JsonTokenType.String)
        {
            var text = reader.Text();
            if (!number.TryParse(text, out value))
                return false;
            if (number.Format(value) != text)
                reader.Context.FormatChanges++;
            return true;
        }
        if (!number.TryRead(ref reader, out value))
            return false;

        reader.ReportConverted(Expected);
        return true;
    }

    protected override bool TryReadOther(IParseNode node, [MaybeNullWhen(false)] out T value) => number.TryRead(node, out value);

    internal override void Write(WireWriter writer, T value) => writer.WriteStringValue(Format(value));
}
