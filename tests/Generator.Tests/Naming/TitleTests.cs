using Kiln.Generator.Tests.Driving;

namespace Kiln.Generator.Tests.Naming;

/// <summary>Classes of schemas that have no name in the document: named after their title where it can be a name, else after where they are.</summary>
public sealed class TitleTests
{
    private static readonly Lazy<LoadedSdk> Sdk = new(() => LoadedSdk.Of("""
        openapi: 3.0.3
        info: { title: T, version: '1' }
        paths:
          /volumes/prune:
            post:
              requestBody: { content: { application/json: { schema: { type: object, title: What to prune, properties: { all: { type: boolean } } } } } }
              responses: { '200': { description: x, content: { application/json: { schema: { type: object, title: VolumePruneResponse, properties: { SpaceReclaimed: { type: integer } } } } } } }
          /images/prune:
            post:
              parameters: [{ name: sort_by, in: query, schema: { type: string, title: Sort By, enum: [a, b] } }, { name: dir, in: query, schema: { type: string, title: Sort direction, enum: [asc, desc] } }]
              responses: { '200': { description: x, content: { application/json: { schema: { type: object, title: VolumePruneResponse, properties: { ImagesDeleted: { type: integer } } } } } } }
        components:
          schemas:
            Owner: { type: object, properties: { x: { type: string } } }
            Pet:
              type: object
              title: A component keeps its own name
              properties:
                owner: { title: Owner, type: object, properties: { y: { type: string } } }
                home_address: { title: Home Address, type: object, properties: { y: { type: string } } }
                work: { title: Postal address, type: object, properties: { street: { type: string } } }
                school: { title: Postal address, type: object, properties: { street: { type: string } } }
                shop: { title: Postal address, type: object, properties: { shelf: { type: string } } }
                sentence: { title: 'The thing, which is described here.', type: object, properties: { y: { type: string } } }
                long: { title: One two three four five six, type: object, properties: { y: { type: string } } }
                number: { title: 42, type: object, properties: { y: { type: string } } }
                generic: { title: 'Page[Toy]', type: object, properties: { y: { type: string } } }
                renamed: { title: Not This, x-kiln-type-name: ButThis, type: object, properties: { y: { type: string } } }
                toys: { type: array, items: { title: Toy, type: object, properties: { y: { type: string } } } }
                tree: { title: Tree Node, type: object, properties: { left: { $ref: '#/components/schemas/Pet/properties/tree' } } }
                kind: { title: Kind of pet, type: string, enum: [cat, dog] }
                colors: { type: array, items: { type: string, enum: [r], title: Only red } }
                contact: { oneOf: [{ title: Phone number, type: object, required: [number], properties: { number: { type: string } } }, { type: object, required: [mail, at], properties: { mail: { type: string }, at: { type: string } } }] }
        """));

    [Theory]
    [InlineData("WhatToPrune")] // of a body
    [InlineData("VolumePruneResponse")]
    [InlineData("VolumesPrunePostResponse")] // the title is taken
    [InlineData("SortDirection")] // of a parameter
    [InlineData("ImagesPruneSortBy")] // it repeats the parameter's name
    [InlineData("PetOwner")] // a component has the title as its name
    [InlineData("PetHomeAddress")] // it repeats the property's name
    [InlineData("PostalAddress")]
    [InlineData("PetShop")] // another schema has the same title
    [InlineData("PetSentence")]
    [InlineData("PetLong")]
    [InlineData("PetNumber")]
    [InlineData("PageOfToy")]
    [InlineData("ButThis")]
    [InlineData("Toy")] // of items
    [InlineData("TreeNode")] // it contains itself
    [InlineData("KindOfPet")]
    [InlineData("PetColorsItem")] // the title of a constant is that of its value
    [InlineData("PhoneNumber")] // of a case
    [InlineData("PetContactAt")] // after a property that no other case has
    public void Names_a_class(string name) => Assert.NotNull(Sdk.Value.Type(name));

    [Fact]
    public void Equal_schemas_of_one_title_are_one_class()
    {
        var pet = Sdk.Value.Type("Pet");

        Assert.Equal("PostalAddress", pet.GetProperty("Work")!.PropertyType.Name);
        Assert.Equal("PostalAddress", pet.GetProperty("School")!.PropertyType.Name);
        Assert.Equal("PetShop", pet.GetProperty("Shop")!.PropertyType.Name);
    }
}
