using Kiln.Generator.Specs.Files;
using Kiln.Generator.Tests.Changes.Equality.Rewriting;

namespace Kiln.Generator.Tests.Changes.Equality;

/// <summary>Small documents in all forms.</summary>
public sealed class SmallDocumentTests
{
    private static readonly int Seeds = TestForm.Count(full: 3, sample: 1);

    private const string Payments =
        """
        openapi: 3.1.0
        info: { title: t, version: '1' }
        paths:
          /payments:
            put:
              requestBody:
                content:
                  multipart/form-data: { schema: { type: object, required: [ name ], properties: { name: { type: string }, amount: { $ref: '#/components/schemas/Money' }, tags: { type: array, items: { type: string } } } } }
              responses:
                '200': { description: d, content: { application/json: { schema: { $ref: '#/components/schemas/Money' } }, application/problem+json: { schema: { $ref: '#/components/schemas/Problem' } } }, headers: { X-A: { schema: { type: string } }, X-B: { schema: { type: string } } } }
                '400': { description: d, content: { application/json: { schema: { $ref: '#/components/schemas/Problem' } } } }
                '401': { description: d }
                default: { description: d }
            post:
              requestBody:
                content: { application/x-www-form-urlencoded: { schema: { $ref: '#/components/schemas/Money' } } }
              responses: { '204': { description: d } }
        components:
          schemas:
            Money: { type: object, required: [ currency, value, scale ], properties: { currency: { type: string }, value: { type: string }, scale: { type: integer }, note: { type: string }, other: { type: string, default: x } } }
            Problem: { type: object, properties: { code: { type: string }, detail: { oneOf: [ { $ref: '#/components/schemas/Money' }, { type: string } ] } } }
        """;

    private const string Pets =
        """
        openapi: 3.0.3
        info: { title: t, version: '1.10' }
        servers: [ { url: https://pets.example } ]
        paths:
          /pets/{id}:
            parameters: [ { $ref: '#/components/parameters/Id' } ]
            get:
              operationId: getPet
              parameters: [ { name: fields, in: query, schema: { type: array, items: { type: string, enum: [ a, b ] } } }, { name: X-Trace, in: header, schema: { type: string, nullable: true } } ]
              responses:
                '200': { description: d, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } }, headers: { X-Rate: { $ref: '#/components/headers/Rate' } } }
                '404': { $ref: '#/components/responses/Missing' }
          /pets:
            post:
              operationId: addPet
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }
              responses: { '204': { description: d } }
          /photos:
            post:
              requestBody:
                content:
                  multipart/form-data:
                    schema: { type: object, properties: { photo: { type: string, format: binary }, note: { type: object, properties: { text: { type: string } } } } }
                    encoding: { photo: { contentType: image/png, headers: { X-Size: { schema: { type: integer } } } } }
              responses: { '204': { description: d } }
        components:
          parameters: { Id: { name: id, in: path, required: true, schema: { type: integer, format: int64, example: 3 } } }
          headers: { Rate: { schema: { type: integer } } }
          responses: { Missing: { description: d, content: { application/json: { schema: { type: object, properties: { code: { type: string } } } } } } }
          schemas:
            Pet:
              type: object
              required: [ id, kind ]
              properties:
                id: { type: integer, readOnly: true, minimum: 0, exclusiveMinimum: true, example: 1 }
                kind: { $ref: '#/components/schemas/Kind' }
                owner: { type: object, nullable: true, description: Who., properties: { name: { type: string, maxLength: 9 } } }
                size: { allOf: [ { $ref: '#/components/schemas/Size' } ], nullable: true, description: How big. }
                parent: { $ref: '#/components/schemas/Pet' }
                value: { nullable: true, oneOf: [ { type: string }, { type: integer } ] }
                code: { allOf: [ { $ref: '#/components/schemas/Code' }, { readOnly: true } ] }
                tags: { type: array, items: { $ref: '#/components/schemas/Tag' } }
            Kind: { type: string, enum: [ cat, dog ] }
            Size: { type: object, properties: { width: { type: number }, height: { type: number } } }
            Code: { type: string }
            Tag: { type: object, properties: { text: { type: string }, weight: { type: number } }, additionalProperties: { type: string } }
        """;

    public static TheoryData<string> Documents => [Payments, Pets];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Another_form_is_no_change(string document)
    {
        var documents = EqualDocuments.Of(SpecSource.Of(new("a.yaml", document), TestContext.Current.CancellationToken), TestContext.Current.CancellationToken)!;

        foreach (var rewrite in Rewrite.All.Append(Rewrite.Together))
        {
            for (var seed = 0; seed < Seeds; seed++)
            {
                var findings = (documents.FindingsOf(rewrite, seed, TestContext.Current.CancellationToken) ?? []).Where(f => rewrite.KeepsNames || !EqualDocuments.IsOfSdk(f)).ToList();
                Assert.True(findings.Count == 0, $"{rewrite}, {seed}: {string.Join("\n", findings)}");
            }
        }
    }
}
