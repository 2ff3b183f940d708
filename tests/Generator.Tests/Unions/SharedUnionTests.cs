using Kiln.Generator.Tests.Driving;
using Microsoft.CodeAnalysis;

namespace Kiln.Generator.Tests.Unions;

/// <summary>Which classes a document's unions become, and what they are called.</summary>
public sealed class SharedUnionTests
{
    private const string Start = "openapi: 3.0.3\ninfo: { title: T, version: '1' }\npaths: {}\ncomponents:\n  schemas:\n";

    // Each kind of union is in two objects, in either order of the document.
    [Theory]
    [InlineData("A", "Z")]
    [InlineData("Z", "A")]
    public void The_same_union_in_several_places_is_one_class(string first, string second)
    {
        var document = Start + string.Concat(new[] { first, second }.Select(o => $"    {o}:\n      type: object\n      properties:\n" +
            Property("pair", "Cat", "Dog") + Property("shape", "CircleShape", "SquareShape") + Property("tool", "ToolChoiceMode", "ToolChoiceFunction") +
            Property("named", "Cat", "CircleShape") + Property("many", "Cat", "Dog", "CircleShape", "ToolChoiceMode") +
            $"        alone{o}: {{ oneOf: [{{ type: string }}, {{ $ref: '#/components/schemas/Cat' }}] }}\n" +
            "        text: { oneOf: [{ type: string }, { $ref: '#/components/schemas/Dog' }] }\n")) +
            "    Known: { oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/CircleShape' }] }\n" +
            string.Concat(new[] { "Cat", "Dog", "CircleShape", "SquareShape", "ToolChoiceMode", "ToolChoiceFunction" }
                .Select(n => $"    {n}: {{ type: object, required: [is{n}], properties: {{ is{n}: {{ type: string }} }} }}\n"));

        Assert.Equal("CatOrDog CatOrString DogOrString Known Many Shape ToolChoice", Unions(document));
    }

    private static string Property(string name, params string[] cases) =>
        $"        {name}: {{ oneOf: [{string.Join(", ", cases.Select(c => $"{{ $ref: '#/components/schemas/{c}' }}"))}] }}\n";

    [Fact]
    public void A_union_in_one_place_is_named_after_it_and_one_with_another_discriminator_is_another() => Assert.Equal("HomePet OwnerPet", Unions(Start + """
            Home: { type: object, properties: { pet: { oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }] } } }
            Owner: { type: object, properties: { pet: { oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }], discriminator: { propertyName: kind } } } }
            Cat: { type: object, required: [kind], properties: { kind: { type: string, enum: [cat] } } }
            Dog: { type: object, required: [kind], properties: { kind: { type: string, enum: [dog] } } }
        """));

    [Fact]
    public void A_union_of_what_derives_from_one_base_is_that_base_only_where_the_base_distinguishes_as_much() => Assert.Equal("HomeBoth HomeOther", Unions(Start + """
            Home:
              type: object
              properties:
                some: { oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }] }
                all: { type: array, items: { anyOf: [{ $ref: '#/components/schemas/Pet' }, { $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }] } }
                same: { oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }], discriminator: { propertyName: kind, mapping: { cat: '#/components/schemas/Cat' } } }
                other: { oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }], discriminator: { propertyName: kind, mapping: { tom: '#/components/schemas/Cat' } } }
                both: { oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Stone' }] }
            Pet: { type: object, required: [kind], properties: { kind: { type: string } }, discriminator: { propertyName: kind, mapping: { cat: '#/components/schemas/Cat' } } }
            Cat: { allOf: [{ $ref: '#/components/schemas/Pet' }, { type: object, properties: { lives: { type: integer } } }] }
            Dog: { allOf: [{ $ref: '#/components/schemas/Pet' }, { type: object, properties: { name: { type: string } } }] }
            Stone: { type: object, required: [weight], properties: { weight: { type: integer } } }
        """));

    private static string Unions(string document)
    {
        var driver = SdkDriver.Run("spec.yaml", document, "Sdk");
        Assert.Equal("", string.Join("\n", driver.GetRunResult().Diagnostics.Where(d => d.Severity >= DiagnosticSeverity.Warning)));
        Assert.Equal("ok", SdkRun.Of(driver, """return "ok";"""));
        return string.Join(" ", driver.GetRunResult().GeneratedTrees
            .Select(t => t.ToString())
            .Where(t => t.Contains(" : WireUnion,", StringComparison.Ordinal))
            .Select(t => t.Split("partial class ")[1].Split(' ')[0])
            .Order(StringComparer.Ordinal));
    }
}
