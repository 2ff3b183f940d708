using System.Text;
using System.Text.Json;

namespace Kiln.Runtime.Requests.Bodies;

/// <summary>
/// Encodes <c>application/x-www-form-urlencoded</c> (WHATWG URL, section 5): each property of an object is a field. A list is a field for each item, and an object within
/// is JSON, unless the document has a style for them (OpenAPI 3.1.1, "Encoding the x-www-form-urlencoded Media Type").
/// </summary>
internal static class FormContent
{
    /// <summary>The fields of an object, encoded.</summary>
    /// <exception cref="ArgumentException">The value is not an object, or a field cannot be sent; the message names the field.</exception>
    public static byte[] Encode(JsonElement form, IReadOnlyList<(string Name, ParameterStyle Style)>? encoding)
    {
        if (form.ValueKind != JsonValueKind.Object)
            throw new ArgumentException("A form is an object, whose properties are its fields.", nameof(form));

        var text = new StringBuilder();
        foreach (var field in form.EnumerateObject())
        {
            foreach (var pair in ParameterFlattener.Flatten(field.Name, field.Value, StyleOf(field, encoding)))
                Append(text, pair);
        }
        return Encoding.ASCII.GetBytes(text.ToString());
    }

    private static ParameterStyle StyleOf(JsonProperty field, IReadOnlyList<(string Name, ParameterStyle Style)>? encoding)
    {
        foreach (var (name, style) in encoding ?? [])
        {
            if (name == field.Name)
                return style;
        }
        return field.Value.ValueKind == JsonValueKind.Object ? ParameterStyle.Json : ParameterStyle.FormExploded;
    }

    private static void Append(StringBuilder text, ParameterPair pair)
    {
        if (text.Length > 0)
            text.Append('&');
        text.Append(PercentEncoding.Encode(pair.Name)).Append('=');
        // The comma between two items stays as it is, and one within an item does not, so that it is no third.
        text.AppendJoin(pair.Separator is { } separator and not ',' ? Uri.HexEscape(separator) : ",", pair.Parts.Select(PercentEncoding.Encode));
    }
}
