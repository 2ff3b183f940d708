using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Tests.Specs;

/// <summary>What a document of OpenAPI 2.0 says, and what the normal form says.</summary>
public class SwaggerTests
{
    [Theory]
    [InlineData("host: api.example", "https://api.example")]
    [InlineData("host: api.example\nbasePath: /v1\nschemes: [http]", "http://api.example/v1")]
    [InlineData("host: api.example\nbasePath: /\nschemes: [http, https]", "https://api.example")]
    [InlineData("basePath: /v1", "/v1")]
    public void A_host_is_a_server(string said, string url) => Assert.Equal($$"""[{"url":"{{url}}"}]""", Write(said + "\npaths: {}", "/servers"));

    [Theory]
    [InlineData("type: integer, format: int64, maximum: 9", """{"name":"p","in":"query","schema":{"type":"integer","format":"int64","maximum":9}}""")]
    [InlineData("type: string, description: d, required: true, x-nullable: true", """{"name":"p","in":"query","description":"d","required":true,"schema":{"type":"string","nullable":true}}""")]
    [InlineData("type: array, items: {type: string, collectionFormat: csv}", """{"name":"p","in":"query","style":"form","explode":false,"schema":{"type":"array","items":{"type":"string"}}}""")]
    [InlineData("type: array, items: {type: string}, collectionFormat: multi", """{"name":"p","in":"query","style":"form","explode":true,"schema":{"type":"array","items":{"type":"string"}}}""")]
    [InlineData("type: array, items: {}, collectionFormat: pipes", """{"name":"p","in":"query","style":"pipeDelimited","explode":false,"schema":{"type":"array","items":{}}}""")]
    [InlineData("type: array, items: {}, collectionFormat: tsv", """{"name":"p","in":"query","style":"tabDelimited","explode":false,"schema":{"type":"array","items":{}}}""")]
    public void A_parameter_has_a_schema(string said, string expected) =>
        Assert.Equal($"[{expected}]", Write($"paths: {{/a: {{get: {{parameters: [{{name: p, in: query, {said}}}]}}}}}}", "/paths/~1a/get/parameters"));

    [Fact]
    public void A_body_has_the_media_types_that_are_consumed() => Assert.Equal(
        """{"required":true,"content":{"application/xml":{"schema":{"$ref":"#/components/schemas/A"}},"application/json":{"schema":{"$ref":"#/components/schemas/A"}}}}""",
        Write(
            """
            consumes: [application/xml, application/json]
            paths: {/a: {parameters: [{name: b, in: body, required: true, schema: {$ref: '#/definitions/A'}}], post: {}}}
            definitions: {A: {type: string}}
            """, "/paths/~1a/post/requestBody"));

    [Fact]
    public void A_shared_body_and_answer_stay_shared_until_an_operation_has_its_own_media_types()
    {
        const string Document =
            """
            paths:
              /a:
                post: {parameters: [{$ref: '#/parameters/B'}], responses: {'200': {$ref: '#/responses/R'}}}
                put: {consumes: [a/b], produces: [c/d], parameters: [{$ref: '#/parameters/B'}], responses: {'200': {$ref: '#/responses/R'}}}
            parameters: {B: {name: b, in: body, schema: {type: string}}, Q: {name: q, in: query, type: string}}
            responses: {R: {description: d, schema: {type: integer}}}
            """;

        Assert.Equal("""{"$ref":"#/components/requestBodies/B"}""", Write(Document, "/paths/~1a/post/requestBody"));
        Assert.Equal("""{"B":{"content":{"application/json":{"schema":{"type":"string"}}}}}""", Write(Document, "/components/requestBodies"));
        Assert.Equal("""{"Q":{"name":"q","in":"query","schema":{"type":"string"}}}""", Write(Document, "/components/parameters"));
        Assert.Equal("""{"200":{"$ref":"#/components/responses/R"}}""", Write(Document, "/paths/~1a/post/responses"));
        Assert.Equal("""{"content":{"a/b":{"schema":{"type":"string"}}}}""", Write(Document, "/paths/~1a/put/requestBody"));
        Assert.Equal("""{"200":{"description":"d","content":{"c/d":{"schema":{"type":"integer"}}}}}""", Write(Document, "/paths/~1a/put/responses"));
    }

    [Theory]
    [InlineData("type: file", "multipart/form-data", """{"type":"string","format":"binary"}""")]
    [InlineData("type: integer", "application/x-www-form-urlencoded", """{"type":"integer"}""")]
    public void Fields_of_a_form_are_a_body(string said, string mediaType, string field) => Assert.Equal(
        """{"content":{"MEDIA":{"schema":{"type":"object","properties":{"f":FIELD},"required":["f"]}}},"required":true}""".Replace("MEDIA", mediaType).Replace("FIELD", field),
        Write($"paths: {{/a: {{post: {{parameters: [{{name: f, in: formData, required: true, {said}}}]}}}}}}", "/paths/~1a/post/requestBody"));

    [Fact]
    public void An_answer_has_its_examples_and_headers() => Assert.Equal(
        """{"description":"d","headers":{"h":{"schema":{"type":"integer"}}},"content":{"application/json":{"schema":{"type":"object"},"example":{"a":1}}}}""",
        Write(
            "paths: {/a: {get: {responses: {'200': {description: d, headers: {h: {type: integer}}, schema: {type: object}, examples: {application/json: {a: 1}}}}}}}",
            "/paths/~1a/get/responses/200"));

    [Theory]
    [InlineData("{type: basic}", """{"type":"http","scheme":"basic"}""")]
    [InlineData("{type: oauth2, flow: accessCode, tokenUrl: t, scopes: {s: d}}", """{"type":"oauth2","flows":{"authorizationCode":{"tokenUrl":"t","scopes":{"s":"d"}}}}""")]
    [InlineData("{type: apiKey, in: header, name: k}", """{"type":"apiKey","in":"header","name":"k"}""")]
    public void A_security_scheme_is_called_as_in_3_0(string said, string expected) =>
        Assert.Equal($$"""{"s":{{expected}}}""", Write($"paths: {{}}\nsecurityDefinitions: {{s: {said}}}", "/components/securitySchemes"));

    [Theory]
    [InlineData("#/definitions/A", "#/components/schemas/A")]
    [InlineData("#/responses/R/schema", "#/components/responses/R/content/application~1json/schema")]
    [InlineData("#/parameters/B/schema", "#/components/requestBodies/B/content/application~1json/schema")]
    [InlineData("#/paths/~1a/get/responses/200/schema/items", "#/paths/~1a/get/responses/200/content/a~1b/schema/items")]
    public void References_lead_to_where_3_0_has_their_targets(string said, string expected) => Assert.Equal(
        $$"""{"$ref":"{{expected}}"}""",
        Write(
            """
            paths: {/a: {get: {produces: [a/b], responses: {'200': {description: d, schema: {type: array, items: {type: string}}}}}}}
            definitions: {A: {}, Z: {$ref: 'SAID'}}
            responses: {R: {description: d, schema: {type: string}}}
            parameters: {B: {name: b, in: body, schema: {type: string}}}
            """.Replace("SAID", said), "/components/schemas/Z"));

    [Theory]
    [InlineData("consumes: application/json\npaths: {}", "KILN0040 2:11")]
    [InlineData("paths: {/a: {get: {responses: {}, parameters: [{name: p, in: query, type: array, items: {}, collectionFormat: odd}]}}}", "KILN0047 2:111")]
    [InlineData("paths: {/a: {get: {responses: {}}}}\nsecurityDefinitions: {s: {type: oauth2, flow: odd}}", "KILN0047 3:47")]
    [InlineData("paths: {/a: {post: {responses: {}, parameters: [{in: formData, type: string}]}}}", "KILN0034 2:49")]
    [InlineData("paths: {/a: {post: {responses: {}, parameters: [{$ref: '#/parameters/F'}]}}}\nparameters:\n  F: {in: formData, type: string}", "KILN0034 4:6")]
    [InlineData("paths: {/a: {get: {responses: {}, parameters: [{name: p, in: query, type: array, items: {$ref: '#/definitions/A', minLength: 1}}]}}}\ndefinitions: {A: {}}", "KILN0042 2:115")]
    public void What_the_conversion_cannot_use_is_reported_as_written(string document, string expected) => Assert.Equal([expected], Trees.Told("swagger: '2.0'\n" + document));

    [Fact]
    public void An_extension_beside_a_reference_is_no_ignored_keyword() =>
        Assert.Empty(Trees.Told("swagger: '2.0'\npaths: {}\ndefinitions: {A: {type: string}, B: {$ref: '#/definitions/A', x-nullable: true}}"));

    private static string Write(string document, string pointer)
    {
        var root = Trees.ReadDocument("swagger: '2.0'\n" + document).Value!.Root;
        return SpecJson.Write(JsonPointer.Find(root, pointer)!);
    }
}
