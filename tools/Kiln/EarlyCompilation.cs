using Kiln.Generator.Pipeline;
using Kiln.Generator.Shapes;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Tool;

/// <summary>
/// Has the JIT compile the generator's stages while the document is still being read: most of the time of a run is the JIT's, and all processors but one are idle.
/// It generates an SDK of a document that has a little of everything, and drops it.
/// </summary>
internal static class EarlyCompilation
{
    private const string Document = """
        {
          "openapi": "3.0.3",
          "info": { "title": "A", "version": "1", "description": "B." },
          "servers": [{ "url": "https://a.example/{b}", "variables": { "b": { "default": "c" } } }],
          "components": {
            "securitySchemes": { "k": { "type": "http", "scheme": "bearer" } },
            "responses": { "E": { "description": "E", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/E" } } } } },
            "schemas": {
              "E": { "type": "object", "required": ["m"], "properties": { "m": { "type": "string", "description": "M `m`." } } },
              "P": {
                "type": "object", "required": ["id", "k"],
                "properties": {
                  "id": { "type": "integer", "format": "int64" }, "k": { "type": "string", "enum": ["a", "b"] }, "n": { "type": "string", "nullable": true },
                  "t": { "type": "array", "items": { "type": "string" } }, "d": { "type": "string", "format": "date-time" }, "x": { "type": "number", "default": 1 },
                  "e": { "$ref": "#/components/schemas/E" }, "u": { "oneOf": [{ "$ref": "#/components/schemas/E" }, { "type": "string" }, { "type": "array", "items": { "type": "integer" } }] },
                  "o": { "type": "object", "properties": { "b": { "type": "boolean" } } }
                },
                "additionalProperties": { "type": "string" }
              },
              "Q": { "allOf": [{ "$ref": "#/components/schemas/P" }, { "type": "object", "properties": { "q": { "type": "string", "deprecated": true } } }] }
            }
          },
          "security": [{ "k": [] }],
          "paths": {
            "/p/{id}": {
              "parameters": [{ "name": "id", "in": "path", "required": true, "schema": { "type": "integer" } }],
              "get": {
                "summary": "G", "description": "D",
                "parameters": [
                  { "name": "l", "in": "query", "description": "L", "schema": { "type": "integer", "default": 10 } }, { "name": "s", "in": "query", "schema": { "type": "array", "items": { "type": "string" } } },
                  { "name": "X-H", "in": "header", "schema": { "type": "string" } }
                ],
                "responses": {
                  "200": { "description": "O", "headers": { "L": { "schema": { "type": "string" } } }, "content": { "application/json": { "schema": { "type": "array", "items": { "$ref": "#/components/schemas/Q" } } } } },
                  "404": { "$ref": "#/components/responses/E" }
                }
              },
              "post": {
                "requestBody": { "required": true, "content": { "application/json": { "schema": { "$ref": "#/components/schemas/P" } } } },
                "responses": { "201": { "description": "C", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/P" } } } }, "default": { "$ref": "#/components/responses/E" } }
              }
            }
          }
        }
        """;

    /// <summary>Starts it, and does not wait for it.</summary>
    public static void Start()
    {
        if (Environment.ProcessorCount > 1)
            _ = Task.Run(() => SdkPipeline.Generate(new SpecText("early.json", Document), new SdkOptions(), CancellationToken.None));
    }
}
