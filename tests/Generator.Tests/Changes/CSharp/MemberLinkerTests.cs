using Kiln.Generator.Changes;
using Kiln.Generator.Changes.Comparison;
using Kiln.Generator.Changes.CSharp.Linking;
using Kiln.Generator.Changes.Findings;
using Kiln.Generator.Pipeline;
using Kiln.Generator.Specs.Files;

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
        Assert.Equal(findings, Findings(EditedSdk.Document, EditedSdk.Edited(before, after)));

    [Fact]
    public void The_same_document_gives_no_findings() => Assert.Empty(Findings(EditedSdk.Document, EditedSdk.Document));

    [Fact]
    public void A_component_with_another_name_is_one_finding() =>
        Assert.Equal(
            ["Animal: SourceBreaking, BinaryBreaking Shop.Models.Animal"],
            Findings(EditedSdk.Document, EditedSdk.Document.Replace("schemas/Pet'", "schemas/Animal'").Replace("    Pet:", "    Animal:")));

    // The type has another name; its members have only what happened to them.
    [Fact]
    public void A_renamed_schema_is_one_finding_though_its_content_changed()
    {
        const string Owners =
            """
            openapi: 3.1.0
            info: { title: Shop, version: '1' }
            paths: { /owners: { get: { operationId: getOwner, responses: { '200': { description: d, content: { application/json: { schema: { $ref: '#/components/schemas/Owner' } } } } } } } }
            components: { schemas: { Owner: { type: object, properties: { name: { type: string }, mail: { type: string } } } } }
            """;

        var findings = Findings(Owners, Owners.Replace("Owner' }", "Person' }", StringComparison.Ordinal).Replace("Owner: { type: object, properties: {", "Person: { type: object, properties: { age: { type: integer },", StringComparison.Ordinal));

        Assert.Equal(["Person.age: None Shop.Models.Person.Age", "Person: SourceBreaking, BinaryBreaking Shop.Models.Person"], findings);
    }

    [Fact]
    public void A_replaced_security_scheme_is_the_credential_that_goes_and_the_one_that_comes()
    {
        const string Secured =
            """
            openapi: 3.1.0
            info: { title: Shop, version: '1' }
            security: [ { key: [] } ]
            paths: { /owners: { get: { operationId: getOwner, responses: { '204': { description: d } } } } }
            components: { securitySchemes: { key: { type: apiKey, in: header, name: X-Key } } }
            """;

        var findings = Findings(Secured, Secured.Replace("key: [", "bearer: [", StringComparison.Ordinal).Replace("key: { type: apiKey, in: header, name: X-Key }", "bearer: { type: http, scheme: bearer }", StringComparison.Ordinal));

        Assert.Equal(
            [": Behaviour Shop.ShopClient.ShopClient", "securitySchemes/bearer: None Shop.ShopCredential.Bearer", "securitySchemes/key: SourceBreaking, BinaryBreaking Shop.ShopCredential.Key"],
            findings.Where(f => !f.StartsWith("info", StringComparison.Ordinal)));
    }

    // Equal inline schemas have one type: when one of them changes, it gets a type of its own.
    [Fact]
    public void A_type_that_is_no_longer_shared_follows_from_what_changed_in_it()
    {
        const string Shared =
            """
            openapi: 3.1.0
            info: { title: Shop, version: '1' }
            paths: {}
            components:
              schemas:
                Team: { type: object, properties: { rights: { type: object, properties: { read: { type: boolean }, write: { type: boolean } } } } }
                User: { type: object, properties: { rights: { type: object, properties: { read: { type: boolean }, write: { type: boolean } } } } }
            """;

        var findings = Findings(Shared, Shared[..Shared.LastIndexOf("boolean", StringComparison.Ordinal)] + "integer } } } } }");

        Assert.Equal("User.rights.write: SourceBreaking, BinaryBreaking", Assert.Single(findings)[..49]);
    }

    // A requirement is called after its scopes only where there are others.
    [Fact]
    public void A_requirement_with_another_name_and_the_same_value_is_no_change()
    {
        const string Scoped =
            """
            openapi: 3.1.0
            info: { title: Shop, version: '1' }
            paths:
              /pets: { get: { operationId: listPets, security: [ { auth: [ read, write ] } ], responses: { '204': { description: None. } } } }
              /shops: { get: { operationId: listShops, security: [ { auth: [ read, write ] } ], responses: { '204': { description: None. } } } }
            components: { securitySchemes: { auth: { type: oauth2, flows: { clientCredentials: { tokenUrl: https://shop.example, scopes: { read: '', write: '' } } } } } }
            """;

        var at = Scoped.LastIndexOf(", write ] }", StringComparison.Ordinal);

        Assert.Equal(["GET /shops auth: Behaviour Shop.Shops.ShopsRequestBuilder.GetAsync"], Findings(Scoped, Scoped.Remove(at, ", write".Length)));
    }

    [Fact]
    public void Differences_of_which_the_same_members_follow_are_linked_once()
    {
        Difference Part(int number) => new(Aspects.AllOf, ChangeAction.Removed, Direction.Response, ChangePlaces.Body, "Pet") { OldValue = $"part {number}", OldPointer = "/components/schemas/Pet" };
        Difference Value(string value) => new(Aspects.EnumValue, ChangeAction.Removed, Direction.Response, ChangePlaces.Body, "Status") { OldValue = value, OldPointer = "/components/schemas/Status" };

        var distinct = DistinctDifferences.Of([.. Enumerable.Range(0, 1000).Select(Part), Value("free"), Value("sold"), Part(0) with { Direction = Direction.Request }]);
        var linked = distinct.Items.Select((d, i) => new LinkedDifference(d, CSharpEffects.None, $"{i}", null, null));
        var expanded = distinct.Expand(new([.. linked], [])).Differences;

        Assert.Equal(4, distinct.Items.Count);
        Assert.Equal("part 999", expanded[999].Difference.OldValue);
        Assert.Equal(["0", "1", "2", "3"], expanded.Skip(999).Select(d => d.Member));
    }

    [Fact]
    public void What_is_gone_follows_from_what_was_removed_and_not_from_what_was_added_beside_it()
    {
        const string Forms =
            """
            openapi: 3.1.0
            info: { title: Shop, version: '1' }
            paths:
              /pets:
                post:
                  operationId: addPet
                  requestBody: { content: { application/json: { schema: { type: object } }, text/plain: { schema: { type: string } } } }
                  responses: { '204': { description: None. } }
            """;

        Assert.Equal(
            ["POST /pets request: None Shop.Pets.PetsRequestBuilder.PostFormAsync", "POST /pets request: SourceBreaking, BinaryBreaking Shop.Pets.PetsRequestBuilder.PostTextAsync"],
            Findings(Forms, Forms.Replace("text/plain: { schema: { type: string } }", "application/x-www-form-urlencoded: { schema: { type: object } }", StringComparison.Ordinal)));
    }

    // Of what follows from no difference, the id of the finding as well. Directions have the same effects.
    private static IEnumerable<string> Findings(string old, string current) => ChangeFinder.Find(Read(old), Read(current), TestContext.Current.CancellationToken).Findings.Items
        .Select(f => $"{(f.Id.StartsWith("csharp-", StringComparison.Ordinal) ? f.Id + " " : "")}{f.Subject}: {f.CSharp} {f.Member}".Trim())
        .Distinct()
        .Order(StringComparer.Ordinal);

    private static SdkVersion Read(string document)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        return SdkPipeline.ReadVersion(SpecSource.Of(new("shop.yaml", document), cancellationToken), EditedSdk.Options, cancellationToken).Value!;
    }
}
