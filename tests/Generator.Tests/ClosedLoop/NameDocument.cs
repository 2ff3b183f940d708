using System.Text.Json.Nodes;

namespace Kiln.Generator.Tests.ClosedLoop;

/// <summary>
/// A document that has each of some names as everything that a document can name: schemas of each kind, properties, enum values, query parameters, request and
/// response headers, path segments and path parameters. The operations, objects and enums that have them use every feature of their templates.
/// </summary>
internal static class NameDocument
{
    private const int ParametersOfAnOperation = 300;
    private const int PathParameters = 150;

    // A property of each kind that its class keeps, reads or starts in another way.
    private static readonly string[] PropertySchemas =
    [
        """{ "type": "string" }""",
        """{ "type": "string", "nullable": true }""",
        """{ "type": "string", "default": "x" }""",
        """{ "type": "string", "format": "uri" }""",
        """{ "type": "string", "format": "date-time", "nullable": true }""",
        """{ "type": "array", "items": { "$ref": "#/components/schemas/Holder" } }""",
        """{ "$ref": "#/components/schemas/Either" }""",
        """{ "type": "string", "enum": ["a"], "default": "a" }""",
        """{ "type": "integer", "enum": [1] }""",
        """{ "type": "number", "nullable": true, "deprecated": true }""",
    ];

    private static readonly string[] Schemas =
    [
        """{ "type": "object", "properties": { "x": { "type": "string" } } }""",
        """{ "type": "string", "enum": ["a", "b"] }""",
        """{ "oneOf": [{ "type": "string" }, { "type": "object", "properties": { "x": { "type": "string" } } }] }""",
    ];

    public static string Of(IReadOnlyList<string> names)
    {
        var schemas = new JsonObject
        {
            ["Holder"] = Holder([.. names, "Holder", "HolderModel", "LevelOfHolder"], ["Holder"]),
            ["Derived"] = new JsonObject { ["allOf"] = new JsonArray(Parse("""{ "$ref": "#/components/schemas/Holder" }"""), Holder(["Derived", "Fields"], [])) },
            ["Either"] = Parse("""{ "oneOf": [{ "type": "string" }, { "type": "integer" }, { "$ref": "#/components/schemas/Problem" }] }"""),
            ["Problem"] = Parse("""{ "type": "object", "properties": { "title": { "type": "string" } } }"""),
            ["Values"] = new JsonObject { ["type"] = "string", ["enum"] = Texts([.. names, "Values"]) },
            ["Numbers"] = new JsonObject
            {
                ["type"] = "integer",
                ["enum"] = new JsonArray([.. names.Select((_, i) => (JsonNode)i)]),
                ["x-enum-varnames"] = Texts(names),
            },
        };
        foreach (var (name, i) in names.Select((n, i) => (n, i)))
            schemas.TryAdd(name.Length == 0 ? "Empty" : name, Parse(Schemas[i % Schemas.Length]));

        return new JsonObject
        {
            ["openapi"] = "3.0.3",
            ["info"] = Parse("""{ "title": "Loop", "version": "1" }"""),
            ["paths"] = Paths(names),
            ["components"] = new JsonObject { ["schemas"] = schemas },
        }.ToJsonString();
    }

    private static JsonObject Holder(IReadOnlyList<string> names, IReadOnlyList<string> required)
    {
        var properties = new JsonObject();
        foreach (var (name, i) in names.Distinct().Select((n, i) => (n, i)))
            properties.Add(name, Parse(PropertySchemas[i % PropertySchemas.Length]));
        var all = properties.Select(p => p.Key).Where((_, i) => i % 3 == 0 || i % PropertySchemas.Length is 3 or 6).Concat(required).Distinct();
        return new JsonObject
        {
            ["type"] = "object",
            ["required"] = Texts([.. all]),
            ["properties"] = properties,
            ["additionalProperties"] = Parse("""{ "type": "integer" }"""),
        };
    }

    private static JsonObject Paths(IReadOnlyList<string> names)
    {
        var paths = new JsonObject();
        foreach (var (chunk, i) in names.Chunk(ParametersOfAnOperation).Select((c, i) => (c, i)))
        {
            // An operation has all features: a query, headers, a body, errors, paging and a count.
            string[] own = [$"Sent{i}Query", $"Sent{i}Headers", $"Sent{i}PostQuery", $"Sent{i}PostHeaders", $"Sent{i}RequestBuilder"];
            paths.Add($"/sent{i}", new JsonObject
            {
                ["get"] = Operation([.. chunk, .. own], isRequired: n => n % 4 == 0, isPaged: true),
                ["post"] = Operation([.. chunk, .. own], isRequired: n => n % 4 == 1, isPaged: false),
            });
        }
        // Each name stands behind operations, behind none, and behind a parameter.
        paths.Add("/all", new JsonObject { ["get"] = Operation(["AllQuery"], _ => false, isPaged: true), ["put"] = Operation([], _ => false, isPaged: false) });
        foreach (var (name, i) in names.Select((n, i) => (n, i)))
        {
            var segment = Uri.EscapeDataString(name) == name ? name : name.Replace("/", "", StringComparison.Ordinal).Replace("{", "", StringComparison.Ordinal);
            var parent = (i % 3) switch { 0 => "/all", 1 => "/none", _ => "/items/{item}" };
            paths.TryAdd($"{parent}/{segment}", new JsonObject { ["get"] = Operation(i % 3 == 2 ? [] : [name], _ => true, isPaged: false, pathParameters: i % 3 == 2 ? ["item"] : []) });
            if (i % Math.Max(1, names.Count / PathParameters) == 0)
                paths.TryAdd($"/values{i}/{{{segment}}}/{segment}", new JsonObject { ["get"] = Operation([name], _ => true, isPaged: false, pathParameters: [segment]) });
        }
        return paths;
    }

    private static JsonObject Operation(IReadOnlyList<string> names, Func<int, bool> isRequired, bool isPaged, IReadOnlyList<string>? pathParameters = null)
    {
        var parameters = new JsonArray([.. (pathParameters ?? []).Select(p => (JsonNode)new JsonObject { ["name"] = p, ["in"] = "path", ["required"] = true, ["schema"] = Parse("""{ "type": "string" }""") })]);
        var headers = new JsonObject();
        foreach (var (name, i) in names.Distinct().Select((n, i) => (n, i)))
        {
            parameters.Add(new JsonObject { ["name"] = name, ["in"] = "query", ["required"] = isRequired(i), ["schema"] = Parse(i % 2 == 0 ? """{ "type": "string" }""" : """{ "type": "array", "items": { "type": "integer" } }""") });
            if (name.Length > 0 && name.All(c => c is < (char)127 and > ' ' and not ':'))
            {
                parameters.Add(new JsonObject { ["name"] = "X" + name, ["in"] = "header", ["x-kiln-name"] = IsName(name) ? name : null, ["schema"] = Parse("""{ "type": "string" }""") });
                headers.TryAdd(name, Parse("""{ "schema": { "type": "integer" } }"""));
            }
        }

        var operation = new JsonObject { ["parameters"] = parameters };
        if (isPaged)
        {
            parameters.Add(Parse("""{ "name": "loop-after", "in": "query", "schema": { "type": "string" } }"""));
            parameters.Add(Parse("""{ "name": "loop-size", "in": "query", "schema": { "type": "integer", "maximum": 10 } }"""));
            parameters.Add(Parse("""{ "name": "loop-count", "in": "query", "schema": { "type": "boolean" } }"""));
            operation["x-kiln-paging"] = Parse("""{ "cursor": "loop-after", "nextCursor": "/next", "items": "/lines", "total": "/total", "pageSize": "loop-size", "countOnly": "loop-count" }""");
        }
        else
        {
            operation["requestBody"] = Parse("""{ "required": true, "content": { "multipart/form-data": { "schema": { "type": "string", "format": "binary" } } } }""");
        }
        operation["responses"] = new JsonObject
        {
            ["200"] = new JsonObject
            {
                ["description"] = "x",
                ["headers"] = headers,
                ["content"] = Parse("""{ "application/json": { "schema": { "type": "object", "properties": { "next": { "type": "string" }, "total": { "type": "integer" }, "lines": { "type": "array", "items": { "type": "string" } } } } } }"""),
            },
            ["404"] = Parse("""{ "description": "x", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Problem" } } } }"""),
        };
        return operation;
    }

    private static bool IsName(string name) => char.IsLetter(name[0]) && name.All(c => char.IsLetterOrDigit(c) || c == '_');

    private static JsonNode Parse(string json) => JsonNode.Parse(json)!;

    private static JsonArray Texts(IEnumerable<string> texts) => [.. texts.Select(t => (JsonNode)t)];
}
