using System.Text;

namespace Kiln.Benchmarks.Generating;

/// <summary>A document of many models with the properties that models usually have, each read by one operation and, on demand, sent by another.</summary>
internal static class ModelDocument
{
    public const int Models = 1500;
    public const int Properties = 14;

    private static readonly (string Name, string Schema)[] Kinds =
    [
        ("id", "type: integer, format: int64"),
        ("name", "type: string"),
        ("url", "type: string, format: uri"),
        ("created_at", "type: string, format: date-time"),
        ("is_public", "type: boolean"),
        ("count", "type: integer, format: int32"),
        ("description", "type: string, nullable: true"),
        ("score", "type: number, nullable: true"),
        ("updated_at", "type: string, format: date-time, nullable: true"),
        ("labels", "type: array, items: { type: string }"),
        ("owner", "$ref: '#/components/schemas/{0}'"),
        ("parts", "type: array, items: { $ref: '#/components/schemas/{0}' }"),
        ("node_id", "type: string"),
        ("size", "type: integer, format: int32, nullable: true"),
    ];

    /// <summary>The document as YAML.</summary>
    /// <param name="isSent">Whether requests have the models too, which makes their setters remember what was set.</param>
    public static string Create(bool isSent)
    {
        var yaml = new StringBuilder("""
            openapi: 3.0.3
            info: { title: Models, version: '1' }
            paths:
              /all:
                get:
                  operationId: listAll
                  responses: { '200': { description: All, content: { application/json: { schema: { $ref: '#/components/schemas/All' } } } } }

            """);
        if (isSent)
            yaml.Append("    put:\n      operationId: replaceAll\n      requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/All' } } } }\n      responses: { '204': { description: Replaced } }\n");
        yaml.Append("components:\n  schemas:\n    All:\n      type: object\n      properties:\n");
        for (var i = 0; i < Models; i++)
            yaml.Append($"        m{i}: {{ $ref: '#/components/schemas/Model{i}' }}\n");
        for (var i = 0; i < Models; i++)
        {
            // Half of the properties are required, and each model refers to another.
            yaml.Append($"    Model{i}:\n      type: object\n      required: [{string.Join(", ", Kinds.Take(Properties / 2).Select(k => k.Name))}]\n      properties:\n");
            foreach (var (name, schema) in Kinds)
                yaml.Append($"        {name}: {{ {schema.Replace("{0}", $"Model{(i + 1) % Models}", StringComparison.Ordinal)} }}\n");
        }
        return yaml.ToString();
    }
}
