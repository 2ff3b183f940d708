using System.Text.Json.Nodes;

namespace Kiln.Generator.Tests.Sharing;

/// <summary>No name depends on the order in which a document has its paths, schemas, properties, values and alternatives.</summary>
public sealed class OrderTests
{
    private const string Document = """
        {
          "openapi": "3.1.0", "info": { "title": "T", "version": "1" },
          "paths": {
            "/x/a": { "get": { "parameters": [{ "name": "mode", "in": "query", "schema": { "enum": ["m", "n"] } }], "responses": {
              "200": { "description": "x", "headers": { "X-A": { "schema": { "type": "string" } }, "X-B": { "schema": { "type": "string" } } }, "content": { "application/json": { "schema": { "title": "Thing", "type": "object", "properties": { "state": { "enum": ["on", "off"] } } } } } },
              "404": { "description": "x", "content": { "application/json": { "schema": { "type": "object", "properties": { "why": { "type": "string" }, "code": { "type": "integer" } } } } } } } } },
            "/x/b": { "get": { "parameters": [{ "name": "mode", "in": "query", "schema": { "enum": ["n", "m"] } }], "responses": {
              "200": { "description": "x", "headers": { "X-B": { "schema": { "type": "string" } }, "X-A": { "schema": { "type": "string" } } }, "content": { "application/json": { "schema": { "title": "Thing", "type": "object", "properties": { "other": { "enum": ["on", "off"] } } } } } },
              "404": { "description": "x", "content": { "application/json": { "schema": { "type": "object", "properties": { "code": { "type": "integer" }, "why": { "type": "string" } } } } } } } } },
            "/y": { "get": { "responses": { "200": { "description": "x", "content": { "application/json": { "schema": { "type": "object", "properties": { "state": { "enum": ["off", "on"] }, "mode": { "enum": ["1", "2"] } } } } } } } } }
          },
          "components": { "schemas": {
            "Frame": { "allOf": [{ "$ref": "#/components/schemas/Layer" }], "properties": { "size": { "type": "object", "properties": { "unit": { "enum": ["px", "em"] }, "value": { "type": "number" } } } } },
            "Layer": { "type": "object", "properties": { "align": { "enum": ["l", "r"] }, "pet": { "oneOf": [{ "$ref": "#/components/schemas/Cat" }, { "$ref": "#/components/schemas/Dog" }] } } },
            "Text": { "allOf": [{ "$ref": "#/components/schemas/Layer" }], "properties": { "size": { "type": "object", "properties": { "value": { "type": "number" }, "unit": { "enum": ["em", "px"] } } } } },
            "Cat": { "type": "object", "required": ["meow"], "properties": { "meow": { "type": "string" } } },
            "Dog": { "type": "object", "required": ["bark"], "properties": { "bark": { "type": "string" }, "friend": { "oneOf": [{ "$ref": "#/components/schemas/Dog" }, { "$ref": "#/components/schemas/Cat" }] } } }
          } }
        }
        """;

    [Fact]
    public void Any_order_gives_the_same_names()
    {
        var expected = NamesOf(JsonNode.Parse(Document)!);
        Assert.Contains("Mode", expected, StringComparison.Ordinal);

        for (var seed = 0; seed < 20; seed++)
            Assert.Equal(expected, NamesOf(Shuffled(JsonNode.Parse(Document), new Random(seed))!));
    }

    // The files with the types of their members: what is renamed, or changes its type, changes them.
    private static string NamesOf(JsonNode document)
    {
        var sdk = PlannedSdk.Of(document.ToJsonString());
        return string.Join("\n",
        [
            .. sdk.Types.Models.SelectMany(m => m.Fields.Select(f => $"{m.Name}.{f.Property.WireName}: {f.Type}")).Order(StringComparer.Ordinal),
            .. sdk.Types.Enums.Select(e => $"{e.Name}").Order(StringComparer.Ordinal),
            .. sdk.Types.Unions.Select(u => $"{u.Name}").Order(StringComparer.Ordinal),
            .. sdk.Headers.Plans.Select(h => $"{h.Name}").Order(StringComparer.Ordinal),
            .. sdk.Errors.Exceptions.Select(e => $"{e.Name}").Order(StringComparer.Ordinal),
        ]);
    }

    private static JsonNode? Shuffled(JsonNode? node, Random random)
    {
        switch (node)
        {
            case JsonObject map:
                var entries = map.Select(e => (e.Key, Value: Shuffled(e.Value?.DeepClone(), random))).ToArray();
                random.Shuffle(entries);
                return new JsonObject(entries.Select(e => KeyValuePair.Create(e.Key, e.Value)));
            case JsonArray list:
                var items = list.Select(i => Shuffled(i?.DeepClone(), random)).ToArray();
                random.Shuffle(items);
                return new JsonArray(items);
            default:
                return node;
        }
    }
}
