using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Changes.Comparison;
using Kiln.Generator.Changes.Comparison.Schemas;
using Kiln.Generator.Changes.Findings;
using Kiln.Generator.Collections;
using SchemaUse = Kiln.Generator.Changes.Comparison.SchemaUse;

namespace Kiln.Generator.Tests.Changes.Schemas;

/// <summary>Where schemas are used: directions, places, operations, and what requests or responses do not have.</summary>
public sealed class SchemaUseTests
{
    [Fact]
    public void A_change_of_a_component_is_one_difference_for_each_direction()
    {
        const int Operations = 500;
        string[] old = ["Pet: {type: object, properties: {name: {type: string}}}", "Pets: {type: array, items: {$ref: Pet}}"];
        string[] current = ["Pet: {type: object, properties: {name: {type: integer}}}", "Pets: {type: array, items: {$ref: Pet}}"];

        var differences = SchemaDiff.Compare(Document(old), Document(current), (comparer, context) =>
        {
            for (var i = 0; i < Operations; i++)
            {
                Compare(comparer, context, "Pets", new(Direction.Response, ChangePlaces.Body, $"GET /{i} 200", $"GET /{i}"));
                Compare(comparer, context, "Pet", new(Direction.Request, ChangePlaces.Body, $"POST /{i} request", $"POST /{i}"));
                Compare(comparer, context, "Pet", new(Direction.Request, ChangePlaces.Parameter, $"POST /{i} query p", $"POST /{i}"));
            }
        });

        Assert.Equal(["Pet.name Request Property, ParameterProperty", "Pet.name Response Property"], differences.Select(d => $"{d.Subject} {d.Direction} {d.Places}"));
        Assert.All(differences, d => Assert.Equal(Operations, d.Operations.Count));
        Assert.Equal("/components/schemas/Pet/properties/name", differences[0].NewPointer);
    }

    [Theory]
    [InlineData("{type: string}", "{type: string, maxLength: 3}", "Body", "set")]
    [InlineData("{type: array, items: {type: string}}", "{type: array, items: {type: string, maxLength: 3}}", "Property", "set")]
    [InlineData("{oneOf: [{type: string}, {type: integer, format: int32}]}", "{oneOf: [{type: string}, {type: integer, format: int64}]}", "Body", "")]
    [InlineData("{properties: {a: {type: string}}}", "{properties: {a: {type: string, maxLength: 3}}, required: [a]}", "Property", "required set")]
    [InlineData("{properties: {a: {readOnly: true, properties: {b: {type: string}}}}}", "{properties: {a: {readOnly: true, properties: {b: {type: string, maxLength: 3}}}}}", "Property", "optional set read-only")]
    [InlineData("{properties: {a: {writeOnly: true, properties: {b: {}}}}}", "{properties: {a: {writeOnly: true, properties: {b: {}, c: {}}}}}", "Property", "optional write-only")]
    public void A_difference_has_the_place_and_the_traits_of_its_uses(string old, string current, string places, string traits)
    {
        var difference = SchemaDiff.Of(SchemaDiff.Document(old), SchemaDiff.Document(current), Direction.Response)[^1];

        Assert.Equal(places, difference.Places.ToString());
        Assert.Equal(traits, string.Join(" ", difference.Traits.Items));
    }

    [Fact]
    public void What_is_also_used_in_another_way_is_not_only_read()
    {
        string[] old = ["A: {properties: {x: {readOnly: true, allOf: [{$ref: B}]}, y: {$ref: B}}}", "B: {properties: {b: {type: string}}}"];
        string[] current = ["A: {properties: {x: {readOnly: true, allOf: [{$ref: B}]}, y: {$ref: B}}}", "B: {properties: {b: {type: integer}}}"];

        var difference = Assert.Single(SchemaDiff.Compare(Document(old), Document(current), (comparer, context) => Compare(comparer, context, "A", new(Direction.Request, ChangePlaces.Body, "u", "o"))));

        Assert.Equal("type Changed B.b: string -> integer (optional)", SchemaDiff.Line(difference));
    }

    [Fact]
    public void A_difference_points_at_what_changed_on_both_sides()
    {
        var difference = Assert.Single(SchemaDiff.Of(SchemaDiff.Document("{type: string, enum: [a]}"), SchemaDiff.Document("{enum: [a, b], type: string}"), Direction.Response));

        Assert.Equal((11, 11), (difference.Old!.Line, difference.New!.Line));
        Assert.True(difference.Old.Column > 30 && difference.New.Column > 30);
        Assert.Equal("/paths/~1a/post/responses/200/content/application~1json/schema", difference.OldPointer);
    }

    [Fact]
    public void A_schema_that_is_removed_is_told_by_others()
    {
        Assert.Empty(SchemaDiff.Compare(Document(["A: {type: string}"]), Document(["A: {type: string}"]), (comparer, context) =>
            comparer.Compare(Component(context.OldNodes, "A"), null, new(Direction.Request, ChangePlaces.Body, "u", "o"))));
    }

    private static string Document(string[] components) => SchemaDiff.Document(string.Join("; ", [.. components, "{}"]));

    private static void Compare(SchemaComparer comparer, ComparisonContext context, string component, SchemaUse use) =>
        comparer.Compare(Component(context.OldNodes, component), Component(context.CurrentNodes, component), use);

    private static PointedNode? Component(DocumentNodes nodes, string name) => nodes.Root.Child("components")?.Child("schemas")?.Child(name);
}
