using Kiln.Generator.Changes.Comparison;
using Kiln.Generator.Changes.CSharp.Linking;
using Kiln.Generator.Changes.Findings;

namespace Kiln.Generator.Tests.Changes.CSharp;

/// <summary>What differences of documents of their own do to the SDK: renames, security, types that were shared, and what is gone beside what is new.</summary>
public sealed class LinkedDocumentTests
{
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

        var findings = LinkedFindings.Of(Owners, Owners.Replace("Owner' }", "Person' }", StringComparison.Ordinal).Replace("Owner: { type: object, properties: {", "Person: { type: object, properties: { age: { type: integer },", StringComparison.Ordinal));

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

        var findings = LinkedFindings.Of(Secured, Secured.Replace("key: [", "bearer: [", StringComparison.Ordinal).Replace("key: { type: apiKey, in: header, name: X-Key }", "bearer: { type: http, scheme: bearer }", StringComparison.Ordinal));

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

        var findings = LinkedFindings.Of(Shared, Shared[..Shared.LastIndexOf("boolean", StringComparison.Ordinal)] + "integer } } } } }");

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

        Assert.Equal(["GET /shops auth: Behaviour Shop.Shops.ShopsRequestBuilder.GetAsync"], LinkedFindings.Of(Scoped, Scoped.Remove(at, ", write".Length)));
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
            LinkedFindings.Of(Forms, Forms.Replace("text/plain: { schema: { type: string } }", "application/x-www-form-urlencoded: { schema: { type: object } }", StringComparison.Ordinal)));
    }
}
