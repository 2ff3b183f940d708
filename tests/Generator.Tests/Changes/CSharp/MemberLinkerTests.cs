namespace Kiln.Generator.Tests.Changes.CSharp;

/// <summary>What each difference of two documents does to the SDK: its effects, and the member that they are told of.</summary>
public sealed class MemberLinkerTests
{
    public static TheoryData<string, string, string[]> Edits => new()
    {
        {
            "tag: { type: string }",
            "tag: { type: integer }",
            [
                "Pet.tag: SourceBreaking, BinaryBreaking Shop.Models.Pet.Tag",
            ]
        },
        {
            "tag: { type: string }",
            "tag: { type: string, maxLength: 3, description: A tag. }",
            [
                "Pet.tag: None Shop.Models.Pet.Tag",
            ]
        },
        {
            "tag: { type: string }",
            "tag: { type: string, deprecated: true }",
            [
                "Pet.tag: SourceWarning Shop.Models.Pet.Tag",
            ]
        },
        {
            "tag: { type: string }",
            "tag: { type: string, default: none }",
            [
                "Pet.tag: SourceWarning Shop.Models.Pet.Tag",
            ]
        },
        {
            "        tag: { type: string }\n",
            "",
            [
                "Pet.tag: SourceBreaking, BinaryBreaking Shop.Models.Pet.Tag",
            ]
        },
        {
            "        tag: { type: string }\n",
            "        kind: { type: string }\n        tag: { type: string }\n",
            [
                "Pet.kind: None Shop.Models.Pet.Kind",
            ]
        },
        {
            "        tag: { type: string }",
            "        tag: { type: string, x-kiln-name: Label }",
            [
                "csharp-member-renamed Pet.tag: SourceBreaking, BinaryBreaking Shop.Models.Pet.Label",
            ]
        },
        {
            "[ id, name ]",
            "[ id ]",
            [
                "Pet.name: SourceWarning Shop.Models.Pet.Name",
            ]
        },
        {
            "[ id, name ]",
            "[ name ]",
            [
                "Pet.id: SourceBreaking, BinaryBreaking Shop.Models.Pet.Id",
            ]
        },
        {
            "[ id, name ]",
            "[ id, name, tag ]",
            [
                "Pet.tag: SourceBreaking, SourceWarning Shop.Models.Pet.Tag",
            ]
        },
        {
            "[ id, name ]",
            "[ id, name, age ]",
            [
                "Pet.age: SourceBreaking, BinaryBreaking Shop.Models.Pet.Age",
            ]
        },
        {
            "[ id, name ]",
            "[ ]",
            [
                "Pet.id: SourceBreaking, BinaryBreaking Shop.Models.Pet.Id",
                "Pet.name: SourceWarning Shop.Models.Pet.Name",
            ]
        },
        {
            "[ free, sold ]",
            "[ free ]",
            [
                "Status: SourceBreaking, BinaryBreaking Shop.Models.Status.Sold",
            ]
        },
        {
            "[ free, sold ]",
            "[ free, held, sold ]",
            [
                "Status: None Shop.Models.Status.Held",
            ]
        },
        {
            "type: string, enum: [ free, sold ]",
            "type: string",
            [
                "Status: SourceBreaking, BinaryBreaking Shop.Models.Status",
            ]
        },
        {
            "[ { type: string }, {",
            "[ { type: string }, { type: integer }, {",
            [
                "Extra: SourceBreaking, BinaryBreaking Shop.Models.Extra.Match",
            ]
        },
        {
            "[ { type: string }, {",
            "[ { type: integer }, {",
            [
                "Extra: SourceBreaking, BinaryBreaking Shop.Models.Extra.Match",
            ]
        },
        {
            "name: limit, in: query",
            "name: max, in: query",
            [
                "GET /pets query limit: SourceBreaking, BinaryBreaking Shop.Pets.ListPetsQuery.Limit",
                "GET /pets query max: None Shop.Pets.ListPetsQuery.Max",
            ]
        },
        {
            "name: limit, in: query,",
            "name: limit, in: query, required: true,",
            [
                "GET /pets query limit: SourceBreaking, BinaryBreaking Shop.Pets.PetsRequestBuilder.GetAsync",
            ]
        },
        {
            "name: tenant, in: query, required: true",
            "name: tenant, in: query",
            [
                "GET /pets query tenant: SourceBreaking, BinaryBreaking Shop.Pets.PetsRequestBuilder.GetAsync",
            ]
        },
        {
            "name: tenant, in: query, required: true",
            "name: owner, in: query, required: true",
            [
                "GET /pets query owner: SourceBreaking Shop.Pets.PetsRequestBuilder.GetAsync",
                "GET /pets query tenant: SourceBreaking Shop.Pets.PetsRequestBuilder.GetAsync",
            ]
        },
        {
            "petId",
            "id",
            [
                "DELETE /pets/{id} path id: SourceBreaking Shop.ShopOperations.RemovePetAsync",
            ]
        },
        {
            "operationId: listPets",
            "operationId: findPets",
            [
                "GET /pets: SourceBreaking, BinaryBreaking Shop.ShopOperations.FindPetsAsync",
            ]
        },
        {
            "operationId: addPet\n",
            "operationId: addPet\n      deprecated: true\n",
            [
                "POST /pets: SourceWarning Shop.Pets.PetsRequestBuilder.PostAsync",
            ]
        },
        {
            "tag: { type: string }",
            "tag: { type: string, format: date-time }",
            [
                "Pet.tag: SourceBreaking, BinaryBreaking Shop.Models.Pet.Tag",
            ]
        },
        {
            "requestBody: { required: true, ",
            "requestBody: { ",
            [
                "POST /pets request: None Shop.Pets.PetsRequestBuilder.PostAsync",
            ]
        },
        {
            "'409': { description: Conflict., content: { application/json: { schema: { $ref: '#/components/schemas/Problem' } } } }",
            "'422': { description: Invalid. }",
            [
                "POST /pets 409: SourceBreaking, BinaryBreaking Shop.Models.ProblemException",
                "POST /pets 422: Behaviour Shop.Pets.PetsRequestBuilder.PostAsync",
            ]
        },
        {
            "'204': { description: Removed. }",
            "'204': { description: Removed., headers: { X-Count: { schema: { type: integer } } } }",
            [
                "DELETE /pets/{petId} 204 header X-Count: SourceBreaking, BinaryBreaking Shop.Pets.Item.PetsItemRequestBuilder.DeleteWithResponseAsync",
            ]
        },
        {
            "petId, in: path, required: true, schema: { type: integer }",
            "petId, in: path, required: true, schema: { type: string }",
            [
                "DELETE /pets/{petId} path petId: SourceBreaking, BinaryBreaking Shop.ShopOperations.RemovePetAsync",
            ]
        },
        {
            "Note: { type: object, properties",
            "Note: { type: object, additionalProperties: { type: integer }, properties",
            [
                "Note: None Shop.Models.Note.AdditionalProperties",
            ]
        },
        {
            "https://shop.example",
            "https://shop2.example",
            [
                ": Behaviour Shop.ShopClient.ShopClient",
            ]
        },
        {
            "X-Key",
            "X-Api-Key",
            [
                "securitySchemes/key: Behaviour Shop.ShopCredential.Key",
            ]
        },
        {
            "security: [ { key: [] } ]",
            "security: []",
            [
                ": SourceBreaking, BinaryBreaking Shop.ShopCredential",
            ]
        },
        {
            "'201'",
            "'200'",
            [
                "POST /pets 200: Behaviour Shop.Pets.PetsRequestBuilder.PostAsync",
                "POST /pets 201: Behaviour Shop.Pets.PetsRequestBuilder.PostAsync",
            ]
        },
        {
            "'204': { description: Removed. }",
            "'204': { description: Removed. }, '200': { description: Pet., content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }",
            [
                "DELETE /pets/{petId} 200: SourceBreaking, BinaryBreaking Shop.Pets.Item.PetsItemRequestBuilder.DeleteWithResponseAsync",
            ]
        },
        {
            "'204': { description: Removed. }",
            "'200': { description: Pet., content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }",
            [
                "DELETE /pets/{petId} 200: SourceBreaking, BinaryBreaking Shop.Pets.Item.PetsItemRequestBuilder.DeleteWithResponseAsync",
                "DELETE /pets/{petId} 204: SourceBreaking, BinaryBreaking Shop.Pets.Item.PetsItemRequestBuilder.DeleteWithResponseAsync",
            ]
        },
        {
            "/pets/{petId}",
            "/animals/{petId}",
            [
                "DELETE /animals/{petId}: SourceBreaking, BinaryBreaking Shop.Animals.Item.AnimalsItemRequestBuilder",
            ]
        },
    };

    [Theory]
    [MemberData(nameof(Edits))]
    public void A_difference_has_the_effects_of_the_members_that_it_changes(string before, string after, string[] findings) =>
        Assert.Equal(findings, LinkedFindings.Of(EditedSdk.Document, EditedSdk.Edited(before, after)));

    [Fact]
    public void The_same_document_gives_no_findings() => Assert.Empty(LinkedFindings.Of(EditedSdk.Document, EditedSdk.Document));

    [Fact]
    public void A_component_with_another_name_is_one_finding() =>
        Assert.Equal(
            ["Animal: SourceBreaking, BinaryBreaking Shop.Models.Animal"],
            LinkedFindings.Of(EditedSdk.Document, EditedSdk.Document.Replace("schemas/Pet'", "schemas/Animal'").Replace("    Pet:", "    Animal:")));
}
