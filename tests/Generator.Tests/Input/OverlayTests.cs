using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Tests.Input;

/// <summary>Overlays over a document.</summary>
public sealed class OverlayTests
{
    private const string Spec = """
        openapi: 3.0.3
        info: {title: Pets, version: '1'}
        tags: [{name: a}]
        paths:
          /pets:
            get:
              operationId: list
              parameters: [{name: limit, in: query, schema: {type: integer}}, {name: dummy, in: query, schema: {type: string}}]
              responses: {'200': {description: All., content: {application/json: {schema: {$ref: 'parts.yaml#/Pet'}}}}}
          /toys:
            get: {operationId: toys, responses: {'200': {description: All., content: {application/json: {schema: {$ref: 'parts.yaml#/Toy'}}}}}}
        """;

    private const string Parts = "Pet: {type: object, properties: {name: {type: string}}}\nToy: {type: object}\nExtra: {type: string}";

    [Theory]
    [InlineData("{target: $.info, update: {title: Cats, x-a: {b: 1}}}", "/info/title", "Cats")]
    [InlineData("{target: $, update: {info: {title: Cats}, components: }}", "/info/title", "Cats")]
    [InlineData("{target: $.info.title, update: Cats}", "/info/title", "Cats")]
    [InlineData("{target: $.tags, update: {name: b}}", "/tags/1/name", "b")]
    [InlineData("{target: $.tags, update: [{name: b}]}", "/tags/1/name", "b")]
    [InlineData("{target: '$.paths.*.get', update: {summary: S}}", "/paths/~1toys/get/summary", "S")]
    [InlineData("{target: '$.paths.*.get.parameters[?@.name == ''dummy'']', remove: true}", "/paths/~1pets/get/parameters/1", null)]
    [InlineData("{target: \"$.paths['/toys']\", remove: true}", "/paths/~1toys", null)]
    [InlineData("{target: \"$.paths['/toys']\", remove: true}", "/components/schemas/Toy", null)]
    [InlineData("{target: $.components.schemas.Pet, update: {title: Animal}}", "/components/schemas/Pet/title", "Animal")]
    [InlineData("{target: $.components.schemas.Pet.properties, update: {extra: {$ref: 'parts.yaml#/Extra'}}}", "/components/schemas/Extra/type", "string")]
    [InlineData("{target: $.components.schemas.Pet.properties, update: {toy: {$ref: '#/components/schemas/Toy'}}}", "/components/schemas/Pet/properties/toy/$ref", "#/components/schemas/Toy")]
    [InlineData("{target: $.components.schemas.Toy, copy: $.components.schemas.Pet}", "/components/schemas/Toy/properties/name/type", "string")]
    public void Changes_the_document(string action, string pointer, string? expected)
    {
        var read = Sources.Read([("api.yaml", Spec), ("parts.yaml", Parts), ("o.yaml", Overlay(action))], ["o.yaml"]);

        Assert.Equal("", string.Join("\n", read.Diagnostics.Items));
        var node = JsonPointer.Find(read.Value!.Root, pointer);
        Assert.Equal(expected, node.AsText());
        Assert.Equal(expected is null, node is null);
    }

    [Fact]
    public void Overlays_are_laid_in_their_order_and_what_they_bring_has_its_place_there()
    {
        var read = Sources.Read(
            [("api.yaml", Spec), ("parts.yaml", Parts), ("1.yaml", Overlay("{target: $.info, update: {title: One}}")), ("2.yaml", Overlay("{target: '$.info[?@ == ''One'']', update: Two}"))],
            ["1.yaml", "2.yaml"]);

        Assert.Equal("Two", JsonPointer.Find(read.Value!.Root, "/info/title").AsText());
        Assert.Equal("2.yaml", read.Value.LocationOf("/info/title").File);
    }

    [Theory]
    [InlineData("{target: $.nothing, update: {}}", "o.yaml(4,14) KILN0052")]
    [InlineData("{target: '$.paths[', update: {}}", "o.yaml(4,14) KILN0051")]
    [InlineData("{target: paths, update: {}}", "o.yaml(4,14) KILN0051")]
    [InlineData("{target: $.info, copy: $.paths.*}", "o.yaml(4,28) KILN0053")]
    [InlineData("{target: $.info, update: text}", "o.yaml(4,30) KILN0053")]
    [InlineData("{target: $, remove: true}", "o.yaml(4,14) KILN0053")]
    [InlineData("{target: $.info}", "o.yaml(4,5) KILN0050")]
    [InlineData("{update: {}}", "o.yaml(4,5) KILN0050")]
    [InlineData("text", "o.yaml(4,5) KILN0050")]
    [InlineData("{target: $.components.schemas.Pet.properties, update: {x: {$ref: 'none.yaml'}}}", "o.yaml(4,70) KILN0026")]
    [InlineData("{target: $.components.schemas.Pet.properties, update: {x: {$ref: '#/none'}}}", "o.yaml(4,70) KILN0025")]
    [InlineData("{target: $.info, update: {title: [1]}}", "o.yaml(4,38) KILN0040")]
    public void What_is_wrong_is_told_in_the_overlay(string action, string expected) => Assert.Equal(
        [expected],
        Sources.Told([("api.yaml", Spec), ("parts.yaml", Parts), ("o.yaml", Overlay(action))], ["o.yaml"]));

    [Theory]
    [InlineData("", "o.yaml(1,1) KILN0050")]
    [InlineData("a: [}", "o.yaml(1,4) KILN0001")]
    [InlineData("[]", "o.yaml(1,1) KILN0050")]
    [InlineData("openapi: 3.0.3", "o.yaml(1,1) KILN0050")]
    [InlineData("overlay: 2.0.0\nactions: []", "o.yaml(1,10) KILN0050")]
    [InlineData("overlay: 1.0.0\nactions: []", "o.yaml(2,10) KILN0050")]
    [InlineData("overlay: 1.1\nextends: other.yaml\nactions: [{target: $.info, update: {}}]", "o.yaml(2,10) KILN0054")]
    public void A_file_that_is_no_overlay_for_it_is_told(string overlay, string expected) =>
        Assert.Equal([expected], Sources.Told([("api.yaml", Spec), ("parts.yaml", Parts), ("o.yaml", overlay)], ["o.yaml"]));

    [Theory]
    [InlineData("api.yaml")]
    [InlineData("./api.yaml")]
    [InlineData("https://example.com/other.yaml")]
    public void The_document_itself_and_an_address_may_be_extended(string extends) => Assert.Empty(Sources.Told(
        [("api.yaml", Spec), ("parts.yaml", Parts), ("o.yaml", $"overlay: 1.0.0\nextends: {extends}\nactions: [{{target: $.info, update: {{}}}}]")], ["o.yaml"]));

    [Fact]
    public void An_overlay_that_is_not_there_is_told_at_the_document() =>
        Assert.Equal(["api.yaml(1,1) KILN0055"], Sources.Told([("api.yaml", Spec), ("parts.yaml", Parts)], ["o.yaml"]));

    [Fact]
    public void Copies_of_copies_end_in_an_error()
    {
        TestForm.RequireFull();
        var actions = string.Concat(Enumerable.Repeat("  - {target: $.info, copy: $}\n", 60));

        var told = Sources.Told([("api.yaml", Spec), ("parts.yaml", Parts), ("o.yaml", $"overlay: 1.1.0\nactions:\n{actions}")], ["o.yaml"]);

        Assert.Contains(told, t => t.EndsWith("KILN0009", StringComparison.Ordinal) || t.EndsWith("KILN0053", StringComparison.Ordinal));
    }

    private static string Overlay(string action) => "overlay: 1.1.0\ninfo: {title: O, version: '1'}\nactions:\n  - " + action;
}
