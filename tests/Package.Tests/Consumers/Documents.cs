namespace Kiln.Package.Tests.Consumers;

/// <summary>A stranger's document.</summary>
internal static class Documents
{
    public static string Shop(string title = "Shop") => $$"""
        openapi: 3.0.3
        info: { title: {{title}}, version: '1' }
        paths:
          /pets:
            get:
              parameters:
                - { name: limit, in: query, schema: { type: integer } }
              responses:
                '200':
                  description: Pets.
                  content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Pet' } } } }
          /pets/{id}:
            get:
              parameters:
                - { name: id, in: path, required: true, schema: { type: integer, format: int64 } }
              responses:
                '200':
                  description: A pet.
                  headers: { X-Trace: { schema: { type: string } } }
                  content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } }
                '404':
                  description: No such pet.
                  content: { application/json: { schema: { $ref: '#/components/schemas/Problem' } } }
        components:
          schemas:
            Pet:
              type: object
              required: [id, name]
              properties:
                id: { type: integer, format: int64 }
                name: { type: string }
                kind: { type: string, enum: [cat, dog] }
                born: { type: string, format: date-time, nullable: true }
            Problem:
              type: object
              properties: { detail: { type: string } }
          securitySchemes:
            bearer: { type: http, scheme: bearer }
        servers: [{ url: 'https://shop.example' }]
        security: [{ bearer: [] }]

        """;

    /// <summary>A document that earns one warning, KILN0031 on line 5.</summary>
    public const string WithWarning = """
        openapi: 3.0.3
        info: { title: Shop, version: '1' }
        paths:
          /pets/{id}:
            get: { responses: { '204': { description: x } } }

        """;
}
