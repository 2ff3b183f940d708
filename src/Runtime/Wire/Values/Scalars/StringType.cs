using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Kiln.Runtime.Wire;

internal sealed class StringType : ScalarType<string>
{
    public static readonly StringType Instance = new();

    internal override string Expected => "a string";

    public override string Format(string value) => value;

    public override bool TryParse(string text, [MaybeNullWhen(false)] out string value)
    {
        value = text;
        return true;
    }

    internal override bool TryRead(ref WireReader reader, [MaybeNullWhen(false)] out string value) => TryReadText(ref reader, Expected, out value);

    /// <summary>A string, or the text of a number or boolean, which is reported.</summary>
    public static bool TryReadText(ref WireReader reader, string expected, [MaybeNullWhen(false)] out string value)
    {
        switch (reader.Token)
        {
            case JsonTokenType.String:
                value = reader.Text(out var isUnicode);
                if (!isUnicode)
                    reader.ReportUnicode();
                return true;
            case JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False:
                reader.ReportConverted(expected);
                value = reader.TokenText();
                return true;
            default:
                value = null;
                return false;
        }
    }

    protected override bool TryReadOther(IParseNode node, [MaybeNullWhen(false)] out string value) => TryReadText(node, out value);

    public static bool TryReadText(IParseNode node, [MaybeNullWhen(false)] out string value)
    {
        value = node.GetBoolValue() switch { true => "true", false => "false", null => null } ??
            node.GetDecimalValue()?.ToString(CultureInfo.InvariantCulture);
        return value is not null;
    }

    internal override void Write(WireWriter writer, string value) => writer.WriteStringValue(value);
}
