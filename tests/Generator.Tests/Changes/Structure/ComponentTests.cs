using static Kiln.Generator.Tests.Changes.Structure.StructurePair;

namespace Kiln.Generator.Tests.Changes.Structure;

/// <summary>Schemas of components that one document has alone, and those that no operation uses.</summary>
public sealed class ComponentTests
{
    private const string Pet = "Pet: { type: object, properties: { name: { type: string } } }";

    [Fact]
    public void A_component_is_added_and_removed()
    {
        Assert.Equal(["schema-component removed Pet: Pet -> nothing"], BodyLines(Document(Pet, ""), Document("", "")));
        Assert.Equal(["schema-component added Pet: nothing -> Pet"], BodyLines(Document("", ""), Document(Pet, "")));
    }

    [Fact]
    public void A_component_that_is_written_inline_is_not_removed()
    {
        var inline = Pet["Pet: ".Length..];

        Assert.Empty(BodyLines(Document(Pet, "schema: { $ref: '#/components/schemas/Pet' }"), Document("", $"schema: {inline}")));
        Assert.Empty(BodyLines(Document("", $"schema: {inline}"), Document(Pet, "schema: { $ref: '#/components/schemas/Pet' }")));
    }

    [Fact]
    public void A_component_that_only_refers_to_another_is_none() => Assert.Empty(
        BodyLines(Document(Pet + ", Animal: { $ref: '#/components/schemas/Pet' }", "schema: { $ref: '#/components/schemas/Animal' }"), Document(Pet, "schema: { $ref: '#/components/schemas/Pet' }")));

    [Fact]
    public void A_component_that_no_operation_uses_is_compared_without_a_direction() =>
        Assert.Equal(["property added Pet.age: nothing -> age [optional]"], BodyLines(Document(Pet, ""), Document(Pet.Replace("properties: {", "properties: { age: { type: integer },", StringComparison.Ordinal), "")));

    [Fact]
    public void A_component_that_an_operation_uses_is_compared_with_its_direction_alone()
    {
        const string Use = "schema: { $ref: '#/components/schemas/Pet' }";
        var changed = Pet.Replace("properties: {", "properties: { age: { type: integer },", StringComparison.Ordinal);

        Assert.StartsWith("response property added", Assert.Single(BodyLines(Document(Pet, Use), Document(changed, Use))), StringComparison.Ordinal);
    }

    private static string Document(string schemas, string content) =>
        $"paths: {{ /pets: {{ get: {{ responses: {{ '200': {{ description: d, content: {{ application/json: {{ {content} }} }} }} }} }} }} }}\ncomponents: {{ schemas: {{ {schemas} }} }}\n";
}
