using System.Text.Json;

namespace Kiln.Runtime.Wire;

/// <summary>
/// Makes JSON of plain C# values, for what a document leaves free: texts, numbers, booleans, dates, lists, dictionaries with texts as keys, models,
/// and JSON itself. By known types, without reflection, so it works in trimmed and natively compiled programs too.
/// </summary>
/// <example><c>pet.Extra = FreeFormJson.Object(("color", "red"), ("sizes", new[] { 1, 2 }));</c></example>
public static class FreeFormJson
{
    /// <summary>The value as JSON; <see langword="null"/> is JSON's null.</summary>
    /// <exception cref="ArgumentException">The value, or one inside it, is of no type that is named above, or a number that JSON cannot say, or it holds itself.</exception>
    public static JsonElement From(object? value)
    {
        using var writer = new WireWriter();
        UntypedValueWriter.Write(writer, value);
        return KiotaNodes.Parse(writer.Written);
    }

    /// <summary>An object of some fields; of equal names the last counts.</summary>
    /// <exception cref="ArgumentException">A value is of no type that <see cref="From"/> takes.</exception>
    public static Dictionary<string, JsonElement> Object(params (string Name, object? Value)[] fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var made = new Dictionary<string, JsonElement>(fields.Length, StringComparer.Ordinal);
        foreach (var (name, value) in fields)
            made[name] = From(value);
        return made;
    }

    /// <summary>The fields of a dictionary.</summary>
    /// <exception cref="ArgumentException">A value is of no type that <see cref="From"/> takes.</exception>
    public static Dictionary<string, JsonElement> Object(IEnumerable<KeyValuePair<string, object?>> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var made = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var (name, value) in fields)
            made[name] = From(value);
        return made;
    }
}
