using Kiln.Generator.Changes.Findings;

namespace Kiln.Generator.Tests.Changes.Proof;

/// <summary>An edit of one document, and what it does to code that uses a member, as its author knows it from the rules of C#.</summary>
/// <param name="Id">What it is called.</param>
/// <param name="Find">What stands in the document, once.</param>
/// <param name="Replace">What it becomes.</param>
/// <param name="Member">The member, without the namespace of the SDK; <see langword="null"/> for none that is affected.</param>
/// <param name="Effects">What happens to code that uses it.</param>
internal sealed record KnownEdit(string Id, string Find, string Replace, string? Member, CSharpEffects Effects)
{
    public ProofPair Pair
    {
        get
        {
            Assert.Equal(2, KnownEdits.Document.Split(Find).Length);
            return new(Id, KnownEdits.Document, KnownEdits.Document.Replace(Find, Replace));
        }
    }
}

/// <summary>Edits whose effects are known, by which the proof itself is tested.</summary>
internal static class KnownEdits
{
    private const CSharpEffects Breaking = CSharpEffects.SourceBreaking | CSharpEffects.BinaryBreaking;

    public const string Document = """
        openapi: 3.1.0
        info: { title: Shop, version: '1' }
        servers: [{ url: 'https://shop.example/v1' }]
        security: [{ key: [] }]
        paths:
          /pets:
            get:
              operationId: listPets
              parameters:
                - { name: limit, in: query, schema: { type: integer, format: int32 } }
                - { name: kind, in: query, schema: { $ref: '#/components/schemas/Kind' } }
                - { name: since, in: query, required: true, schema: { type: string, format: date } }
              responses:
                '200': { description: ok, content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Pet' } } } } }
            post:
              operationId: addPet
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/NewPet' } } } }
              responses:
                '201': { description: added, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }
                '409': { description: taken, content: { application/json: { schema: { $ref: '#/components/schemas/Problem' } } } }
          /pets/{petId}:
            parameters: [{ name: petId, in: path, required: true, schema: { type: string } }]
            get:
              operationId: getPet
              responses:
                '200': { description: ok, headers: { X-Left: { schema: { type: integer } } }, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }
            delete: { operationId: removePet, responses: { '204': { description: gone } } }
        components:
          securitySchemes: { key: { type: apiKey, in: header, name: X-Key } }
          schemas:
            Kind: { type: string, enum: [cat, dog, bird] }
            Pet:
              type: object
              required: [id, name]
              properties:
                id: { type: string }
                name: { type: string, maxLength: 20 }
                kind: { $ref: '#/components/schemas/Kind' }
                age: { type: integer, format: int32 }
                note: { type: string }
                born: { type: string, format: date-time }
                food: { $ref: '#/components/schemas/Food' }
            NewPet:
              type: object
              required: [title]
              properties:
                title: { type: string }
                weight: { type: number }
                since: { type: string, format: date-time }
            Food: { oneOf: [{ $ref: '#/components/schemas/Fish' }, { $ref: '#/components/schemas/Meat' }] }
            Fish: { type: object, required: [fins], properties: { fins: { type: integer } } }
            Meat: { type: object, required: [fat], properties: { fat: { type: number } } }
            Problem: { type: object, properties: { detail: { type: string } } }
        """;

    public static IReadOnlyList<KnownEdit> All { get; } =
    [
        new("enum value removed", "[cat, dog, bird]", "[cat, dog]", "Models.Kind.Bird", Breaking),
        new("enum value added", "[cat, dog, bird]", "[cat, dog, bird, fish]", null, CSharpEffects.None),
        new("property removed", "        note: { type: string }\n", "", "Models.Pet.Note", Breaking),
        new("optional property added", "        note: { type: string }\n", "        note: { type: string }\n        more: { type: string }\n", null, CSharpEffects.None),
        new("type of a property changed", "age: { type: integer, format: int32 }", "age: { type: string }", "Models.Pet.Age", Breaking),
        new("integer widened", "age: { type: integer, format: int32 }", "age: { type: integer, format: int64 }", "Models.Pet.Age", Breaking),
        new("sent property became required", "required: [title]", "required: [title, weight]", "Models.NewPet.Weight", Breaking),
        new("sent property became optional", "required: [title]", "required: []", "Models.NewPet.Title", CSharpEffects.SourceWarning),
        new("read property became required", "required: [id, name]", "required: [id, name, note]", "Models.Pet.Note", CSharpEffects.SourceWarning),
        new("read property became optional", "required: [id, name]", "required: [id]", "Models.Pet.Name", CSharpEffects.SourceWarning),
        new("required property added to a body", "title: { type: string }\n", "title: { type: string }\n        code: { type: string }\n", null, CSharpEffects.None),
        new("union case added", "{ $ref: '#/components/schemas/Meat' }]", "{ $ref: '#/components/schemas/Meat' }, { type: string }]", "Models.Food.Match", Breaking),
        new("limit changed", "maxLength: 20", "maxLength: 10", null, CSharpEffects.None),
        new("operation removed", "    delete: { operationId: removePet, responses: { '204': { description: gone } } }\n", "", "Pets.Item.PetsItemRequestBuilder.DeleteAsync", Breaking),
        new("operation id renamed", "operationId: removePet", "operationId: dropPet", "ShopOperations.RemovePetAsync", Breaking),
        new("optional parameter became required", "name: limit, in: query,", "name: limit, in: query, required: true,", "Pets.PetsRequestBuilder.GetAsync", Breaking),
        new("optional parameter added", "        - { name: kind, in: query,", "        - { name: color, in: query, schema: { type: string } }\n        - { name: kind, in: query,", null, CSharpEffects.None),
        new("type of a path parameter changed", "name: petId, in: path, required: true, schema: { type: string }", "name: petId, in: path, required: true, schema: { type: integer }", "Pets.PetsRequestBuilder.this[]", Breaking),
        new("header removed", "headers: { X-Left: { schema: { type: integer } } }, ", "", "Models.GetPetHeaders", Breaking),
        new("operation deprecated", "operationId: removePet,", "operationId: removePet, deprecated: true,", "Pets.Item.PetsItemRequestBuilder.DeleteAsync", CSharpEffects.SourceWarning),
        new("error body changed", "'409': { description: taken, content: { application/json: { schema: { $ref: '#/components/schemas/Problem' } } } }", "'409': { description: taken }", "Models.ProblemException", Breaking),
        new("path changed", "  /pets/{petId}:", "  /animals/{petId}:", "Pets.Item.PetsItemRequestBuilder.GetAsync", Breaking),
        new("server changed", "https://shop.example/v1", "https://shop.example/v2", null, CSharpEffects.Behaviour),
        new("security changed", "in: header, name: X-Key", "in: header, name: X-Api-Key", null, CSharpEffects.Behaviour),
        new("response status changed", "'201': { description: added", "'200': { description: added", null, CSharpEffects.Behaviour),
    ];
}
