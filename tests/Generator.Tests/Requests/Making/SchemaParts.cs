using System.Text.Json;
using Kiln.Generator.Tests.Requests.Document;

namespace Kiln.Generator.Tests.Requests.Making;

/// <summary>A schema with all that it says through <c>allOf</c>, and through one alternative of each <c>oneOf</c> and <c>anyOf</c>, which is chosen at random.</summary>
internal sealed class SchemaParts
{
    private const int Deepest = 30;

    private readonly List<RawNode> parts = [];
    private readonly Random random;

    private SchemaParts(Random random) => this.random = random;

    /// <summary>The values that tell which alternative this is, by the property.</summary>
    public Dictionary<string, string> Tags { get; } = new(StringComparer.Ordinal);

    public static SchemaParts Of(RawNode schema, Random random)
    {
        var parts = new SchemaParts(random);
        parts.Add(schema, null, 0, isPart: false);
        return parts;
    }

    /// <summary>What the first part that has a keyword says.</summary>
    public RawNode? this[string keyword] => parts.Select(p => p[keyword]).FirstOrDefault(n => n is not null);

    /// <summary>The string that the first part with a keyword has there.</summary>
    public string? TextOf(string keyword) => this[keyword]?.Text;

    public IReadOnlyList<string> TextsOf(string keyword) => parts.Select(p => p.TextsOf(keyword)).FirstOrDefault(t => t.Count > 0) ?? [];

    public IEnumerable<(string Name, RawNode Schema)> Properties => parts.SelectMany(p => p["properties"]?.Entries ?? []).DistinctBy(e => e.Key);

    /// <summary>Whether a schema, or what it inherits from, is for answers only.</summary>
    public static bool IsReadOnly(RawNode schema) => (schema["readOnly"]?.IsTrue ?? false) || (schema["allOf"]?.Items ?? []).Any(p => p["readOnly"]?.IsTrue ?? false);

    /// <summary>Whether a schema, or what it inherits from, is for requests only.</summary>
    public static bool IsWriteOnly(RawNode schema) => (schema["writeOnly"]?.IsTrue ?? false) || (schema["allOf"]?.Items ?? []).Any(p => p["writeOnly"]?.IsTrue ?? false);

    public IReadOnlySet<string> Required => parts.SelectMany(p => p["required"] is { IsList: true } ? p.TextsOf("required") : []).ToHashSet(StringComparer.Ordinal);

    public bool IsNullable => parts.Any(p => (p["nullable"] ?? p["x-nullable"])?.IsTrue ?? false) || parts.All(p => p["type"] is not null) && parts.All(p => p.TextsOf("type").Contains("null"));

    /// <summary>Whether no part closes the object to names that it does not know.</summary>
    public bool IsOpen => !parts.Any(p => p["additionalProperties"]?.Json.ValueKind == JsonValueKind.False || p["unevaluatedProperties"]?.Json.ValueKind == JsonValueKind.False);

    /// <summary>One of the types; <see langword="null"/> where nothing says.</summary>
    public string? Type
    {
        get
        {
            var types = parts.Select(p => p.TextsOf("type").Where(t => t != "null").ToList()).FirstOrDefault(t => t.Count > 0) ?? [];
            return types.Count > 0 ? types[random.Next(types.Count)]
                : Properties.Any() || this["additionalProperties"] is { IsMap: true } ? "object"
                : this["items"] is not null ? "array"
                : null;
        }
    }

    private void Add(RawNode schema, string? name, int depth, bool isPart)
    {
        schema = Named(schema, ref name);
        if (depth > Deepest || !schema.IsMap)
            return;

        // A base alone stands for the types that it says it may be.
        var mapping = schema["discriminator"]?["mapping"];
        if (!isPart && mapping is not null && schema["oneOf"] is null && schema["anyOf"] is null && schema["discriminator"]!.Value.TextOf("propertyName") is { } told)
        {
            List<(string Key, string Target)> targets = [.. mapping.Value.Entries.Where(e => e.Value.Text is not null).Select(e => (e.Key, e.Value.Text!))];
            if (targets.Count > 0)
            {
                var (key, target) = targets[random.Next(targets.Count)];
                Tags[told] = key;
                if (schema.Document.Resolve(schema.File, target.Contains('/') ? target : $"#/components/schemas/{target}") is { } mapped && !mapped.Json.Equals(schema.Json))
                {
                    Add(mapped, target[(target.LastIndexOf('/') + 1)..], depth + 1, isPart: true);
                    return;
                }
            }
        }

        parts.Add(schema);
        if (isPart && (schema["discriminator"]?.TextOf("propertyName") ?? schema.TextOf("discriminator")) is { } property && name is not null)
            Tags.TryAdd(property, TagOf(mapping, name));

        foreach (var part in Raw(schema, "allOf"))
        {
            // What inherits says its own name, not the base's.
            Add(part, name, depth + 1, isPart: true);
        }
        foreach (var keyword in new[] { "oneOf", "anyOf" })
        {
            List<RawNode> alternatives = [.. Raw(schema, keyword).Where(a => a.Followed().TextsOf("type") is not ["null"])];
            if (alternatives.Count == 0)
                continue;
            var chosen = alternatives[random.Next(alternatives.Count)];
            string? chosenName = null;
            _ = Named(chosen, ref chosenName);
            if (schema["discriminator"]?.TextOf("propertyName") is { } tag && chosenName is not null)
                Tags[tag] = TagOf(mapping, chosenName);
            Add(chosen, null, depth + 1, isPart: true);
        }
    }

    private static string TagOf(RawNode? mapping, string name) =>
        mapping?.Entries.FirstOrDefault(e => e.Value.Text is { } target && target[(target.LastIndexOf('/') + 1)..] == name).Key ?? name;

    // The items as they stand there, with their references.
    private static IEnumerable<RawNode> Raw(RawNode schema, string keyword) =>
        schema.Json.TryGetProperty(keyword, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().Select(i => schema.With(i)) : [];

    private static RawNode Named(RawNode schema, ref string? name)
    {
        if (schema.IsMap && schema.Json.TryGetProperty("$ref", out var reference) && reference.ValueKind == JsonValueKind.String && name is null)
            name = reference.GetString()![(reference.GetString()!.LastIndexOf('/') + 1)..];
        return schema.Followed();
    }
}
