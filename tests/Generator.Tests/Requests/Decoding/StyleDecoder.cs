using System.Text.Json.Nodes;
using Kiln.Generator.Tests.Requests.Document;

namespace Kiln.Generator.Tests.Requests.Decoding;

/// <summary>
/// Reads values that are in one text, by the table "Style Examples" of OpenAPI 3.1: simple, label and matrix, and form and the delimited styles without explode. Scalars come out as
/// strings: in a text nothing tells a number from a string.
/// </summary>
internal static class StyleDecoder
{
    /// <summary>The value of a text.</summary>
    /// <param name="text">As it was sent, with what the style puts before it.</param>
    /// <param name="name">The parameter, which the style matrix repeats.</param>
    /// <param name="how">The style.</param>
    /// <param name="form">What is expected.</param>
    /// <param name="decode">Decodes one item.</param>
    /// <param name="isRaw">Whether nothing is percent-encoded.</param>
    public static JsonNode Read(string text, string name, Serialization how, Form form, Func<string, string> decode, bool isRaw = false)
    {
        if (how.Style == "content")
            return Content(decode(text), how.MediaType!);

        var separator = ",";
        switch (how.Style)
        {
            case "label":
                text = Without(text, ".");
                separator = how.Explode ? "." : ",";
                break;
            case "matrix" when how.Explode && form == Form.List:
                // ;color=blue;color=black
                return new JsonArray([.. Without(text, ";").Split(';').Select(p => (JsonNode?)decode(Without(p, name + "=", ifEmpty: name)))]);
            case "matrix" when how.Explode && form == Form.Map:
                text = Without(text, ";");
                separator = ";";
                break;
            case "matrix":
                text = Without(text, $";{name}=", ifEmpty: ";" + name);
                break;
            case "spaceDelimited":
                separator = isRaw ? " " : "%20";
                text = isRaw ? text : text.Replace("+", separator);
                break;
            case "pipeDelimited":
                text = text.Replace("%7c", "|").Replace("%7C", "|");
                separator = "|";
                break;
            case "tabDelimited":
                separator = isRaw ? "\t" : "%09";
                break;
        }
        return form switch
        {
            Form.List => new JsonArray([.. text.Split(separator).Select(i => (JsonNode?)decode(i))]),
            Form.Map when how.Explode => Pairs(text.Split(separator), decode),
            Form.Map => Alternating(text.Split(separator), decode),
            _ => decode(text),
        };
    }

    /// <summary>A value in a media type.</summary>
    public static JsonNode Content(string text, string mediaType) =>
        mediaType.Contains("json", StringComparison.OrdinalIgnoreCase) ? JsonNode.Parse(text) ?? throw new FormatException("null was sent.") : text;

    // R=100,G=200
    private static JsonObject Pairs(IEnumerable<string> pairs, Func<string, string> decode)
    {
        var map = new JsonObject();
        foreach (var pair in pairs)
        {
            var equals = pair.IndexOf('=');
            Append(map, decode(equals < 0 ? pair : pair[..equals]), equals < 0 ? "" : decode(pair[(equals + 1)..]));
        }
        return map;
    }

    // R,100,G,200
    private static JsonObject Alternating(string[] texts, Func<string, string> decode)
    {
        if (texts.Length % 2 != 0)
            throw new FormatException($"{texts.Length} texts are no names with values.");
        var map = new JsonObject();
        for (var i = 0; i < texts.Length; i += 2)
            Append(map, decode(texts[i]), decode(texts[i + 1]));
        return map;
    }

    private static void Append(JsonObject map, string name, string value)
    {
        if (!map.TryAdd(name, value))
            throw new FormatException($"The name \"{name}\" stands twice.");
    }

    private static string Without(string text, string prefix, string? ifEmpty = null) =>
        text.StartsWith(prefix, StringComparison.Ordinal) ? text[prefix.Length..]
        : text == ifEmpty ? ""
        : throw new FormatException($"\"{text}\" does not begin with \"{prefix}\".");
}
