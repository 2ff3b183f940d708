using System.Globalization;
using System.Text.Json;
using Kiln.Generator.Specs.Tree;
using Kiln.Tool.Observing.Traffic;

namespace Kiln.Tool.Observing.Validation.Schemas;

/// <summary>Compares values of JSON with what schemas say.</summary>
internal static class JsonTypes
{
    /// <summary>The type of a value in the words of JSON Schema: <c>integer</c> for a number without a fraction.</summary>
    public static string Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Number => IsInteger(value) ? "integer" : "number",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        _ => "null",
    };

    /// <summary>Whether a value has a type.</summary>
    public static bool Is(JsonElement value, string type) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" or "file" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && IsInteger(value),
        "null" => value.ValueKind == JsonValueKind.Null,
        _ => true,
    };

    /// <summary>Whether a number has no fraction: 1.0 is an integer for JSON Schema.</summary>
    public static bool IsInteger(JsonElement number)
    {
        if (number.TryGetInt64(out _))
            return true;
        if (number.TryGetDecimal(out var exact))
            return exact == decimal.Truncate(exact);
        return number.TryGetDouble(out var value) && (double.IsInfinity(value) || value == Math.Floor(value));
    }

    /// <summary>Whether a value is one of an enum or a constant.</summary>
    public static bool AreEqual(JsonElement value, SpecNode documented) => (value.ValueKind, documented) switch
    {
        (JsonValueKind.String, SpecScalar { Kind: ScalarKind.String } text) => ((JsonElement?)value).Text() == text.Text,
        (JsonValueKind.Number, SpecScalar { Kind: ScalarKind.Number } number) => AreEqualNumbers(value.GetRawText(), number.Text),
        (JsonValueKind.True or JsonValueKind.False, SpecScalar { Kind: ScalarKind.Boolean } flag) => value.GetBoolean() == (flag.Text == "true"),
        (JsonValueKind.Null, _) => documented.IsNull(),
        (JsonValueKind.Array, SpecList list) => value.GetArrayLength() == list.Items.Count && value.EnumerateArray().Zip(list.Items, AreEqual).All(isEqual => isEqual),
        (JsonValueKind.Object, SpecMap map) => value.EnumerateObject().Count() == map.Entries.Count && map.Entries.All(e => value.TryGetProperty(e.Key, out var member) && AreEqual(member, e.Value)),
        _ => false,
    };

    private static bool AreEqualNumbers(string one, string other) => one == other
        || (decimal.TryParse(one, NumberStyles.Float, CultureInfo.InvariantCulture, out var first) && decimal.TryParse(other, NumberStyles.Float, CultureInfo.InvariantCulture, out var second) && first == second);

    /// <summary>The name of a property; <see langword="null"/> if it is not valid Unicode.</summary>
    public static string? NameOrNull(this JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
