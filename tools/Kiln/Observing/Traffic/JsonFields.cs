using System.Text.Json;

namespace Kiln.Tool.Observing.Traffic;

/// <summary>Reads fields of JSON that some tools leave out or give another type.</summary>
internal static class JsonFields
{
    /// <summary>The value of a field; <see langword="null"/> if the value is no object, or has no such field, or has null there.</summary>
    public static JsonElement? Field(this JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out var field) && field.ValueKind != JsonValueKind.Null ? field : null;

    /// <summary>A string; <see langword="null"/> for any other value, and for one that is not valid Unicode.</summary>
    public static string? Text(this JsonElement? value)
    {
        if (value is not { ValueKind: JsonValueKind.String } text)
            return null;
        try
        {
            return text.GetString();
        }
        catch (InvalidOperationException)
        {
            // An escape of half a surrogate pair.
            return null;
        }
    }

    /// <summary>A whole number, which some tools write as a string; <see langword="null"/> for any other value.</summary>
    public static int? Number(this JsonElement? value) => value switch
    {
        { ValueKind: JsonValueKind.Number } number when number.TryGetInt32(out var integer) => integer,
        { ValueKind: JsonValueKind.String } => int.TryParse(value.Text(), out var integer) ? integer : null,
        _ => null,
    };

    /// <summary>The objects of an array; none for any other value.</summary>
    public static IEnumerable<JsonElement> Objects(this JsonElement? value) =>
        value is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object) : [];
}
