using System.Text.Json;
using Kiln.Runtime.Wire;

namespace Kiln.Runtime.Requests;

/// <summary>A list, an object or a value with a style in the path of a URL, encoded: <c>;color=blue,black</c>.</summary>
/// <example><c>$"/pets/{PathText.Of("ids", WireType.Sequence(WireType.Int64), ids, ParameterStyle.Simple)}"</c></example>
public readonly struct PathText
{
    private PathText(string name, string encoded) => (Name, Encoded) = (name, encoded);

    internal string? Name { get; }

    internal string? Encoded { get; }

    /// <summary>Encodes a value.</summary>
    /// <param name="name">The name of the parameter.</param>
    /// <param name="type">The type of its value.</param>
    /// <param name="value">The value. The items of a list, and the names and values of an object, have the characters that separate them percent-encoded.</param>
    /// <param name="style">How it is written.</param>
    /// <param name="allowReserved">Whether the reserved characters that mean nothing in a segment of a path stay as they are.</param>
    /// <exception cref="ArgumentException">The value is null or without content, has a null in a list, a number that is not finite, or an unpaired surrogate; the message names the parameter.</exception>
    public static PathText Of<T>(string name, WireType<T> type, T value, ParameterStyle style = ParameterStyle.Simple, bool allowReserved = false)
    {
        ArgumentNullException.ThrowIfNull(type);
        if (value is null)
            throw ParameterText.Refused(name, "a path needs a value, and it is null");
        var json = ParameterFlattener.ToJson(name, type, value);
        var pairs = ParameterFlattener.Flatten(name, json, style);
        if (pairs.Count == 0)
            throw ParameterText.Refused(name, "a path needs a value, and it has no content");
        return new(name, Write(pairs, json.ValueKind, style, allowReserved));
    }

    private static string Write(List<ParameterPair> pairs, JsonValueKind kind, ParameterStyle style, bool allowReserved)
    {
        return style switch
        {
            ParameterStyle.Label => "." + Join(",", Parts()),
            ParameterStyle.LabelExploded => "." + Join(".", kind == JsonValueKind.Object ? Named() : Parts()),
            ParameterStyle.Matrix or ParameterStyle.MatrixExploded => string.Concat(pairs.Select(p => ";" + Matrix(Encode(p.Name), Join(",", p.Parts.Select(Encode))))),
            ParameterStyle.SimpleExploded when kind == JsonValueKind.Object => Join(",", Named()),
            ParameterStyle.SpaceDelimited or ParameterStyle.PipeDelimited or ParameterStyle.TabDelimited => Join(Uri.HexEscape(ParameterFlattener.SeparatorOf(style)), Parts()),
            _ => Join(",", Parts()),
        };

        IEnumerable<string> Parts() => pairs.SelectMany(p => p.Parts).Select(Encode);

        IEnumerable<string> Named() => pairs.Select(p => $"{Encode(p.Name)}={Encode(p.Parts[0])}");

        // The full stop is an unreserved character, which nothing else encodes.
        string Encode(string text)
        {
            var encoded = PercentEncoding.EncodePath(text, allowReserved);
            return style == ParameterStyle.LabelExploded && kind is JsonValueKind.Object or JsonValueKind.Array ? encoded.Replace(".", PercentEncoding.FullStop, StringComparison.Ordinal) : encoded;
        }
    }

    private static string Join(string separator, IEnumerable<string> parts) => string.Join(separator, parts);

    // RFC 6570, section 3.2.7: without a value there is no equals sign.
    private static string Matrix(string name, string value) => value.Length == 0 ? name : $"{name}={value}";
}
