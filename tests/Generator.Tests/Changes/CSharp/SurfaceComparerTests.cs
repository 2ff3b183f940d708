namespace Kiln.Generator.Tests.Changes.CSharp;

/// <summary>What an edit of a document changes of the SDK that is made of it.</summary>
public sealed class SurfaceComparerTests
{
    public static TheoryData<string, string, string[]> Edits => new()
    {
        {
            "tag: { type: string }",
            "tag: { type: integer }",
            [
                "changed Shop.Models.Pet.Tag: Type SourceBreaking, BinaryBreaking",
            ]
        },
        {
            "tag: { type: string }",
            "tag: { type: string, maxLength: 3, description: A tag. }",
            []
        },
        {
            "tag: { type: string }",
            "tag: { type: string, deprecated: true }",
            [
                "changed Shop.Models.Pet.Tag: Obsolete SourceWarning",
            ]
        },
        {
            "tag: { type: string }",
            "tag: { type: string, default: none }",
            [
                "changed Shop.Models.Pet.Tag: Nullability SourceWarning",
            ]
        },
        {
            "        tag: { type: string }\n",
            "",
            [
                "removed Shop.Models.Pet.Tag: Existence SourceBreaking, BinaryBreaking",
            ]
        },
        {
            "        tag: { type: string }\n",
            "        kind: { type: string }\n        tag: { type: string }\n",
            [
                "added Shop.Models.Pet.Kind: Existence None",
            ]
        },
        {
            "        tag: { type: string }",
            "        tag: { type: string, x-kiln-name: Label }",
            [
                "renamed Shop.Models.Pet.Tag -> Shop.Models.Pet.Label: Name SourceBreaking, BinaryBreaking",
            ]
        },
        {
            "[ id, name ]",
            "[ id ]",
            [
                "changed Shop.Models.Pet.Name: Nullability SourceWarning; Required None",
            ]
        },
        {
            "[ id, name ]",
            "[ name ]",
            [
                "changed Shop.Models.Pet.Id: Type SourceBreaking, BinaryBreaking",
            ]
        },
        {
            "[ id, name ]",
            "[ id, name, tag ]",
            [
                "changed Shop.Models.Pet.Tag: Nullability SourceWarning; Required SourceBreaking",
            ]
        },
        {
            "[ id, name ]",
            "[ id, name, age ]",
            [
                "changed Shop.Models.Pet.Age: Type SourceBreaking, BinaryBreaking; Required SourceBreaking",
            ]
        },
        {
            "[ id, name ]",
            "[ ]",
            [
                "changed Shop.Models.Pet.Id: Type SourceBreaking, BinaryBreaking",
                "changed Shop.Models.Pet.Name: Nullability SourceWarning; Required None",
            ]
        },
        {
            "[ free, sold ]",
            "[ free ]",
            [
                "removed Shop.Models.Status.Sold: Existence SourceBreaking, BinaryBreaking",
            ]
        },
        {
            "[ free, sold ]",
            "[ free, held, sold ]",
            [
                "added Shop.Models.Status.Held: Existence None",
            ]
        },
        {
            "type: string, enum: [ free, sold ]",
            "type: string",
            [
                "changed Shop.Models.Pet.Status: Type SourceBreaking, BinaryBreaking",
                "removed Shop.Models.Status: Existence SourceBreaking, BinaryBreaking",
            ]
        },
        {
            "[ { type: string }, {",
            "[ { type: string }, { type: integer }, {",
            [
                "changed Shop.Models.Extra: Code Behaviour",
                "added Shop.Models.Extra.AsLong: Existence None",
                "added Shop.Models.Extra.implicit: Existence None",
                "changed Shop.Models.Extra.Match: Parameters SourceBreaking, BinaryBreaking",
            ]
        },
        {
            "[ { type: string }, {",
            "[ { type: integer }, {",
            [
                "changed Shop.Models.Extra: Code Behaviour",
                "added Shop.Models.Extra.AsLong: Existence None",
                "added Shop.Models.Extra.implicit: Existence None",
                "changed Shop.Models.Extra.Match: Parameters SourceBreaking, BinaryBreaking",
                "removed Shop.Models.Extra.AsString: Existence SourceBreaking, BinaryBreaking",
                "removed Shop.Models.Extra.implicit: Existence SourceBreaking, BinaryBreaking",
            ]
        },
        {
            "name: limit, in: query",
            "name: max, in: query",
            [
                "added Shop.Pets.ListPetsQuery.Max: Existence None",
                "removed Shop.Pets.ListPetsQuery.Limit: Existence SourceBreaking, BinaryBreaking",
            ]
        },
        {
            "name: limit, in: query,",
            "name: limit, in: query, required: true,",
            [
                "removed Shop.Pets.ListPetsQuery: Existence SourceBreaking, BinaryBreaking",
                "changed Shop.Pets.PetsRequestBuilder.GetAsync: Parameters SourceBreaking, BinaryBreaking",
                "changed Shop.Pets.PetsRequestBuilder.GetWithResponseAsync: Parameters SourceBreaking, BinaryBreaking",
                "changed Shop.Pets.PetsRequestBuilder.ToGetRequestInformation: Parameters SourceBreaking, BinaryBreaking",
                "changed Shop.ShopOperations.ListPetsAsync: Parameters SourceBreaking, BinaryBreaking",
                "changed Shop.ShopOperations.ListPetsWithResponseAsync: Parameters SourceBreaking, BinaryBreaking",
            ]
        },
        {
            "name: tenant, in: query, required: true",
            "name: tenant, in: query",
            [
                "added Shop.Pets.ListPetsQuery.Tenant: Existence None",
                "changed Shop.Pets.PetsRequestBuilder.GetAsync: Parameters SourceBreaking, BinaryBreaking",
                "changed Shop.Pets.PetsRequestBuilder.GetWithResponseAsync: Parameters SourceBreaking, BinaryBreaking",
                "changed Shop.Pets.PetsRequestBuilder.ToGetRequestInformation: Parameters SourceBreaking, BinaryBreaking",
                "changed Shop.ShopOperations.ListPetsAsync: Parameters SourceBreaking, BinaryBreaking",
                "changed Shop.ShopOperations.ListPetsWithResponseAsync: Parameters SourceBreaking, BinaryBreaking",
            ]
        },
        {
            "name: tenant, in: query, required: true",
            "name: owner, in: query, required: true",
            [
                "changed Shop.Pets.PetsRequestBuilder.GetAsync: ParameterNames SourceBreaking; Code Behaviour",
                "changed Shop.Pets.PetsRequestBuilder.GetWithResponseAsync: ParameterNames SourceBreaking; Code Behaviour",
                "changed Shop.Pets.PetsRequestBuilder.ToGetRequestInformation: ParameterNames SourceBreaking; Code Behaviour",
                "changed Shop.ShopOperations.ListPetsAsync: ParameterNames SourceBreaking",
                "changed Shop.ShopOperations.ListPetsWithResponseAsync: ParameterNames SourceBreaking",
            ]
        },
        {
            "petId",
            "id",
            [
                "changed Shop.Pets.Item.PetsItemRequestBuilder.PetsItemRequestBuilder: ParameterNames SourceBreaking",
                "changed Shop.Pets.PetsRequestBuilder.this[]: ParameterNames SourceBreaking",
                "changed Shop.ShopOperations.RemovePetAsync: ParameterNames SourceBreaking",
                "changed Shop.ShopOperations.RemovePetWithResponseAsync: ParameterNames SourceBreaking",
            ]
        },
        {
            "operationId: listPets",
            "operationId: findPets",
            [
                "renamed Shop.Pets.ListPetsQuery -> Shop.Pets.FindPetsQuery: Name SourceBreaking, BinaryBreaking",
                "renamed Shop.ShopOperations.ListPetsAsync -> Shop.ShopOperations.FindPetsAsync: Name SourceBreaking, BinaryBreaking",
                "renamed Shop.ShopOperations.ListPetsWithResponseAsync -> Shop.ShopOperations.FindPetsWithResponseAsync: Name SourceBreaking, BinaryBreaking",
            ]
        },
        {
            "operationId: addPet\n",
            "operationId: addPet\n      deprecated: true\n",
            [
                "changed Shop.Pets.PetsRequestBuilder.PostAsync: Obsolete SourceWarning",
                "changed Shop.Pets.PetsRequestBuilder.PostWithResponseAsync: Obsolete SourceWarning",
                "changed Shop.Pets.PetsRequestBuilder.ToPostRequestInformation: Obsolete SourceWarning",
                "changed Shop.ShopOperations.AddPetAsync: Obsolete SourceWarning",
                "changed Shop.ShopOperations.AddPetWithResponseAsync: Obsolete SourceWarning",
            ]
        },
        {
            "tag: { type: string }",
            "tag: { type: string, format: date-time }",
            [
                "changed Shop.Models.Pet.Tag: Type SourceBreaking, BinaryBreaking",
            ]
        },
        {
            "requestBody: { required: true, ",
            "requestBody: { ",
            [
                "changed Shop.Pets.PetsRequestBuilder.PostAsync: Nullability None",
                "changed Shop.Pets.PetsRequestBuilder.PostWithResponseAsync: Nullability None",
                "changed Shop.Pets.PetsRequestBuilder.ToPostRequestInformation: Nullability None",
                "changed Shop.ShopOperations.AddPetAsync: Nullability None",
                "changed Shop.ShopOperations.AddPetWithResponseAsync: Nullability None",
            ]
        },
        {
            "'409': { description: Conflict., content: { application/json: { schema: { $ref: '#/components/schemas/Problem' } } } }",
            "'422': { description: Invalid. }",
            [
                "removed Shop.Models.ProblemException: Existence SourceBreaking, BinaryBreaking",
                "changed Shop.Pets.PetsRequestBuilder.PostAsync: Code Behaviour",
                "changed Shop.Pets.PetsRequestBuilder.PostWithResponseAsync: Code Behaviour",
            ]
        },
        {
            "'204': { description: Removed. }",
            "'204': { description: Removed., headers: { X-Count: { schema: { type: integer } } } }",
            [
                "added Shop.Models.RemovePetHeaders: Existence None",
                "changed Shop.Pets.Item.PetsItemRequestBuilder.DeleteWithResponseAsync: Type SourceBreaking, BinaryBreaking",
                "changed Shop.ShopOperations.RemovePetWithResponseAsync: Type SourceBreaking, BinaryBreaking",
            ]
        },
        {
            "petId, in: path, required: true, schema: { type: integer }",
            "petId, in: path, required: true, schema: { type: string }",
            [
                "changed Shop.Pets.Item.PetsItemRequestBuilder.PetsItemRequestBuilder: Parameters SourceBreaking, BinaryBreaking",
                "changed Shop.Pets.Item.PetsItemRequestBuilder.DeleteAsync: Code Behaviour",
                "changed Shop.Pets.Item.PetsItemRequestBuilder.DeleteWithResponseAsync: Code Behaviour",
                "changed Shop.Pets.Item.PetsItemRequestBuilder.ToDeleteRequestInformation: Code Behaviour",
                "changed Shop.Pets.PetsRequestBuilder.this[]: Parameters SourceBreaking, BinaryBreaking",
                "changed Shop.ShopOperations.RemovePetAsync: Parameters SourceBreaking, BinaryBreaking",
                "changed Shop.ShopOperations.RemovePetWithResponseAsync: Parameters SourceBreaking, BinaryBreaking",
            ]
        },
        {
            "Note: { type: object, properties",
            "Note: { type: object, additionalProperties: { type: integer }, properties",
            [
                "added Shop.Models.Note.AdditionalProperties: Existence None",
            ]
        },
        {
            "https://shop.example",
            "https://shop2.example",
            [
                "changed Shop.ShopClient.ShopClient: Code Behaviour",
                "changed Shop.ShopClient.ShopClient: Code Behaviour",
                "changed Shop.ShopClient.ShopClient: Code Behaviour",
                "changed Shop.ShopClient.ShopClient: Code Behaviour",
                "changed Shop.ShopServer.Default: Code Behaviour",
            ]
        },
        {
            "X-Key",
            "X-Api-Key",
            [
                "changed Shop.ShopSecurity.Key: Code Behaviour",
                "changed Shop.ShopSecurity.RequireKey: Code Behaviour",
            ]
        },
        {
            "security: [ { key: [] } ]",
            "security: []",
            [
                "changed Shop.ShopClient.ShopClient: Parameters SourceBreaking, BinaryBreaking",
                "changed Shop.ShopClient.ShopClient: Parameters SourceBreaking, BinaryBreaking",
                "changed Shop.ShopClient.ShopClient: Code Behaviour",
                "removed Shop.ShopCredential: Existence SourceBreaking, BinaryBreaking",
            ]
        },
        {
            "'201'",
            "'200'",
            [
                "changed Shop.Pets.PetsRequestBuilder.PostAsync: Code Behaviour",
                "changed Shop.Pets.PetsRequestBuilder.PostWithResponseAsync: Code Behaviour",
            ]
        },
        {
            "'204': { description: Removed. }",
            "'204': { description: Removed. }, '200': { description: Pet., content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }",
            [
                "changed Shop.Pets.Item.PetsItemRequestBuilder.DeleteAsync: Type BinaryBreaking",
                "changed Shop.Pets.Item.PetsItemRequestBuilder.DeleteWithResponseAsync: Type SourceBreaking, BinaryBreaking",
                "changed Shop.ShopOperations.RemovePetAsync: Type BinaryBreaking",
                "changed Shop.ShopOperations.RemovePetWithResponseAsync: Type SourceBreaking, BinaryBreaking",
            ]
        },
        {
            "'204': { description: Removed. }",
            "'200': { description: Pet., content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }",
            [
                "changed Shop.Pets.Item.PetsItemRequestBuilder.DeleteAsync: Type BinaryBreaking",
                "changed Shop.Pets.Item.PetsItemRequestBuilder.DeleteWithResponseAsync: Type SourceBreaking, BinaryBreaking",
                "changed Shop.ShopOperations.RemovePetAsync: Type BinaryBreaking",
                "changed Shop.ShopOperations.RemovePetWithResponseAsync: Type SourceBreaking, BinaryBreaking",
            ]
        },
        {
            "/pets/{petId}",
            "/animals/{petId}",
            [
                "added Shop.Animals.AnimalsRequestBuilder: Existence None",
                "renamed Shop.Pets.Item.PetsItemRequestBuilder -> Shop.Animals.Item.AnimalsItemRequestBuilder: Name SourceBreaking, BinaryBreaking",
                "changed Shop.Animals.Item.AnimalsItemRequestBuilder.DeleteAsync: Code Behaviour",
                "changed Shop.Animals.Item.AnimalsItemRequestBuilder.DeleteWithResponseAsync: Code Behaviour",
                "changed Shop.Animals.Item.AnimalsItemRequestBuilder.ToDeleteRequestInformation: Code Behaviour",
                "removed Shop.Pets.PetsRequestBuilder.this[]: Existence SourceBreaking, BinaryBreaking",
                "added Shop.ShopClient.Animals: Existence None",
            ]
        },
    };

    [Theory]
    [MemberData(nameof(Edits))]
    public void An_edit_changes_these_members(string before, string after, string[] changes) =>
        Assert.Equal(changes, EditedSdk.Changes(EditedSdk.Document, EditedSdk.Edited(before, after)));

    [Fact]
    public void The_same_document_changes_nothing() => Assert.Empty(EditedSdk.Changes(EditedSdk.Document, EditedSdk.Document + "\n# a comment\n"));

    [Fact]
    public void A_component_with_another_name_is_one_renamed_type() =>
        Assert.Equal(
            [
                "renamed Shop.Models.Pet -> Shop.Models.Animal: Name SourceBreaking, BinaryBreaking",
                "renamed Shop.Models.PetOwner -> Shop.Models.AnimalOwner: Name SourceBreaking, BinaryBreaking",
            ],
            EditedSdk.Changes(EditedSdk.Document, EditedSdk.Document.Replace("schemas/Pet'", "schemas/Animal'").Replace("    Pet:", "    Animal:")));
}
