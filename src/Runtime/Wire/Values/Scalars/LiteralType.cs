using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Kiln.Runtime.Wire;

internal sealed class LiteralType : ScalarType<JsonLiteral>
{
    public static readonly LiteralType Instance = new();

    internal override string Expected => "a single value";

    public override string Format(JsonLiteral value) => value.Kind == JsonValueKind.Null ? "" : value.ToString();

    /// <summary>A text in a URL or header does not say its kind: what reads as a number or boolean is one.</summary>
    public override bool TryParse(string text, [MaybeNullWhen(false)] out JsonLiteral value)
    {
        if (text is "true" or "false")
        {
            value = text == "true";
            return true;
        }
        var bytes = Encoding.UTF8.GetBytes(text);
        var isNumber = bytes is [(byte)'-' or (>= (byte)'0' and <= (byte)'9'), ..] && JsonScanner.NumberEnd(bytes, 0) == bytes.Length;
        value = isNumber ? JsonLiteral.Of(JsonValueKind.Number, text) : text;
        return true;
    }

    internal override bool TryRead(ref WireReader reader, [MaybeNullWhen(false)] out JsonLiteral value)
    {
        switch (reader.Token)
        {
            case JsonTokenType.String:
                value = reader.Text(out var isUnicode);
                if (!isUnicode)
                    reader.ReportUnicode();
                return true;
            case JsonTokenType.Number:
                value = JsonLiteral.Of(JsonValueKind.Number, reader.TokenText());
                return true;
            case JsonTokenType.True or JsonTokenType.False:
                value = reader.Token == JsonTokenType.True;
                return true;
            default:
                // Null, a list or an object is no single value: the field keeps its JSON.
                value = default;
                return false;
        }
    }

    protected override bool TryReadOther(IParseNode node, [MaybeNullWhen(false)] out JsonLiteral value) => TryReadJson(node, out value);

    internal override void Write(WireWriter writer, JsonLiteral value)
    {
        switch (value.Kind)
        {
            case JsonValueKind.String: writer.WriteStringValue(value.ToString()); break;
            case JsonValueKind.Number: writer.WriteRaw(Encoding.UTF8.GetBytes(value.ToString())); break;
            case JsonValueKind.True or JsonValueKind.False: writer.WriteBooleanValue(value.Kind == JsonValueKind.True); break;
            default: writer.WriteNullValue(); break;
        }
    }

    internal override void Write(ISerializationWriter writer, string name, JsonLiteral value) =>
        writer.WriteAdditionalData(new Dictionary<string, object> { [name] = ToElement(value) });
}
