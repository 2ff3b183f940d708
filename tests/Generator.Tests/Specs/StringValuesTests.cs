using System.Text.RegularExpressions;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Tests.Specs;

/// <summary>Where a string is wanted, an unquoted value is the characters that stand there: as if it were in quotes.</summary>
public sealed class StringValuesTests
{
    public static TheoryData<string> Spellings =>
        ["08", "012", "007", "1e3", "0x1F", "0o17", "+1", "-0", "1.10", ".5", "1.", "1_000", "2020-01-01", "true", "True", "FALSE", "12345678901234567890123"];

    // Each X is a place where a string is wanted.
    private const string OpenApi31 =
        """
        openapi: 3.1.0
        info: {title: X, version: X, description: X, license: {name: X}}
        servers: [{url: 'https://a.example/{v}', description: X, variables: {v: {default: X, enum: [X], description: X}}}]
        tags: [{name: X, description: X}]
        paths:
          /a:
            get:
              operationId: X
              summary: X
              tags: [X]
              parameters:
                - {name: p, in: query, description: X, schema: {type: string, enum: [X, null], default: X}}
                - {name: q, in: query, schema: {$ref: '#/components/schemas/Text', default: X}}
                - {name: X, in: header, schema: {type: array, items: {type: string}, default: [X]}}
              responses: {'200': {description: X, headers: {H: {schema: {type: string, const: X}}}}}
        components:
          schemas:
            Text: {type: string, title: X, description: X, pattern: X}
            Nullable: {type: [string, 'null'], enum: [X, ~], default: X, x-enum-varnames: [X, X]}
            Ref: {$ref: '#/components/schemas/Text', const: X}
            All: {allOf: [{$ref: '#/components/schemas/Text'}], default: X}
            Parts: {allOf: [{type: string}, {enum: [X]}, {allOf: [{default: X}]}]}
            Titled: {type: string, oneOf: [{title: X, const: X}, {title: b, const: b}]}
            Mixed: {type: [string, array], items: {type: string}, default: X}
            Extensible: {type: string, x-extensible-enum: [X]}
            Object: {type: object, required: [X], properties: {X: {type: string, default: X, deprecated: true, x-deprecated-message: X}}}
            Base: {type: object, discriminator: {propertyName: X, mapping: {X: '#/components/schemas/Object'}}}
        """;

    private const string Swagger20 =
        """
        swagger: '2.0'
        info: {title: X, version: X}
        paths:
          /a:
            get:
              produces: [X]
              parameters:
                - {name: p, in: query, type: string, enum: [X], default: X}
                - {name: q, in: query, type: array, items: {type: string, enum: [X]}, default: [X]}
                - {name: f, in: formData, type: string, default: X}
              responses: {'200': {description: X, schema: {type: string, enum: [X]}, headers: {H: {type: string, default: X}}}}
        parameters: {P: {name: X, in: header, type: string, default: X}}
        definitions: {D: {type: string, enum: [X], default: X, x-nullable: true}}
        """;

    [Theory]
    [MemberData(nameof(Spellings))]
    public void A_string_is_what_stands_there(string spelling)
    {
        foreach (var document in new[] { OpenApi31, Swagger20 })
        {
            var plain = Trees.ReadDocument(With(document, spelling));
            var quoted = Trees.ReadDocument(With(document, $"'{spelling}'"));

            Assert.Equal(quoted.Diagnostics.Items.Select(d => d.Rule.Id), plain.Diagnostics.Items.Select(d => d.Rule.Id));
            Assert.Equal(SpecJson.Write(quoted.Value!.Root), SpecJson.Write(plain.Value!.Root));
        }
    }

    [Theory]
    [InlineData("1.10")]
    [InlineData("1e3")]
    [InlineData("1.0")]
    [InlineData("true")]
    public void A_number_of_JSON_keeps_its_digits_where_a_string_is_wanted(string spelling)
    {
        var schema = $$"""{"type": "string", "enum": [{{spelling}}], "default": {{spelling}}}""";

        Assert.Equal(schema.Replace(spelling, $"\"{spelling}\"").Replace(" ", ""), Schema(schema));
    }

    [Theory]
    [InlineData("{type: integer, enum: [08, 0x1F, +1], default: 012}", """{"type":"integer","enum":[8,31,1],"default":12}""")]
    [InlineData("{type: number, const: 1.10}", """{"type":"number","enum":[1.10],"x-kiln-const":true}""")]
    [InlineData("{type: boolean, default: True}", """{"type":"boolean","default":true}""")]
    [InlineData("{enum: [08, a]}", """{"enum":[8,"a"]}""")]
    [InlineData("{type: [string, integer], enum: [08, true, a]}", """{"enum":[8,"true","a"],"x-kiln-types":["string","integer"]}""")]
    [InlineData("{type: [string, boolean], enum: [08, true, a]}", """{"enum":["08",true,"a"],"x-kiln-types":["string","boolean"]}""")]
    [InlineData("{type: string, enum: [null, ~, Null]}", """{"type":"string","enum":[null,null,null]}""")]
    [InlineData("{type: array, items: {type: integer}, default: [08]}", """{"type":"array","items":{"type":"integer"},"default":[8]}""")]
    [InlineData("{allOf: [{type: string}, {type: integer, enum: [08]}]}", """{"allOf":[{"type":"string"},{"type":"integer","enum":[8]}]}""")]
    [InlineData("{type: string, example: 08, x-a: 08}", """{"type":"string","example":8,"x-a":8}""")]
    public void Where_no_string_is_wanted_a_value_has_the_kind_of_YAML(string schema, string expected) => Assert.Equal(expected, Schema(schema));

    [Fact]
    public void Schemas_that_are_composed_of_each_other_take_no_time()
    {
        var schemas = string.Join(", ", Enumerable.Range(0, 40).Select(i => $"S{i}: {{allOf: [{string.Join(", ", Enumerable.Repeat($"{{$ref: '#/components/schemas/S{i + 1}'}}", 10))}], default: 1}}"));

        Assert.NotNull(Trees.ReadDocument($"openapi: 3.1.0\npaths: {{}}\ncomponents: {{schemas: {{{schemas}, S40: {{}}}}}}").Value);
    }

    private static string With(string document, string value) => Regex.Replace(document, @"\bX\b", value.Replace("$", "$$"));

    private static string Schema(string schema)
    {
        var document = $"openapi: 3.1.0\npaths: {{}}\ncomponents:\n  schemas:\n    S: {schema}";
        return SpecJson.Write(JsonPointer.Find(Trees.ReadDocument(document).Value!.Root, "/components/schemas/S")!);
    }
}
