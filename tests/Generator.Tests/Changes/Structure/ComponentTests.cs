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
    public void A_component_has_another_name_though_some_of_its_content_changed()
    {
        const string Owner = "Owner: { type: object, properties: { name: { type: string }, mail: { type: string } } }";
        var person = Owner.Replace("Owner", "Person", StringComparison.Ordinal).Replace("properties: {", "properties: { age: { type: integer },", StringComparison.Ordinal);
        const string Address = "Address: { type: object, properties: { street: { type: string }, name: { type: string }, town: { type: string } } }";

        Assert.Equal(
            ["response property added Person.age: nothing -> age [optional]", "schema-component renamed Person: Owner -> Person"],
            BodyLines(Document(Owner, Use("Owner")), Document(person, Use("Person"))));
        Assert.DoesNotContain(BodyLines(Document(Owner, Use("Owner")), Document(Address, Use("Address"))), l => l.StartsWith("schema-component renamed", StringComparison.Ordinal));
    }

    [Fact]
    public void A_component_with_equal_content_is_the_one_with_another_name()
    {
        const string Owner = "Owner: { type: object, properties: { name: { type: string }, mail: { type: string } } }";
        const string Others = "Guest: { type: object, properties: { name: { type: string } } }, Person: { type: object, properties: { name: { type: string }, mail: { type: string } } }";

        Assert.Contains("schema-component renamed Person: Owner -> Person", BodyLines(Document(Owner, Use("Owner")), Document(Others, Use("Guest"))));
    }

    [Fact]
    public void A_component_is_added_where_another_one_was_used_that_is_still_there()
    {
        const string Kind = "Kind: { type: string, enum: [a, b] }";

        Assert.Equal(
            ["response enum-value added GET /pets 200: nothing -> \"c\"", "schema-component added Other: nothing -> Other"],
            BodyLines(Document(Kind, Use("Kind")), Document(Kind + ", Other: { type: string, enum: [a, b, c] }", Use("Other"))).Select(l => l.Replace(": nothing -> c", ": nothing -> \"c\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_component_in_allOf_alone_stands_for_what_was_inline() => Assert.Equal(
        ["response enum added GET /pets 200: nothing -> a, b"],
        BodyLines(Document("", "schema: { type: string }"), Document("Kind: { type: string, enum: [a, b] }", "schema: { description: d, allOf: [{ $ref: '#/components/schemas/Kind' }] }")).Where(l => !l.Contains("description", StringComparison.Ordinal)));

    private static string Use(string name) => $"schema: {{ $ref: '#/components/schemas/{name}' }}";

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
