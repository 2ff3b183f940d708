using Kiln.Generator.Api;
using Kiln.Generator.Api.Model;
using Kiln.Generator.Pipeline;
using Kiln.Generator.Specs;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Tests.Api;

/// <summary>What the examples of public documents taught about null, and about an <c>allOf</c> whose parts mostly hold words.</summary>
public class NullabilityTests
{
    [Theory]
    [InlineData("allOf: [{$ref: '#/components/schemas/Nullable'}, {description: d}]", true)]
    [InlineData("allOf: [{$ref: '#/components/schemas/Nullable'}, {$ref: '#/components/schemas/Plain'}]", false)]
    [InlineData("allOf: [{$ref: '#/components/schemas/Plain'}, {description: d}]", false)]
    [InlineData("allOf: [{$ref: '#/components/schemas/Plain'}, {nullable: true}]", true)]
    [InlineData("anyOf: [{$ref: '#/components/schemas/Plain'}, {}]", true)]
    [InlineData("anyOf: [{$ref: '#/components/schemas/Plain'}, {$ref: '#/components/schemas/Nullable'}]", true)]
    [InlineData("oneOf: [{$ref: '#/components/schemas/Plain'}, {type: string}]", false)]
    public void Null_is_allowed_where_all_parts_or_one_case_allow_it(string schema, bool isNullable) => Assert.Equal(isNullable, Read(schema).IsNullable);

    [Theory]
    [InlineData("oneOf")]
    [InlineData("anyOf")]
    public void Null_after_many_alternatives_is_a_value(string keyword)
    {
        var alternatives = string.Join(", ", Enumerable.Range(0, 200).Select(i => $"{{type: object, required: [p{i}], properties: {{p{i}: {{type: string}}}}}}"));
        var nested = "{allOf: [{oneOf: [{$ref: '#/components/schemas/Plain'}, {type: string}]}]}";

        Assert.True(Read($"{keyword}: [{alternatives}, {{type: 'null'}}]").IsNullable);
        Assert.True(Read($"{keyword}: [{string.Join(", ", Enumerable.Repeat(nested, 100))}, {{type: 'null'}}]").IsNullable);
        Assert.False(Read($"{keyword}: [{alternatives}]").IsNullable);
    }

    [Fact]
    public void A_part_between_words_is_the_whole() => Assert.Equal(
        new ReferenceSchema("/components/schemas/Plain"),
        Read("allOf: [{description: d}, {$ref: '#/components/schemas/Plain'}, {example: {a: b}}]").Schema);

    [Fact]
    public void A_part_that_makes_a_field_required_holds_more_than_words() =>
        Assert.True(Assert.IsType<ObjectSchema>(Read("allOf: [{$ref: '#/components/schemas/Plain'}, {required: [a]}]").Schema).Properties[0].IsRequired);

    private static Property Read(string schema)
    {
        var text =
            """
            openapi: 3.0.3
            info: {title: T, version: '1'}
            paths: {}
            components:
              schemas:
                Plain: {type: object, properties: {a: {type: string}}}
                Nullable: {type: object, nullable: true, properties: {b: {type: string}}}
                Holder: {type: object, properties: {it: {SCHEMA}}}
            """.Replace("SCHEMA", schema);
        var api = SdkPipeline.ReadApi(new SpecText("a.yaml", text), TestContext.Current.CancellationToken).Value!;
        return ((ObjectSchema)api.Schemas.Single(s => s.Name == "Holder").Schema).Properties[0];
    }
}
