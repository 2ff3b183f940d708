using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Tool.Observing.Validation.Schemas;

/// <summary>Compares values with the limits of a schema.</summary>
internal static class LimitChecks
{
    private static readonly (string Keyword, Func<JsonElement, string?, decimal?> Measure, Func<decimal, decimal, bool> IsWithin)[] Limits =
    [
        ("maximum", Number, (value, limit) => value <= limit),
        ("minimum", Number, (value, limit) => value >= limit),
        ("multipleOf", Number, (value, limit) => limit <= 0 || value % limit == 0),
        ("maxLength", Length, (value, limit) => value <= limit),
        ("minLength", Length, (value, limit) => value >= limit),
        ("maxItems", Items, (value, limit) => value <= limit),
        ("minItems", Items, (value, limit) => value >= limit),
        ("maxProperties", Properties, (value, limit) => value <= limit),
        ("minProperties", Properties, (value, limit) => value >= limit),
    ];

    private static readonly (string Keyword, string Limit, Func<decimal, decimal, bool> IsWithin)[] Exclusive =
    [
        ("exclusiveMaximum", "maximum", (value, limit) => value < limit),
        ("exclusiveMinimum", "minimum", (value, limit) => value > limit),
    ];

    /// <summary>What a limit is compared with: a number itself, the length of a text, the count of items or properties; <see langword="null"/> if the limit does not apply.</summary>
    public static decimal? Measure(string keyword, JsonElement value)
    {
        var name = keyword switch { "exclusiveMaximum" => "maximum", "exclusiveMinimum" => "minimum", _ => keyword };
        return Array.Find(Limits, l => l.Keyword == name) is { Measure: { } measure } ? measure(value, Traffic.JsonFields.Text(value)) : null;
    }

    /// <summary>The keywords whose limits a value exceeds.</summary>
    public static IEnumerable<string> Exceeded(SchemaFacts facts, JsonElement value, string? text)
    {
        var schema = facts.Schema;
        if (schema.Node is not SpecMap { Entries.Count: > 1 } map)
            return [];
        return Exceeded(facts, map, value, text);
    }

    private static IEnumerable<string> Exceeded(SchemaFacts facts, SpecMap map, JsonElement value, string? text)
    {
        foreach (var (keyword, measure, isWithin) in Limits)
        {
            if (map.Entry(keyword) is not null && facts.Schema.Limit(keyword) is { } limit && measure(value, text) is { } number && !isWithin(number, limit))
                yield return keyword;
        }
        foreach (var (keyword, other, isWithin) in Exclusive)
        {
            // In OpenAPI 3.0 it is a flag beside the limit, which is reported by itself if it is exceeded and not only reached.
            if (map[keyword] is not SpecScalar scalar || Number(value, text) is not { } number)
                continue;
            if (scalar.Kind == ScalarKind.Number && facts.Schema.Limit(keyword) is { } own ? !isWithin(number, own) : scalar.Text == "true" && facts.Schema.Limit(other) is { } reached && number == reached)
                yield return keyword;
        }
        if (text is not null && map.Entry("pattern") is not null && !Matches(facts.Pattern, text))
            yield return "pattern";
        if (value.ValueKind == JsonValueKind.Array && map["uniqueItems"] is SpecScalar { Text: "true" } && HasDuplicates(value))
            yield return "uniqueItems";
    }

    /// <summary>Whether a text matches a pattern. One that cannot be read or takes too long allows every text.</summary>
    public static bool Matches(Regex? pattern, string text)
    {
        try
        {
            return pattern is null || pattern.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return true;
        }
    }

    private static decimal? Number(JsonElement value, string? text) =>
        value.ValueKind == JsonValueKind.Number && decimal.TryParse(value.GetRawText(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    // JSON Schema counts code points.
    private static decimal? Length(JsonElement value, string? text)
    {
        if (text is null)
            return null;
        var length = text.Length;
        foreach (var c in text)
        {
            if (char.IsLowSurrogate(c))
                length--;
        }
        return length;
    }

    private static decimal? Items(JsonElement value, string? text) => value.ValueKind == JsonValueKind.Array ? value.GetArrayLength() : null;

    private static decimal? Properties(JsonElement value, string? text) => value.ValueKind == JsonValueKind.Object ? value.GetPropertyCount() : null;

    private static bool HasDuplicates(JsonElement array)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in array.EnumerateArray())
        {
            if (!seen.Add(item.GetRawText()))
                return true;
        }
        return false;
    }
}
