using System.Globalization;
using System.Text.Json;
using Kiln.Runtime.Wire;

namespace Kiln.Runtime.Requests;

/// <summary>
/// Makes names and values of lists and objects, as a query, a form or a cookie has them: <c>{"R":100}</c> of the parameter <c>color</c> is <c>R=100</c>,
/// <c>color=R,100</c> or <c>color[R]=100</c>, by its style. Values come as the JSON that their types write, so that there is one form for all types.
/// </summary>
/// <param name="parameter">The parameter, for messages.</param>
/// <param name="style">Its style: of a query, or JSON.</param>
internal sealed class ParameterFlattener(string parameter, ParameterStyle style)
{
    private readonly List<ParameterPair> pairs = [];

    /// <summary>The pairs of a value.</summary>
    /// <exception cref="ArgumentException">The value has no JSON, a list in it has a null, or an item contains what separates the items; the message names the parameter.</exception>
    public static List<ParameterPair> Flatten<T>(string parameter, WireType<T> type, T value, ParameterStyle style) =>
        Flatten(parameter, ToJson(parameter, type, value), style);

    /// <summary>The pairs of a value that is JSON already, such as a property of a form; none for null.</summary>
    /// <exception cref="ArgumentException">A list in it has a null, or an item contains what separates the items; the message names the parameter.</exception>
    public static List<ParameterPair> Flatten(string parameter, JsonElement value, ParameterStyle style)
    {
        var flattener = new ParameterFlattener(parameter, style);
        if (value.ValueKind != JsonValueKind.Null)
            flattener.Add(parameter, value);
        return flattener.pairs;
    }

    /// <summary>The JSON of a value, without its read-only properties.</summary>
    /// <exception cref="ArgumentException">There is none, as for NaN; the message names the parameter.</exception>
    public static JsonElement ToJson<T>(string parameter, WireType<T> type, T value)
    {
        using var writer = new WireWriter { IsRequest = true, RefusesNull = true };
        try
        {
            type.Write(writer, value);
        }
        catch (ArgumentException e)
        {
            throw ParameterText.Refused(parameter, e);
        }
        var json = JsonElementText.Parse(writer.Written);
        return JsonElementText.IsInvalid(json) ? throw ParameterText.Refused(parameter, "it has a text with an unpaired surrogate") : json;
    }

    private void Add(string name, JsonElement value)
    {
        switch (style)
        {
            case ParameterStyle.Json:
                pairs.Add(new(name, [value.GetRawText()]));
                break;
            case ParameterStyle.DeepObject or ParameterStyle.DeepObjectWithBrackets or ParameterStyle.DeepObjectRepeated:
                AddDeep(name, value);
                break;
            case ParameterStyle.FormExploded or ParameterStyle.SimpleExploded or ParameterStyle.LabelExploded or ParameterStyle.MatrixExploded
                or ParameterStyle.CookieExploded:
                AddExploded(name, value);
                break;
            default:
                AddJoined(name, value);
                break;
        }
    }

    private void AddExploded(string name, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            AddEach(name, value);
            return;
        }
        foreach (var property in Properties(value))
            AddEach(property.Name, property.Value);
    }

    private void AddEach(string name, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            pairs.Add(new(name, [TextOf(value)]));
            return;
        }
        foreach (var item in value.EnumerateArray())
            pairs.Add(new(name, [ItemOf(item)]));
    }

    private void AddJoined(string name, JsonElement value)
    {
        if (value.ValueKind is not (JsonValueKind.Array or JsonValueKind.Object))
        {
            pairs.Add(new(name, [TextOf(value)]));
            return;
        }
        List<string> parts = value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Select(ItemOf)]
            : [.. Properties(value).SelectMany(p => new[] { p.Name, TextOf(p.Value) })];
        if (parts.Count == 0)
            return;
        var separator = SeparatorOf(style);
        if (separator != ',')
            ParameterText.CheckParts(parameter, parts, separator);
        pairs.Add(new(name, parts, separator));
    }

    private void AddDeep(string name, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in Properties(value))
                    AddDeep($"{name}[{property.Name}]", property.Value);
                break;
            case JsonValueKind.Array:
                foreach (var (item, index) in value.EnumerateArray().Select((item, index) => (item, index)))
                    AddDeep(DeepItem(name, item, index), item);
                break;
            default:
                pairs.Add(new(name, [ItemOf(value)]));
                break;
        }
    }

    // Without an index, the properties of two objects could not be distinguished.
    private string DeepItem(string name, JsonElement item, int index) => style switch
    {
        _ when item.ValueKind is JsonValueKind.Object or JsonValueKind.Array => $"{name}[{index.ToString(CultureInfo.InvariantCulture)}]",
        ParameterStyle.DeepObjectWithBrackets => name + "[]",
        ParameterStyle.DeepObjectRepeated => name,
        _ => $"{name}[{index.ToString(CultureInfo.InvariantCulture)}]",
    };

    /// <summary>What stands between the items of a list in a style that joins them.</summary>
    public static char SeparatorOf(ParameterStyle style) => style switch
    {
        ParameterStyle.SpaceDelimited => ' ',
        ParameterStyle.PipeDelimited => '|',
        ParameterStyle.TabDelimited => '\t',
        _ => ',',
    };

    private static IEnumerable<JsonProperty> Properties(JsonElement value) => value.EnumerateObject().Where(p => p.Value.ValueKind != JsonValueKind.Null);

    private string ItemOf(JsonElement item) => item.ValueKind == JsonValueKind.Null
        ? throw ParameterText.Refused(parameter, "null cannot be an item of its list")
        : TextOf(item);

    // OpenAPI has no form for what is nested here; JSON is what it says of the parts of forms (3.2.0, "Encoding Object").
    private static string TextOf(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
}
