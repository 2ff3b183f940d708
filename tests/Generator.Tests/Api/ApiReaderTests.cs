using Kiln.Generator.Api;
using Kiln.Generator.Api.Model;
using Kiln.Generator.Api.Schemas.Values;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Pipeline;
using Kiln.Generator.Shapes.Types.Values;

namespace Kiln.Generator.Tests.Api;

/// <summary>What a document says of its API, however it says so.</summary>
public sealed class ApiReaderTests
{
    [Theory]
    [InlineData("3.0.3", "{ type: string }", false)]
    [InlineData("3.0.3", "{ type: string, nullable: true }", true)]
    [InlineData("3.0.3", "{ $ref: '#/components/schemas/Maybe' }", true)]
    [InlineData("3.0.3", "{ $ref: '#/components/schemas/Sure' }", false)]
    [InlineData("3.0.3", "{ nullable: true, allOf: [{ $ref: '#/components/schemas/Sure' }] }", true)]
    [InlineData("3.0.3", "{ description: Words., allOf: [{ $ref: '#/components/schemas/Maybe' }] }", true)]
    [InlineData("3.0.3", "{ type: string, enum: [a, null], nullable: true }", true)]
    [InlineData("3.1.0", "{ type: [string, 'null'] }", true)]
    [InlineData("3.1.0", "{ anyOf: [{ type: string }, { type: 'null' }] }", true)]
    [InlineData("3.1.0", "{ oneOf: [{ $ref: '#/components/schemas/Sure' }, { type: 'null' }] }", true)]
    [InlineData("3.1.0", "{ type: [string] }", false)]
    public void Null_is_a_value_where_the_document_says_so(string version, string schema, bool isNullable)
    {
        var api = Read($$"""
            openapi: {{version}}
            info: { title: T, version: '1' }
            paths: {}
            components:
              schemas:
                Sure: { type: object, properties: { a: { type: string } } }
                Maybe: { {{(version == "3.1.0" ? "type: [string, 'null']" : "type: string, nullable: true")}} }
                Holder: { type: object, required: [it], properties: { it: {{schema}} } }
            """);

        var property = Assert.Single(((ObjectSchema)api.Schemas.Single(s => s.Name == "Holder").Schema).Properties);
        Assert.Equal((true, isNullable), (property.IsRequired, property.IsNullable));
    }

    [Fact]
    public void The_parts_of_an_object_are_one_object_whose_later_word_counts()
    {
        var api = Read("""
            openapi: 3.0.3
            info: { title: T, version: '1' }
            paths: {}
            components:
              schemas:
                Base: { type: object, required: [id], properties: { id: { type: string }, kind: { type: string } } }
                Dog: { allOf: [{ $ref: '#/components/schemas/Base' }, { required: [kind], properties: { id: { type: integer }, bark: { type: boolean } } }] }
            """);

        var dog = (ObjectSchema)api.Schemas.Single(s => s.Name == "Dog").Schema;
        Assert.Equal(
            [("id", new ScalarSchema("integer", null), true), ("kind", new ScalarSchema("string", null), true), ("bark", new ScalarSchema("boolean", null), false)],
            dog.Properties.Select(p => (p.WireName, (ScalarSchema)p.Schema, p.IsRequired)));
    }

    [Fact]
    public void An_operation_s_parameter_wins_over_its_path_s()
    {
        var api = Read("""
            openapi: 3.0.3
            info: { title: T, version: '1' }
            paths:
              /a:
                parameters: [{ $ref: '#/components/parameters/Limit' }, { name: q, in: query, schema: { type: string } }]
                get:
                  parameters: [{ name: limit, in: query, required: true, schema: { type: integer, format: int32, maximum: 50 } }]
                  responses: { '204': { description: Done. } }
            components:
              parameters:
                Limit: { name: limit, in: query, schema: { type: string } }
            """);

        var parameters = Assert.Single(api.Operations).Parameters;
        Assert.Equal(["limit", "q"], parameters.Select(p => p.WireName));
        Assert.Equal((true, 50L, new ScalarSchema("integer", "int32")), (parameters[0].IsRequired, parameters[0].Maximum, parameters[0].Schema));
    }

    [Theory]
    [InlineData("[{ url: 'https://{host}.example.com/v1/', variables: { host: { default: eu } } }]", "https://eu.example.com/v1")]
    [InlineData("[{ url: /relative }]", null)]
    [InlineData("[{ url: 'file:///etc/passwd' }]", null)]
    [InlineData("[]", null)]
    public void The_server_is_the_first_one_if_it_is_absolute(string servers, string? expected) =>
        Assert.Equal(expected, Read($"openapi: 3.0.3\ninfo: {{ title: T, version: '1' }}\nservers: {servers}\npaths: {{}}").ServerUrl);

    public static TheoryData<string> ConvertedFormatsOfStrings() =>
        [.. Primitives.All.Where(p => p is { Type: "string", Format: not null } && p.CSharp != "string").Select(p => p.Format!)];

    [Theory]
    [MemberData(nameof(ConvertedFormatsOfStrings))]
    public void A_format_with_a_type_of_its_own_is_known_as_one(string format) => Assert.True(ConvertedFormats.Contains(format));

    private static ApiModel Read(string spec)
    {
        var parsed = SdkPipeline.ReadApi(new("a.yaml", spec), TestContext.Current.CancellationToken);
        Assert.False(parsed.HasErrors, string.Join("\n", parsed.Diagnostics));
        return parsed.Value!;
    }
}
