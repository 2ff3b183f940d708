using System.Text.Json;
using System.Text.Json.Nodes;
using Kiln.Generator.Specs.Grammar;
using Kiln.Tool.Observing.Traffic;
using Kiln.Tool.Observing.Validation;
using Kiln.Tool.Observing.Validation.Schemas;

namespace Kiln.Tool.Observing.Corrections;

/// <summary>The schema that all values of which it was told have. It requires no property: that one was always there says nothing of the next time.</summary>
internal sealed class InferredSchema
{
    private const int Deepest = 16;

    // An object with more names than this is a map.
    private const int MostProperties = 200;

    private static readonly string[] Formats = ["date-time", "date", "uuid"];

    private readonly Dictionary<string, InferredSchema> properties = new(StringComparer.Ordinal);
    private readonly HashSet<string> types = new(StringComparer.Ordinal);
    private readonly HashSet<string> formats = new(Formats, StringComparer.Ordinal);
    private InferredSchema? items;
    private InferredSchema? map;
    private bool hasNull;

    /// <summary>The types of the values, null left out, <c>integer</c> beside <c>number</c> if there were both.</summary>
    public IReadOnlySet<string> Types => types;

    /// <summary>Whether an integer needs more than 64 bits.</summary>
    public bool IsBeyondInt64 { get; private set; }

    public void Add(JsonElement value) => Add(value, 0);

    private void Add(JsonElement value, int depth)
    {
        var type = JsonTypes.Of(value);
        if (type == "null")
        {
            hasNull = true;
            return;
        }
        types.Add(type);
        switch (type)
        {
            case "string":
                var text = ((JsonElement?)value).Text();
                formats.RemoveWhere(format => text is null || !FormatChecks.Fits(value, text, format));
                break;
            case "integer":
                IsBeyondInt64 |= !value.TryGetInt64(out _);
                break;
            case "array" when depth < Deepest:
                foreach (var item in value.EnumerateArray())
                    (items ??= new()).Add(item, depth + 1);
                break;
            case "object" when depth < Deepest:
                foreach (var property in value.EnumerateObject())
                    AddProperty(property, depth + 1);
                break;
        }
    }

    private void AddProperty(JsonProperty property, int depth)
    {
        if (property.NameOrNull() is not { } name)
            return;
        if (properties.TryGetValue(name, out var known))
            known.Add(property.Value, depth);
        else if (properties.Count < MostProperties)
            (properties[name] = new()).Add(property.Value, depth);
        else
            (map ??= new()).Add(property.Value, depth);
    }

    /// <summary>The schema in the words of a version.</summary>
    public JsonObject ToSchema(SpecVersion version) => ToSchema(version, 0);

    private JsonObject ToSchema(SpecVersion version, int depth)
    {
        var names = types.Where(t => t != "integer" || !types.Contains("number")).Order(StringComparer.Ordinal).ToList();
        var schema = names switch
        {
            [] => [],
            [var only] => Alternative(only, version, depth),
            // OpenAPI 2.0 has no way to say it.
            _ when version == SpecVersion.Swagger20 => [],
            _ when version >= SpecVersion.OpenApi31 && !names.Exists(n => n is "array" or "object") => new() { ["type"] = Array(names) },
            _ => new() { ["oneOf"] = new JsonArray([.. names.Select(n => (JsonNode)Alternative(n, version, depth))]) },
        };
        if (hasNull)
            AllowNull(schema, version);
        return schema;
    }

    private JsonObject Alternative(string type, SpecVersion version, int depth)
    {
        var schema = new JsonObject { ["type"] = type };
        switch (type)
        {
            case "string" when formats.Count == 1:
                schema["format"] = formats.First();
                break;
            case "integer" when !IsBeyondInt64:
                schema["format"] = "int64";
                break;
            case "array":
                schema["items"] = items?.ToSchema(version, depth + 1) ?? [];
                break;
            case "object" when map is not null:
                var all = new InferredSchema();
                foreach (var property in properties.Values.Append(map))
                    all.Add(property);
                schema["additionalProperties"] = all.ToSchema(version, depth + 1);
                break;
            case "object" when properties.Count > 0:
                var described = new JsonObject();
                foreach (var (name, property) in properties)
                    described[name] = property.ToSchema(version, depth + 1);
                schema["properties"] = described;
                break;
        }
        return schema;
    }

    /// <summary>Adds all values that another schema was told of.</summary>
    public void Add(InferredSchema other)
    {
        types.UnionWith(other.types);
        formats.IntersectWith(other.types.Contains("string") ? other.formats : formats);
        hasNull |= other.hasNull;
        IsBeyondInt64 |= other.IsBeyondInt64;
        if (other.items is not null)
            (items ??= new()).Add(other.items);
        if (other.map is not null)
            (map ??= new()).Add(other.map);
        foreach (var (name, property) in other.properties)
        {
            if (!properties.TryGetValue(name, out var known))
                properties.Add(name, known = new());
            known.Add(property);
        }
    }

    private static void AllowNull(JsonObject schema, SpecVersion version)
    {
        if (version == SpecVersion.Swagger20)
            schema["x-nullable"] = true;
        else if (version == SpecVersion.OpenApi30)
            schema["nullable"] = true;
        else if (schema["oneOf"] is JsonArray alternatives)
            alternatives.Add((JsonNode)new JsonObject { ["type"] = "null" });
        else if (schema["type"] is JsonValue type)
            schema["type"] = Array([type.GetValue<string>(), "null"]);
        else if (schema["type"] is JsonArray several)
            several.Add((JsonNode)"null");
    }

    private static JsonArray Array(IEnumerable<string> texts) => new([.. texts.Select(t => (JsonNode)t)]);
}
