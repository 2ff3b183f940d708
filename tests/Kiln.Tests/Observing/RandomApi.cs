using System.Text.Json.Nodes;

namespace Kiln.Tool.Tests.Observing;

/// <summary>Makes documents, and traffic that fits them in most places and contradicts them in some.</summary>
internal sealed class RandomApi
{
    private static readonly string[] Names = ["id", "name", "kind", "owner-id", "$tags", "a.b", "Größe", "data", "'x'"];
    private static readonly string[] Texts = ["", "a", "red", "2024-02-30", "2024-02-29T10:00:00Z", "0b9c5b1e-4f0e-4b7e-9c3e-0d6b0d2f8a11", "12", "true", "a longer text with spaces", "é\u2028\"'\\"];

    private readonly Random random;
    private readonly string version;
    private readonly JsonObject components = [];

    public RandomApi(int seed)
    {
        random = new(seed);
        version = Pick(["2.0", "3.0.3", "3.1.0"]);
        for (var i = 0; i < 3; i++)
            components[$"Schema{i}"] = null;
        for (var i = 0; i < 3; i++)
            components[$"Schema{i}"] = Object(0);
        if (!IsSwagger)
            AddUnion();
        Document = MakeDocument();
    }

    private bool IsSwagger => version == "2.0";

    private string Prefix => IsSwagger ? "#/definitions/" : "#/components/schemas/";

    public JsonObject Document { get; }

    /// <summary>Responses as lines of a recorder.</summary>
    public IEnumerable<string> Lines(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var schema = random.Next(2) == 0 ? Reference("Schema0") : new JsonObject { ["type"] = "array", ["items"] = Reference("Schema1") };
            var line = new JsonObject
            {
                ["operation"] = schema.ContainsKey("items") ? "GET /list" : "GET /one",
                ["status"] = Pick([200, 200, 200, 200, 404, 503]),
                ["contentType"] = Pick(["application/json", "application/json", "application/json", "application/problem+json", "text/html"]),
            };
            line["body"] = (string?)line["contentType"] == "text/html" ? "<p>" : Value(schema, 0);
            yield return line.ToJsonString();
        }
    }

    private void AddUnion()
    {
        components["Cat"] = new JsonObject { ["type"] = "object", ["required"] = new JsonArray("kind"), ["properties"] = new JsonObject { ["kind"] = new JsonObject { ["type"] = "string" }, ["name"] = Schema(3) } };
        components["Dog"] = new JsonObject { ["allOf"] = new JsonArray(Reference("Base"), Object(2)) };
        components["Base"] = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject { ["kind"] = new JsonObject { ["type"] = "string" } },
            ["discriminator"] = new JsonObject { ["propertyName"] = "kind" },
        };
        components["Union"] = new JsonObject
        {
            ["oneOf"] = new JsonArray(Reference("Cat"), Reference("Dog")),
            ["discriminator"] = new JsonObject { ["propertyName"] = "kind", ["mapping"] = new JsonObject { ["meow"] = Prefix + "Cat" } },
        };
        components["Schema0"]!["properties"]!["pet"] = Reference(Pick(["Union", "Base"]));
    }

    private JsonObject MakeDocument()
    {
        var document = new JsonObject
        {
            [IsSwagger ? "swagger" : "openapi"] = version,
            [IsSwagger ? "produces" : "x-produces"] = new JsonArray("application/json"),
            ["info"] = new JsonObject { ["title"] = "Random", ["version"] = "1" },
            ["paths"] = new JsonObject
            {
                ["/one"] = new JsonObject { ["get"] = Operation(Reference("Schema0")) },
                ["/list"] = new JsonObject { ["get"] = Operation(new JsonObject { ["type"] = "array", ["items"] = Reference("Schema1") }) },
            },
        };
        if (IsSwagger)
            document["definitions"] = components;
        else
            document["components"] = new JsonObject { ["schemas"] = components };
        return document;
    }

    private JsonObject Operation(JsonObject schema) => new()
    {
        ["responses"] = new JsonObject
        {
            ["200"] = IsSwagger
                ? new JsonObject { ["description"] = "Done.", ["schema"] = schema }
                : new JsonObject { ["description"] = "Done.", ["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = schema } } },
        },
    };

    private JsonObject Object(int depth)
    {
        var properties = new JsonObject();
        for (var i = random.Next(1, 5); i > 0; i--)
            properties[Pick(Names)] = Schema(depth + 1);
        var schema = new JsonObject { ["type"] = "object", ["properties"] = properties };
        var required = properties.Select(p => p.Key).Where(_ => random.Next(2) == 0).ToList();
        if (required.Count > 0)
            schema["required"] = new JsonArray([.. required.Select(n => (JsonNode)n)]);
        if (random.Next(4) == 0)
            schema["additionalProperties"] = Pick([false, true]);
        else if (random.Next(6) == 0 && depth < 3)
            schema["additionalProperties"] = Schema(depth + 1);
        if (random.Next(8) == 0)
            schema["maxProperties"] = random.Next(1, 4);
        return schema;
    }

    private JsonObject Schema(int depth)
    {
        var schema = random.Next(depth >= 3 ? 6 : 14) switch
        {
            0 => new JsonObject { ["type"] = "string" },
            1 => new JsonObject { ["type"] = "string", ["format"] = Pick(["date-time", "date", "uuid", "email", "byte", "ipv4"]) },
            2 => new JsonObject { ["type"] = "string", ["enum"] = new JsonArray("red", "green") },
            3 => Number(),
            4 => new JsonObject { ["type"] = "boolean" },
            5 => new JsonObject { ["type"] = "string", ["minLength"] = 1, ["maxLength"] = 3, ["pattern"] = "^[a-z]*$" },
            6 => new JsonObject { ["type"] = "array", ["items"] = Schema(depth + 1), ["maxItems"] = 2, ["uniqueItems"] = random.Next(2) == 0 },
            7 => Reference(Pick(["Schema0", "Schema1", "Schema2"])),
            8 => Object(depth),
            9 => new JsonObject { ["allOf"] = new JsonArray(Reference("Schema2"), Object(depth + 1)) },
            10 when version == "3.1.0" => new JsonObject { ["const"] = "red" },
            11 when version == "3.1.0" => new JsonObject { ["type"] = "array", ["prefixItems"] = new JsonArray(Schema(depth + 1), Schema(depth + 1)), ["items"] = Schema(depth + 1) },
            12 when version == "3.1.0" => new JsonObject { ["type"] = "object", ["patternProperties"] = new JsonObject { ["^[a-z]+$"] = Schema(depth + 1) }, ["properties"] = new JsonObject(), ["additionalProperties"] = false },
            10 when !IsSwagger => new JsonObject { ["anyOf"] = new JsonArray(Object(depth + 1), Object(depth + 1), new JsonObject { ["type"] = "boolean" }) },
            _ when IsSwagger => Object(depth),
            _ => new JsonObject { ["oneOf"] = new JsonArray(Reference("Schema2"), new JsonObject { ["type"] = "string" }, Number()) },
        };
        if (random.Next(4) == 0)
            AllowNull(schema);
        if (random.Next(4) == 0 && !schema.ContainsKey("$ref"))
            schema["description"] = "Some text.";
        return schema;
    }

    private JsonObject Number() => random.Next(4) switch
    {
        0 => new() { ["type"] = "integer", ["format"] = "int32" },
        1 => new() { ["type"] = "integer", ["minimum"] = 0, ["maximum"] = 10 },
        2 when version == "3.1.0" => new() { ["type"] = "number", ["exclusiveMinimum"] = 0 },
        2 => new() { ["type"] = "number", ["minimum"] = 0, ["exclusiveMinimum"] = true },
        _ => new() { ["type"] = "number", ["multipleOf"] = 5 },
    };

    private void AllowNull(JsonObject schema)
    {
        if (version == "3.1.0" && (string?)schema["type"] is { } type && !schema.ContainsKey("enum"))
            schema["type"] = new JsonArray(type, "null");
        else if (version == "3.0.3" && !schema.ContainsKey("$ref"))
            schema["nullable"] = true;
    }

    private JsonObject Reference(string name) => new() { ["$ref"] = Prefix + name };

    /// <summary>A value of a schema, or now and then of another type.</summary>
    private JsonNode? Value(JsonObject schema, int depth)
    {
        if (random.Next(12) == 0 || depth > 6)
            return Any(depth);
        if ((string?)schema["$ref"] is { } reference)
            return Value(components[reference[Prefix.Length..]]!.AsObject(), depth + 1);
        if (schema["allOf"] is JsonArray parts)
        {
            var merged = new JsonObject();
            foreach (var part in parts)
            {
                foreach (var (name, value) in Value(part!.AsObject(), depth + 1) as JsonObject ?? [])
                    merged[name] = value?.DeepClone();
            }
            return merged;
        }
        if ((schema["oneOf"] ?? schema["anyOf"]) is JsonArray alternatives)
            return Value(alternatives[random.Next(alternatives.Count)]!.AsObject(), depth + 1);
        if (schema["discriminator"] is not null || schema["properties"]?["kind"] is not null)
            return new JsonObject { ["kind"] = Pick(["meow", "Cat", "Dog", "Fish", "Base"]), ["name"] = Pick(Texts) };
        if (schema["const"] is not null)
            return Pick(Texts);
        if (schema["enum"] is JsonArray values)
            return random.Next(6) == 0 ? "blue" : values[0]!.DeepClone();
        return ((string?)(schema["type"] is JsonArray types ? types[0] : schema["type"])) switch
        {
            "integer" => random.Next(-3, 15),
            "number" => random.Next(-3, 15) + (random.Next(3) == 0 ? 0.5 : 0),
            "boolean" => random.Next(2) == 0,
            "array" => new JsonArray([.. Enumerable.Range(0, random.Next(4)).Select(_ => Value(schema["items"]!.AsObject(), depth + 1))]),
            "object" => ObjectValue(schema, depth),
            _ => Pick(Texts),
        };
    }

    private JsonObject ObjectValue(JsonObject schema, int depth)
    {
        var value = new JsonObject();
        foreach (var (name, property) in schema["properties"]!.AsObject())
        {
            if (random.Next(6) > 0)
                value[name] = Value(property!.AsObject(), depth + 1);
        }
        if (random.Next(10) == 0)
            value[Pick(Names)] = Any(depth + 1);
        return value;
    }

    private JsonNode? Any(int depth) => random.Next(depth > 6 ? 5 : 7) switch
    {
        0 => null,
        1 => Pick(Texts),
        2 => random.Next(-5, 5),
        3 => 1.5,
        4 => random.Next(2) == 0,
        5 => new JsonArray([.. Enumerable.Range(0, random.Next(3)).Select(_ => Any(depth + 1))]),
        _ => new JsonObject { [Pick(Names)] = Any(depth + 1) },
    };

    private T Pick<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];
}
