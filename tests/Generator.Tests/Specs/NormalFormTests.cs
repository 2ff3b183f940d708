using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Tests.Specs;

/// <summary>Each step: what a document says, and what the normal form says instead.</summary>
public class NormalFormTests
{
    [Theory]
    [InlineData("{type: [string, 'null']}", """{"type":"string","nullable":true}""")]
    [InlineData("{type: [string, null]}", """{"type":"string","nullable":true}""")]
    [InlineData("{type: [string]}", """{"type":"string"}""")]
    [InlineData("{type: ['null']}", """{"type":"null"}""")]
    [InlineData("{type: null}", """{"type":"null"}""")]
    [InlineData("{type: [string, integer, 'null']}", """{"x-kiln-types":["string","integer"],"nullable":true}""")]
    [InlineData("{type: [string, integer]}", """{"x-kiln-types":["string","integer"]}""")]
    [InlineData("{type: [object, string, 'null'], properties: {a: {}}, required: [a], maxLength: 3, description: d}", """{"description":"d","nullable":true,"oneOf":[{"type":"object","properties":{"a":{}},"required":["a"]},{"type":"string","maxLength":3}],"x-kiln-type-list":["object","string"]}""")]
    [InlineData("{type: [array, integer, string], items: {type: boolean}, format: int32}", """{"oneOf":[{"type":"array","items":{"type":"boolean"}},{"x-kiln-types":["integer","string"],"format":"int32"}],"x-kiln-type-list":["array","integer","string"]}""")]
    [InlineData("{type: [array, object], prefixItems: [{type: string}], items: false}", """{"oneOf":[{"type":"array","items":[{"type":"string"}],"additionalItems":false},{"type":"object"}],"x-kiln-type-list":["array","object"]}""")]
    [InlineData("{type: [object, array, string, number, boolean], title: t}", """{"title":"t"}""")]
    [InlineData("{type: [object, string], enum: [a]}", """{"enum":["a"],"x-kiln-types":["object","string"]}""")]
    [InlineData("{unevaluatedProperties: {type: string}}", """{"x-kiln-unevaluated-properties":true,"additionalProperties":{"type":"string"}}""")]
    [InlineData("{unevaluatedProperties: {type: string}, additionalProperties: false}", """{"additionalProperties":false}""")]
    [InlineData("{unevaluatedItems: {type: string}}", """{"x-kiln-unevaluated-items":true,"items":{"type":"string"}}""")]
    [InlineData("{prefixItems: [{type: string}], unevaluatedItems: false}", """{"x-kiln-unevaluated-items":true,"items":[{"type":"string"}],"additionalItems":false}""")]
    [InlineData("{contains: {type: string}, unevaluatedItems: {type: string}}", """{"contains":{"type":"string"},"unevaluatedItems":{"type":"string"}}""")]
    [InlineData("{const: a}", """{"enum":["a"],"x-kiln-const":true}""")]
    [InlineData("{const: null, type: 'null'}", """{"type":"null","enum":[null],"x-kiln-const":true}""")]
    [InlineData("true", "{}")]
    [InlineData("false", """{"not":{}}""")]
    [InlineData("{properties: {a: true, b: false, c: }}", """{"properties":{"a":{},"b":{"not":{}},"c":{}}}""")]
    [InlineData("{additionalProperties: false, items: true, not: false}", """{"additionalProperties":false,"items":{},"not":{"not":{}}}""")]
    [InlineData("{anyOf: [true, {type: [boolean, 'null']}]}", """{"anyOf":[{},{"type":"boolean","nullable":true}]}""")]
    [InlineData("{$defs: {A: {const: 1}}}", """{"$defs":{"A":{"enum":[1],"x-kiln-const":true}}}""")]
    [InlineData("{properties: , required: , description: }", "{}")]
    [InlineData("{exclusiveMinimum: 5, minimum: 1e2, maximum: -0.50}", """{"exclusiveMinimum":5,"minimum":100,"maximum":-0.50}""")]
    [InlineData("{maxLength: 10.0, minLength: '3'}", """{"maxLength":10,"minLength":3}""")]
    [InlineData("{description: 1.10, deprecated: 'true'}", """{"description":"1.10","deprecated":true}""")]
    [InlineData("{$ref: '#/components/schemas/A', description: d}", """{"description":"d","allOf":[{"$ref":"#/components/schemas/A"}]}""")]
    [InlineData("{$ref: '#/components/schemas/A', allOf: [{type: object}]}", """{"allOf":[{"type":"object"},{"$ref":"#/components/schemas/A"}]}""")]
    [InlineData("{$ref: '#/components/schemas%2FA'}", """{"$ref":"#/components/schemas/A"}""")]
    [InlineData("{$ref: '#/components/schemas/B%2F~0'}", """{"$ref":"#/components/schemas/B~1~0"}""")]
    [InlineData("{discriminator: {propertyName: t, mapping: {a: A, b: '#/components/schemas/A'}}}", """{"discriminator":{"propertyName":"t","mapping":{"a":"#/components/schemas/A","b":"#/components/schemas/A"}}}""")]
    [InlineData("{discriminator: t}", """{"discriminator":{"propertyName":"t"}}""")]
    [InlineData("{x-a: {type: object, $ref: '#/nowhere', b: [{$ref: 'c.yaml'}]}}", """{"x-a":{"type":"object","$ref":"#/nowhere","b":[{"$ref":"c.yaml"}]}}""")]
    [InlineData("{x-a: {$ref: '#/components/schemas/A'}, example: {$ref: 1}}", """{"x-a":{"$ref":"#/components/schemas/A"},"example":{"$ref":1}}""")]
    [InlineData("{example: {type: [a, 'null'], const: 1}, default: true}", """{"example":{"type":["a","null"],"const":1},"default":true}""")]
    public void A_schema_of_OpenAPI_3_1(string schema, string expected)
    {
        Assert.Empty(Trees.Told(WithSchema("3.1.0", schema)));
        Assert.Equal(expected, Schema("3.1.0", schema));
    }

    [Theory]
    [InlineData("{description: [a, b]}", "{}", "KILN0040")]
    [InlineData("{properties: []}", "{}", "KILN0040")]
    [InlineData("{required: true}", "{}", "KILN0040")]
    [InlineData("{allOf: [{}, 5]}", """{"allOf":[{}]}""", "KILN0040")]
    [InlineData("{maxLength: 1.5}", "{}", "KILN0040")]
    [InlineData("{minimum: low}", "{}", "KILN0040")]
    [InlineData("{enum: a}", "{}", "KILN0040")]
    [InlineData("{maximum: 1.7976931348623157e308}", "{}", "KILN0041")]
    [InlineData("{maxLength: 9223372036854775807}", "{}", "KILN0041")]
    [InlineData("{$ref: '#/components/schemas/A', nullable: true}", """{"$ref":"#/components/schemas/A"}""", "KILN0042")]
    [InlineData("{type: text}", "{}", "KILN0047")]
    [InlineData("{discriminator: {propertyName: t, mapping: {a: Nobody}}}", """{"discriminator":{"propertyName":"t","mapping":{}}}""", "KILN0048")]
    public void What_is_left_out_of_a_schema_is_told(string schema, string expected, string rule)
    {
        Assert.Equal(rule, Assert.Single(Trees.ReadDocument(WithSchema("3.0.0", schema)).Diagnostics.Items).Rule.Id);
        Assert.Equal(expected, Schema("3.0.0", schema));
    }

    [Fact]
    public void The_data_of_a_whole_event_is_what_its_content_schema_describes()
    {
        var root = Trees.ReadDocument("""
            openapi: 3.2.0
            info: {title: a, version: '1'}
            paths:
              /a: {get: {responses: {'200': {description: d, content: {text/event-stream: {itemSchema: {oneOf: [{$ref: '#/components/schemas/A'}, {allOf: [{$ref: '#/components/schemas/B'}]}]}}}}}}}
            components:
              schemas:
                A: {properties: {data: {description: d, type: string, contentMediaType: application/json, contentSchema: {type: [integer, 'null']}}}}
                B: {properties: {data: {type: string, contentMediaType: text/csv, contentSchema: {}}, more: {properties: {data: {type: string, contentSchema: {}}}}}}
                C: {properties: {data: {type: string, contentSchema: {type: integer}}}}
            """).Value!.Root;

        Assert.Equal("""{"type":"integer","description":"d","nullable":true}""", SpecJson.Write(JsonPointer.Find(root, "/components/schemas/A/properties/data")!));
        Assert.NotNull(JsonPointer.Find(root, "/components/schemas/B/properties/data/contentSchema"));
        Assert.NotNull(JsonPointer.Find(root, "/components/schemas/B/properties/more/properties/data/contentSchema"));
        Assert.NotNull(JsonPointer.Find(root, "/components/schemas/C/properties/data/contentSchema"));
    }

    [Fact]
    public void A_description_beside_a_reference_of_3_0_goes_silently()
    {
        Assert.Empty(Trees.Told(WithSchema("3.0.0", "{$ref: '#/components/schemas/A', description: d}")));
        Assert.Equal("""{"$ref":"#/components/schemas/A"}""", Schema("3.0.0", "{$ref: '#/components/schemas/A', description: d}"));
    }

    [Theory]
    [InlineData("get: {}", """{"get":{"responses":{}}}""", "KILN0043")]
    [InlineData("get: {responses: {'204': , x-a: 1}}", """{"get":{"responses":{"204":{}}}}""", null)]
    [InlineData("get: {responses: {}, parameters: , security: [{k: }]}", """{"get":{"responses":{},"security":[{"k":[]}]}}""", "KILN0059")]
    [InlineData("get: {responses: {}, parameters: {}}", """{"get":{"responses":{}}}""", "KILN0040")]
    [InlineData("get: {responses: {}, parameters: [{in: querystring, name: q}, {in: query, name: r}]}", """{"get":{"responses":{},"parameters":[{"in":"query","name":"r"}]}}""", "KILN0045")]
    [InlineData("get: {responses: {}, parameters: [{in: querystring, name: q, content: {a/b: {}}}]}", """{"get":{"responses":{},"parameters":[{"in":"query","name":"q","content":{"a/b":{}},"x-kiln-whole-query":true}]}}""", null)]
    [InlineData("get: {responses: {}, parameters: [{in: query, name: r, style: loose}]}", """{"get":{"responses":{},"parameters":[{"in":"query","name":"r"}]}}""", "KILN0047")]
    [InlineData("get: {responses: {}, parameters: [{in: query}, {in: query, name: r}]}", """{"get":{"responses":{},"parameters":[{"in":"query","name":"r"}]}}""", "KILN0034")]
    [InlineData("get: {responses: {}, parameters: [{name: q}, {in: query, name: r}]}", """{"get":{"responses":{},"parameters":[{"in":"query","name":"r"}]}}""", "KILN0034")]
    [InlineData("get: {responses: {'&': {}, 4xx: {}, default: {}}}", """{"get":{"responses":{"4xx":{},"default":{}}}}""", "KILN0035")]
    [InlineData("get: {responses: {}, OPERATIONID: {}}", """{"get":{"responses":{}}}""", "KILN0036")]
    [InlineData("get: {responses: {}, callbacks: {c: {x-a: 1}}}", """{"get":{"responses":{},"callbacks":{"c":{}}}}""", null)]
    [InlineData("get: {responses: {'200': {links: {l: {parameters: []}}}}}", """{"get":{"responses":{"200":{"links":{"l":{}}}}}}""", "KILN0040")]
    [InlineData("query: {responses: {}}", """{"query":{"responses":{}}}""", null)]
    [InlineData("gett: {responses: {}}", "{}", "KILN0044")]
    [InlineData("additionalOperations: {COPY: {responses: {}}}", """{"additionalOperations":{"COPY":{"responses":{}}}}""", null)]
    [InlineData("additionalOperations: {post: {responses: {}}}", """{"additionalOperations":{}}""", "KILN0044")]
    [InlineData("additionalOperations: {Query: {responses: {}}}", """{"additionalOperations":{}}""", "KILN0044")]
    [InlineData("additionalOperations: {CONNECT: {responses: {}}}", """{"additionalOperations":{}}""", "KILN0044")]
    [InlineData("additionalOperations: {'A B': {responses: {}}}", """{"additionalOperations":{}}""", "KILN0044")]
    [InlineData("x-a: {$ref: '#/info'}", """{"x-a":{"$ref":"#/info"}}""", null)]
    [InlineData("$ref: '#/x-items/a'", """{"get":{"responses":{}}}""", null)]
    [InlineData("$ref: '#/x-items/a', summary: s", """{"get":{"responses":{}},"summary":"s"}""", null)]
    public void A_path_item(string item, string expected, string? rule)
    {
        var read = Trees.ReadDocument($$"""
            openapi: 3.0.0
            info: {title: a, version: '1'}
            x-items:
              a:
                get:
                  responses: {}
            paths:
              /a: { {{item}} }
              x-b: text
            """);

        Assert.Equal(rule is null ? [] : [rule], read.Diagnostics.Items.Select(d => d.Rule.Id));
        Assert.Equal("{\"/a\":" + expected + "}", SpecJson.Write(read.Value!.Root["paths"]!));
    }

    [Theory]
    [InlineData("openapi: 3.1.0", """{"openapi":"3.1.0","paths":{},"info":{"title":"","version":""}}""")]
    [InlineData("swagger: 2.0\ninfo: {title: , version: 1.10}", """{"openapi":"3.0.4","info":{"version":"1.10","title":""},"paths":{},"components":{}}""")]
    public void A_document_has_a_title_and_a_version(string start, string expected) =>
        Assert.Equal(expected, SpecJson.Write(Trees.ReadDocument(start + "\npaths: {}").Value!.Root));

    [Fact]
    public void A_security_scheme_of_an_unknown_type_goes_and_a_referenced_one_is_copied()
    {
        var read = Trees.ReadDocument(
            """
            openapi: 3.1.0
            paths: {}
            components:
              securitySchemes:
                a: {type: kerberos}
                b: {$ref: '#/components/securitySchemes/c'}
                c: {type: http, scheme: bearer}
            """);

        Assert.Equal("KILN0046", Assert.Single(read.Diagnostics.Items).Rule.Id);
        Assert.Equal("""{"b":{"type":"http","scheme":"bearer"},"c":{"type":"http","scheme":"bearer"}}""", SpecJson.Write(JsonPointer.Find(read.Value!.Root, "/components/securitySchemes")!));
    }

    [Fact]
    public void A_reference_to_what_was_left_out_goes_with_it()
    {
        var read = Trees.ReadDocument(
            """
            openapi: 3.2.0
            paths: {/a: {get: {parameters: [{$ref: '#/components/parameters/q'}]}}}
            components:
              parameters:
                q: {name: q, in: querystring}
            """);

        Assert.Equal("KILN0045", Assert.Single(read.Diagnostics.Items).Rule.Id);
        Assert.Equal("""{"/a":{"get":{"parameters":[],"responses":{}}}}""", SpecJson.Write(read.Value!.Root["paths"]!));
    }

    [Fact]
    public void A_path_item_that_its_own_callback_refers_to_ends()
    {
        var read = Trees.ReadDocument(
            """
            openapi: 3.1.0
            paths:
              /a: {$ref: '#/components/pathItems/A'}
            components:
              pathItems:
                A: {get: {callbacks: {c: {'{$url}': {$ref: '#/components/pathItems/A'}}}}}
            """);

        Assert.Empty(read.Diagnostics);
        Assert.NotNull(read.Value);
    }

    [Fact]
    public void Path_items_that_would_be_copied_without_end_are_told()
    {
        var items = Enumerable.Range(0, 40).Select(i =>
            $"    A{i}: {{get: {{callbacks: {{c: {{x: {{$ref: '#/components/pathItems/A{i + 1}'}}, y: {{$ref: '#/components/pathItems/A{i + 1}'}}}}}}}}}}");
        var yaml = $"openapi: 3.1.0\npaths:\n  /a: {{$ref: '#/components/pathItems/A0'}}\ncomponents:\n  pathItems:\n{string.Join("\n", items)}\n    A40: {{}}\n";

        Assert.Equal("KILN0049", Assert.Single(Trees.ReadDocument(yaml).Diagnostics.Items).Rule.Id);
    }

    private static string Schema(string version, string schema) =>
        SpecJson.Write(JsonPointer.Find(Trees.ReadDocument(WithSchema(version, schema)).Value!.Root, "/components/schemas/X")!);

    private static string WithSchema(string version, string schema) =>
        $$"""
        openapi: {{version}}
        info: {title: a, version: '1'}
        paths: {}
        components:
          schemas:
            A: {type: string}
            B/~: {type: string}
            X: {{schema}}
        """;
}
