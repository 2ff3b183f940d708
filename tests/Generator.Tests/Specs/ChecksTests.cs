namespace Kiln.Generator.Tests.Specs;

/// <summary>What the stage tells about a document, and where.</summary>
public class ChecksTests
{
    [Theory]
    [InlineData("", "KILN0020 1:1")]
    [InlineData("# nothing", "KILN0020 1:1")]
    [InlineData("null", "KILN0020 1:1")]
    [InlineData("- a", "KILN0021 1:1")]
    [InlineData("text", "KILN0021 1:1")]
    [InlineData("[]", "KILN0021 1:1")]
    [InlineData("{}", "KILN0022 1:1")]
    [InlineData("asyncapi: 3.0.0", "KILN0022 1:1")]
    [InlineData("openapi: 4.0.0", "KILN0023 1:10")]
    [InlineData("openapi: 2.0", "KILN0023 1:10")]
    [InlineData("swagger: '1.2'", "KILN0023 1:10")]
    [InlineData("openapi: [3]", "KILN0023 1:10")]
    [InlineData("openapi: 3.0.0", "KILN0024 1:1")]
    [InlineData("openapi: 3.1.0", "KILN0024 1:1")]
    public void A_text_that_is_no_document_is_told(string yaml, string expected) => Assert.Equal([expected], Trees.Told(yaml));

    [Theory]
    [InlineData("swagger: 2.0")]
    [InlineData("swagger: '2.0'")]
    [InlineData("openapi: 3.0.4")]
    [InlineData("openapi: 3.1")]
    [InlineData("openapi: '3.1.1'")]
    [InlineData("openapi: 3.2.0")]
    public void A_supported_version_is_taken_as_text(string version)
    {
        var read = Trees.ReadDocument(version + "\npaths: {}");

        Assert.Empty(read.Diagnostics);
        Assert.NotNull(read.Value!.Root.Entries[0].Value);
    }

    [Fact]
    public void The_message_tells_what_was_found() =>
        Assert.Equal(
            "a.yaml(1,1): error KILN0022: An OpenAPI document has the key 'openapi' or 'swagger' at its root; found 'asyncapi', 'info'",
            Assert.Single(Trees.ReadDocument("asyncapi: 3.0.0\ninfo: {}").Diagnostics.Items).ToString());

    [Theory]
    [InlineData("{$ref: '#/components/schemas/A'}")]
    [InlineData("{$ref: '#/components/schemas/a~1b%20c~0'}")]
    [InlineData("{$ref: '#/components/schemas/a%2Fb%20c~0'}")]
    [InlineData("{$ref: '#/x-shared/S'}")]
    [InlineData("{$ref: '#/components/schemas/A/allOf/0'}")]
    [InlineData("{properties: {$ref: {type: string}}}")]
    [InlineData("{example: {$ref: '#/nowhere'}}")]
    [InlineData("{default: {$ref: 1}}")]
    [InlineData("{enum: [{$ref: '#/nowhere'}]}")]
    [InlineData("{x-any: {$ref: 'other.yaml'}}")]
    [InlineData("{properties: {self: {$ref: '#/components/schemas/X'}}}")]
    [InlineData("{oneOf: [{$ref: '#/components/schemas/X'}, {type: string}]}")]
    public void A_good_reference_and_data_that_look_like_one_are_not_told(string schema) => Assert.Empty(Trees.Told(WithSchema(schema)));

    [Theory]
    [InlineData("{$ref: '#/components/schemas/Missing'}", "KILN0025 9:15")]
    [InlineData("{exclusiveMinimum: true, not: {$ref: '#/components/schemas/X/exclusiveMinimum'}}", "KILN0028 9:45")]
    [InlineData("{$ref: '#/definitions/A'}", "KILN0025 9:15")]
    [InlineData("{properties: {a: {items: {$ref: '#/components/schemas/A/allOf/7'}}}}", "KILN0025 9:40")]
    [InlineData("{$ref: 'other.yaml#/A'}", "KILN0026 9:15")]
    [InlineData("{$ref: 'https://example.com/a.json'}", "KILN0026 9:15")]
    [InlineData("{$ref: A}", "KILN0026 9:15")]
    [InlineData("{$ref: ''}", "KILN0028 9:15")]
    [InlineData("{$ref: '#anchor'}", "KILN0025 9:15")]
    [InlineData("{$ref: 5}", "KILN0027 9:15")]
    [InlineData("{$ref: {a: b}}", "KILN0027 9:15")]
    [InlineData("{$ref: '#'}", "KILN0028 9:15")]
    [InlineData("{$ref: '#/components/responses/R'}", "KILN0028 9:15")]
    [InlineData("{$ref: '#/components/schemas'}", "KILN0028 9:15")]
    [InlineData("{$ref: '#/components/schemas/X'}", "KILN0029 9:15")]
    [InlineData("{allOf: [{$ref: '#/components/schemas/X'}]}", "KILN0029 9:24")]
    public void A_bad_reference_is_told_at_its_value(string schema, string expected) =>
        Assert.Equal([expected], Trees.Told(WithSchema(schema)));

    [Fact]
    public void A_circle_is_told_once()
    {
        var told = Trees.ReadDocument(
            """
            openapi: 3.0.0
            paths: {}
            components:
              schemas:
                A: {$ref: '#/components/schemas/B'}
                B: {allOf: [{$ref: '#/components/schemas/C'}]}
                C: {$ref: '#/components/schemas/A'}
            """).Diagnostics;

        Assert.Equal("KILN0029", Assert.Single(told.Items).Rule.Id);
    }

    [Fact]
    public void A_chain_of_references_can_be_as_long_as_the_document()
    {
        var links = Enumerable.Range(0, 20_000).Select(i => $"    A{i}: {{$ref: '#/components/schemas/A{i + 1}'}}");
        var yaml = $"openapi: 3.0.0\npaths: {{}}\ncomponents:\n  schemas:\n{string.Join("\n", links)}\n    A20000: {{type: string}}\n";

        Assert.Empty(Trees.Told(yaml));
    }

    [Fact]
    public void A_bare_name_is_told_how_to_write_it() =>
        Assert.Contains("write '#/components/schemas/A'", Trees.ReadDocument(WithSchema("{$ref: A}")).Diagnostics[0].Message);

    [Fact]
    public void Two_operations_with_one_id_are_told_at_the_second() =>
        Assert.Equal(["KILN0030 5:25"], Trees.Told(
            """
            openapi: 3.0.0
            paths:
              /a:
                get: {operationId: x, responses: {}}
                put: {operationId:  x, responses: {}}
                post: {operationId: X, responses: {}}
            """));

    [Fact]
    public void Path_parameters_and_paths_must_fit() =>
        Assert.Equal(["KILN0031 5:5", "KILN0032 9:20", "KILN0033 12:3"], Trees.Told(
            """
            openapi: 3.0.0
            paths:
              /a/{id}/{kind}:
                parameters: [{name: kind, in: path, required: true, schema: {type: string}}]
                get: {responses: {}}
                put: {responses: {}, parameters: [{$ref: '#/components/parameters/id'}]}
              /b:
                get:
                  parameters: [{name: id, in: path, required: true, schema: {type: string}}, {name: q, in: query}]
                  responses: {}
              /c/{x}: {}
              /c/{y}: {}
            components:
              parameters:
                id: {name: id, in: path, required: true, schema: {type: string}}
            """));

    private static string WithSchema(string schema) =>
        $$$"""
        openapi: 3.1.0
        paths: {}
        x-shared: {S: {type: string}}
        components:
          responses: {R: {description: r}}
          schemas:
            A: {allOf: [{type: string}]}
            a/b c~: {type: string}
            X: {{{schema}}}
        """;
}
