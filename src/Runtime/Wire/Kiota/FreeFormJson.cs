using System.Text.Json;

namespace Kiln.Runtime.Wire;

/// <summary>
/// Converts C# values to free-form JSON: strings, numbers, booleans, dates, lists, dictionaries with string keys, models and JSON itself. It uses no
/// reflection, so it works in trimmed and natively compiled programs.
/// </summary>
/// <example><c>pet.Extra = FreeFormJson.Object(("color", "red"), ("sizes", new[] { 1, 2 }));</c></example>
public static class FreeFormJson
{
    /// <summary>Converts a value to JSON.</summary>
    /// <exception cref="ArgumentException">The value, or one inside it, is of an unsupported type, a number that is not finite, or refers to itself.</exception>
    public static JsonElement From(object? value)
    {
        using var writer = new WireWriter();
        UntypedValueWriter.Write(writer, value);
        return JsonElementText.Parse(writer.Written);
    }

    /// <summary>Converts properties to the values of a JSON object; of duplicate names the last is used.</summary>
    /// <exception cref="ArgumentException">A value is of a type that <see cref="From"/> does not support.</exception>
    public static Dictionary<string, JsonElement> Object(params (string Name, object? Value)[] fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var made = new Dictionary<string, JsonElement>(fields.Length, StringComparer.Ordinal);
        foreach (var (name, value) in fields)
            made[name] = From(value);
        return made;
    }

    /// <summary>Converts a dictionary to the values of a JSON object.</summary>
    /// <exception cref="ArgumentException">A value is of a type that <see cref="From"/> does not support.</exception>
    public static Dictionary<string, JsonElement> Object(IEnumerable<KeyValuePair<string, object?>> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var made = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var (name, value) in fields)
            made[name] = From(value);
        return made;
    }
}
