using Kiln.Generator.Specs.Files;
using Kiln.Generator.Specs.Filtering;
using Kiln.Generator.Specs.Tree;
using static Kiln.Generator.Tests.Changes.Structure.StructurePair;

namespace Kiln.Generator.Tests.Changes.Structure;

/// <summary>Documents that say the same in another form have no differences.</summary>
public sealed class EquivalenceTests
{
    [Fact]
    public void Swagger_is_no_difference() => Assert.Empty(Lines(
        """
        swagger: '2.0'
        info: { title: t, version: '1' }
        host: a.example
        basePath: /v1
        schemes: [https]
        consumes: [application/json]
        produces: [application/json]
        securityDefinitions: { key: { type: apiKey, in: header, name: X-Key }, oauth: { type: oauth2, flow: application, tokenUrl: 'https://a.example/token', scopes: { read: r } } }
        security: [{ key: [] }]
        paths:
          /pets:
            get:
              operationId: listPets
              parameters:
              - { name: tags, in: query, type: array, items: { type: string }, collectionFormat: multi }
              - { name: ids, in: query, type: array, items: { type: integer } }
              - { name: limit, in: query, type: integer, default: 3, required: true }
              responses: { 200: { description: d, schema: { type: array, items: { $ref: '#/definitions/Pet' } }, headers: { X-Total: { type: integer } } } }
            post:
              parameters: [{ name: pet, in: body, required: true, schema: { $ref: '#/definitions/Pet' } }]
              responses: { 201: { description: d } }
          /photos:
            post:
              consumes: [multipart/form-data]
              parameters: [{ name: photo, in: formData, type: file, required: true }, { name: title, in: formData, type: string }]
              responses: { 204: { description: d } }
        definitions: { Pet: { type: object, properties: { name: { type: string } } } }
        """,
        """
        openapi: 3.0.3
        info: { title: t, version: '1' }
        servers: [{ url: 'https://a.example/v1' }]
        security: [{ key: [] }]
        paths:
          /pets:
            get:
              operationId: listPets
              parameters:
              - { name: tags, in: query, schema: { type: array, items: { type: string } } }
              - { name: ids, in: query, explode: false, schema: { type: array, items: { type: integer } } }
              - { name: limit, in: query, required: true, schema: { type: integer, default: 3 } }
              responses: { '200': { description: d, headers: { X-Total: { schema: { type: integer } } }, content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Pet' } } } } } }
            post:
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }
              responses: { '201': { description: d } }
          /photos:
            post:
              requestBody: { required: true, content: { multipart/form-data: { schema: { type: object, required: [photo], properties: { photo: { type: string, format: binary }, title: { type: string } } } } } }
              responses: { '204': { description: d } }
        components:
          schemas: { Pet: { type: object, properties: { name: { type: string } } } }
          securitySchemes: { key: { type: apiKey, in: header, name: X-Key }, oauth: { type: oauth2, flows: { clientCredentials: { tokenUrl: 'https://a.example/token', scopes: { read: r } } } } }
        """));

    [Fact]
    public void Operations_in_another_file_are_no_difference()
    {
        const string Item = "{ get: { parameters: [{ name: a, in: query, schema: { type: string } }], responses: { '200': { description: d, content: { application/json: { schema: { type: string } } } } } } }";
        const string Head = "openapi: 3.1.0\ninfo: { title: t, version: '1' }\n";

        Assert.Empty(Differences(
            Source(Head + $"paths: {{ /pets: {Item} }}\n"), Load(new("a.yaml", Head + "paths: { /pets: { $ref: 'pets.yaml' } }\n"), new SpecText("pets.yaml", Item))).Select(Line));
    }

    [Fact]
    public void Objects_behind_references_are_no_difference() => Assert.Empty(BodyLines(
        """
        paths:
          /pets:
            post:
              parameters: [{ name: a, in: query, required: true, schema: { type: string } }]
              requestBody: { content: { application/json: { schema: { type: string } } } }
              responses: { '200': { description: d, headers: { X-A: { schema: { type: string } } }, links: { self: { operationRef: '#/paths/~1pets/post' } } } }
              callbacks: { done: { '{$request.body#/url}': { post: { responses: { '204': { description: d } } } } } }
        """,
        """
        paths:
          /pets:
            post:
              parameters: [{ $ref: '#/components/parameters/A' }]
              requestBody: { $ref: '#/components/requestBodies/B' }
              responses: { '200': { $ref: '#/components/responses/C' } }
              callbacks: { done: { $ref: '#/components/callbacks/E' } }
        components:
          parameters: { A: { name: a, in: query, required: true, schema: { type: string } } }
          requestBodies: { B: { content: { application/json: { schema: { type: string } } } } }
          responses: { C: { description: d, headers: { X-A: { $ref: '#/components/headers/D' } }, links: { self: { $ref: '#/components/links/F' } } } }
          headers: { D: { schema: { type: string } } }
          callbacks: { E: { '{$request.body#/url}': { post: { responses: { '204': { description: d } } } } } }
          links: { F: { operationRef: '#/paths/~1pets/post' } }
        """));

    private static SpecSource Load(SpecText entry, params SpecText[] others) =>
        SpecSource.Load(entry, path => others.FirstOrDefault(o => o.Path == path), [], SpecFilter.None, TestContext.Current.CancellationToken);
}
