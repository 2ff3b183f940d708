using Kiln.Generator.Shapes.Naming;
using Kiln.Generator.Tests.Driving;

namespace Kiln.Generator.Tests.Naming;

/// <summary>Names made of others: no word twice in a row, nothing too long to read, and no number where a word is at hand.</summary>
public sealed class ContextualNameTests
{
    [Theory]
    [InlineData("Pet", "Owner", "PetOwner")]
    [InlineData("Pet", "PetOwner", "PetOwner")]
    [InlineData("AppFunctionsHealth", "FunctionsHealthMetrics", "AppFunctionsHealthMetrics")]
    [InlineData("Pet", "Pet", "PetPet")] // which is not the pet itself
    [InlineData("", "Pet", "Pet")]
    [InlineData("SubscriptionsActivateDetailsItemSubscriptionCannotBeActivated", "Description", "ActivateDetailsSubscriptionCannotBeActivatedDescription")]
    [InlineData("MutatingWebhookConfigurationListOfTheWholeOrganization", "RetentionPolicy", "ConfigurationListOfTheWholeOrganizationRetentionPolicy")]
    public void A_property_is_named_within_its_owner(string owner, string member, string expected) =>
        Assert.Equal(expected, ContextualNames.Member(owner, member));

    [Theory]
    [InlineData("PetTags", "Item", "PetTagsItem")]
    [InlineData("OrderItems", "Item", "OrderItem")]
    [InlineData("MatrixItem", "Item", "MatrixItem")]
    [InlineData("CreateResponse", "Response", "CreateResponse")]
    [InlineData("ListPets", "Query", "ListPetsQuery")]
    public void A_part_is_named_within_the_whole(string context, string part, string expected) => Assert.Equal(expected, ContextualNames.With(context, part));

    [Fact]
    public void A_member_of_a_union_does_not_repeat_its_name()
    {
        var sdk = LoadedSdk.Of("""
            openapi: 3.0.3
            info: { title: T, version: '1' }
            paths: {}
            components:
              schemas:
                Order:
                  type: object
                  properties:
                    payment: { oneOf: [{ type: object, required: [card], properties: { card: { type: string } } }, { type: object, required: [iban], properties: { iban: { type: string } } }, { type: string, enum: [cash, free] }] }
                Shape: { oneOf: [{ $ref: '#/components/schemas/ShapeCircle' }, { $ref: '#/components/schemas/Circle' }] }
                ShapeCircle: { type: object, required: [r], properties: { r: { type: string } } }
                Circle: { type: object, required: [s], properties: { s: { type: string } } }
            """);

        Assert.Equal(["AsCard", "AsIban", "AsText"], Cases(sdk.Type("OrderPayment")));
        Assert.Equal(["AsShapeCircle", "AsCircle"], Cases(sdk.Type("Shape"))); // "AsCircle" is the other one
    }

    [Fact]
    public void Equal_names_are_distinguished_by_words()
    {
        var sdk = LoadedSdk.Of("""
            openapi: 3.0.3
            info: { title: T, version: '1' }
            paths:
              /gists/comments: { post: { requestBody: { content: { application/json: { schema: { type: object, properties: { a: { type: string } } } } } }, responses: { '204': { description: x } } } }
              /commits/comments: { post: { requestBody: { content: { application/json: { schema: { type: object, properties: { b: { type: string } } } } } }, responses: { '204': { description: x } } } }
              /commits/{id}/comments: { post: { requestBody: { content: { application/json: { schema: { type: object, properties: { c: { type: string } } } } } }, responses: { '204': { description: x } } } }
              /services/{id}: { get: { parameters: [{ name: id, in: path, required: true, schema: { type: string } }], responses: { '204': { description: x } } } }
              /services/{service_id}/keys/{id}: { get: { parameters: [{ name: service_id, in: path, required: true, schema: { type: string } }, { name: id, in: path, required: true, schema: { type: string } }], responses: { '204': { description: x } } } }
            components:
              schemas:
                Pet: { type: object, properties: { owner: { type: object, properties: { name: { type: string } } }, kind: { type: string, enum: [a, b] } } }
                PetOwner: { type: object, properties: { phone: { type: string } } }
                PetKind: { type: object, properties: { phone: { type: string } } }
                Labels:
                  oneOf:
                    - { type: object, required: [labels], properties: { labels: { type: array, items: { type: string } } } }
                    - { type: object, required: [labels], properties: { labels: { type: array, items: { type: integer } } } }
            """);
        var pet = sdk.Type("Pet");

        Assert.NotNull(sdk.Type("GistsCommentsPostRequest"));
        Assert.NotNull(sdk.Type("CommitsCommentsPostRequest"));
        Assert.NotNull(sdk.Type("CommitsItemCommentsPostRequest"));
        Assert.Equal("PetOwnerObject", pet.GetProperty("Owner")!.PropertyType.Name);
        Assert.Equal("PetKindValue", Nullable.GetUnderlyingType(pet.GetProperty("Kind")!.PropertyType)!.Name);
        Assert.Equal(["AsStringLabels", "AsNumberLabels"], Cases(sdk.Type("Labels")));
        Assert.Equal(["serviceId"], sdk.Type("ServicesRequestBuilder").GetProperty("Item")!.GetIndexParameters().Select(p => p.Name!));
    }

    private static IEnumerable<string> Cases(Type union) => union.GetProperties().Select(p => p.Name).Where(n => n.StartsWith("As", StringComparison.Ordinal));
}
