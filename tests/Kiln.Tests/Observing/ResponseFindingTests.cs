using Kiln.Generator.Changes.Findings;

namespace Kiln.Tool.Tests.Observing;

/// <summary>What is found in responses, by what their schema says.</summary>
public sealed class ResponseFindingTests : IDisposable
{
    private const string Pet = "Pet: { type: object, required: [id], properties: { id: { type: integer }, name: { type: string } } }";
    private readonly TrafficBench bench = new();

    public void Dispose() => bench.Dispose();

    /// <summary>The schema, a body, and what is found in it; nothing for a body that fits.</summary>
    public static TheoryData<string, string, string> Bodies => new()
    {
        { "{ type: object, required: [id], properties: { id: { type: string } } }", """{"id":"a"}""", "" },
        { "{ type: object, required: [id], properties: { id: { type: string } } }", "{}", "missing-property GET /pets/{id} 200 .id $.id 1/1" },
        { "{ type: object, required: [id], properties: { id: { type: string, writeOnly: true } } }", "{}", "" },
        { "{ type: object, properties: { id: { type: string } } }", """{"id":null}""", "null GET /pets/{id} 200 .id $.id 1/1" },
        { "{ type: object, properties: { id: { type: string, nullable: true } } }", """{"id":null}""", "" },
        { "{ type: object, properties: { id: {} } }", """{"id":null}""", "" },
        { "{ type: object, properties: { id: { type: integer } } }", """{"id":"a"}""", "type GET /pets/{id} 200 .id $.id 1/1" },
        { "{ type: object, properties: { id: { type: integer } } }", """{"id":1.0}""", "" },
        { "{ type: object, properties: { id: { type: integer } } }", """{"id":1.5}""", "type GET /pets/{id} 200 .id $.id 1/1" },
        { "{ type: object, properties: { id: { type: integer, format: int32 } } }", """{"id":3000000000}""", "format GET /pets/{id} 200 .id $.id 1/1" },
        { "{ type: object, properties: { id: { type: integer, format: int64 } } }", """{"id":9223372036854775808}""", "format GET /pets/{id} 200 .id $.id 1/1" },
        { "{ type: array, items: { type: string, format: date-time } }", """["2024-01-01T00:00:00Z","2024-01-01"]""", "format GET /pets/{id} 200 [] $[*] 1/1" },
        { "{ type: array, items: { type: string, format: date } }", """["2024-02-29","2023-02-29"]""", "format GET /pets/{id} 200 [] $[*] 1/1" },
        { "{ type: array, items: { type: string, format: time } }", """["10:00:00Z","25:00:00"]""", "format GET /pets/{id} 200 [] $[*] 1/1" },
        { "{ type: array, items: { type: string, format: uuid } }", """["0b9c5b1e-4f0e-4b7e-9c3e-0d6b0d2f8a11","a"]""", "format GET /pets/{id} 200 [] $[*] 1/1" },
        { "{ type: array, items: { type: string, format: uri } }", """["https://a.example/b","/b"]""", "format GET /pets/{id} 200 [] $[*] 1/1" },
        { "{ type: array, items: { type: string, format: email } }", """["a@b.example","a"]""", "format GET /pets/{id} 200 [] $[*] 1/1" },
        { "{ type: array, items: { type: string, format: ipv4 } }", """["10.0.0.1","10.0.0.256"]""", "format GET /pets/{id} 200 [] $[*] 1/1" },
        { "{ type: array, items: { type: string, format: ipv6 } }", """["::1","10.0.0.1"]""", "format GET /pets/{id} 200 [] $[*] 1/1" },
        { "{ type: array, items: { type: string, format: byte } }", """["QUJD","%"]""", "format GET /pets/{id} 200 [] $[*] 1/1" },
        { "{ type: array, items: { type: string, format: made-up } }", """["anything"]""", "" },
        { "{ type: string, enum: [red, green] }", "\"blue\"", "enum-value GET /pets/{id} 200 $ 1/1" },
        { "{ type: integer, enum: [1, 2] }", "1.0", "" },
        { "{ type: integer, minimum: 1, maximum: 5 }", "6", "limit GET /pets/{id} 200 $ 1/1" },
        { "{ type: integer, minimum: 1, exclusiveMinimum: true }", "1", "limit GET /pets/{id} 200 $ 1/1" },
        { "{ type: string, minLength: 2, maxLength: 3 }", "\"\uD83D\uDE00\"", "limit GET /pets/{id} 200 $ 1/1" },
        { "{ type: string, pattern: '^[a-z]+$' }", "\"A\"", "limit GET /pets/{id} 200 $ 1/1" },
        { "{ type: string, pattern: '(((' }", "\"A\"", "" },
        { "{ type: array, maxItems: 1, items: {} }", "[1,2]", "limit GET /pets/{id} 200 $ 1/1" },
        { "{ type: array, uniqueItems: true, items: {} }", "[1,1]", "limit GET /pets/{id} 200 $ 1/1" },
        { "{ type: object, properties: { id: { type: string } } }", """{"id":"a","more":1}""", "undocumented-property GET /pets/{id} 200 .more $.more 1/1" },
        { "{ type: object, additionalProperties: true, properties: { id: { type: string } } }", """{"id":"a","more":1}""", "" },
        { "{ type: object }", """{"more":1}""", "" },
        { "{ type: object, additionalProperties: { type: string } }", """{"more":1}""", "type GET /pets/{id} 200 .* $.* 1/1" },
        { "{ type: object, additionalProperties: false }", """{"more":1}""", "undocumented-property GET /pets/{id} 200 .more $.more 1/1" },
        { "{ allOf: [{ $ref: '#/components/schemas/Pet' }, { type: object, properties: { age: { type: integer } } }] }", """{"id":1,"age":2}""", "" },
        { "{ allOf: [{ $ref: '#/components/schemas/Pet' }, { type: object, properties: { age: { type: integer } } }] }", """{"age":"2"}""", "type GET /pets/{id} 200 .age $.age 1/1|missing-property Pet.id $.id 1/1" },
        { "{ oneOf: [{ $ref: '#/components/schemas/Pet' }, { type: string }] }", "\"a\"", "" },
        { "{ oneOf: [{ $ref: '#/components/schemas/Pet' }, { type: string }] }", """{"id":"a"}""", "type Pet.id $.id 1/1" },
        { "{ oneOf: [{ $ref: '#/components/schemas/Pet' }, { type: string }] }", "5", "no-alternative GET /pets/{id} 200 $ 1/1" },
        { "{ anyOf: [{ $ref: '#/components/schemas/Pet' }, { type: object, properties: { age: { type: integer } } }] }", """{"id":1,"age":2}""", "undocumented-property Pet.age $.age 1/1" },
        { "{ oneOf: [{ $ref: '#/components/schemas/Pet' }], discriminator: { propertyName: name, mapping: { cat: '#/components/schemas/Pet' } } }", """{"id":1,"name":"cat"}""", "" },
        { "{ oneOf: [{ $ref: '#/components/schemas/Pet' }], discriminator: { propertyName: name, mapping: { cat: '#/components/schemas/Pet' } } }", """{"id":1,"name":"dog"}""", "discriminator-value GET /pets/{id} 200 $.name 1/1" },
        { "{ $ref: '#/components/schemas/Pet' }", "null", "null GET /pets/{id} 200 $ 1/1" },
        { "{ type: array, items: { $ref: '#/components/schemas/Pet' } }", """[{"id":1},null]""", "null GET /pets/{id} 200 [] $[*] 1/1" },
        { "{ type: object }", "{", "invalid-json GET /pets/{id} 200 - 1/1" },
        { "{ type: object, properties: { a.b: { type: string } } }", """{"a.b":1}""", "type GET /pets/{id} 200 .a.b $['a.b'] 1/1" },
        { "{ type: string }", "\"\\ud800\"", "" },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public void Finds_what_a_body_contradicts(string schema, string body, string expected)
    {
        var findings = bench.Observe(TrafficBench.Spec(schema, components: Pet), TrafficBench.Har(TrafficBench.Entry("https://api.example.com/v1/pets/1", body)));

        Assert.Equal(expected, string.Join('|', findings.Select(TrafficBench.Short)));
    }

    [Theory]
    [InlineData("{ type: [string, integer] }", "1.5", "type GET /pets/{id} 200 $ 1/1")]
    [InlineData("{ type: [object, string], properties: { a: { type: string } } }", "5", "no-alternative GET /pets/{id} 200 $ 1/1")]
    [InlineData("{ type: [string, 'null'] }", "null", "")]
    [InlineData("{ const: a }", "\"b\"", "enum-value GET /pets/{id} 200 $ 1/1")]
    [InlineData("{ type: number, exclusiveMaximum: 5 }", "5", "limit GET /pets/{id} 200 $ 1/1")]
    [InlineData("{ type: array, prefixItems: [{ type: string }, { type: integer }], items: { type: boolean } }", "[\"a\",1,true,\"b\"]", "type GET /pets/{id} 200 [] $[*] 1/1")]
    [InlineData("{ type: object, patternProperties: { '^x-': { type: string } }, additionalProperties: false }", "{\"x-a\":1,\"b\":2}", "type GET /pets/{id} 200 .* $.* 1/1|undocumented-property GET /pets/{id} 200 .b $.b 1/1")]
    public void Reads_the_schemas_of_OpenAPI_3_1(string schema, string body, string expected)
    {
        var findings = bench.Observe(TrafficBench.Spec(schema, "3.1.0"), TrafficBench.Har(TrafficBench.Entry("https://api.example.com/v1/pets/1", body)));

        Assert.Equal(expected, string.Join('|', findings.Select(TrafficBench.Short)));
    }

    [Fact]
    public void Counts_responses_and_not_items_and_keeps_an_example()
    {
        var spec = TrafficBench.Spec("{ type: array, items: { type: object, properties: { id: { type: integer } } } }");
        var har = TrafficBench.Har(
            TrafficBench.Entry("https://api.example.com/v1/pets/1", """[{"id":"a"},{"id":"b"}]"""),
            TrafficBench.Entry("https://api.example.com/v1/pets/2", """[{"id":1}]"""),
            TrafficBench.Entry("https://api.example.com/v1/pets/3", """[{"id":"c"}]"""));

        var finding = Assert.Single(bench.Observe(spec, har));

        Assert.Equal(new Observation(2, 3, "$[*].id", "\"a\""), finding.Observation);
        Assert.Equal((FindingSeverity.Breaking, Direction.Response, "pets.yaml", 11), (finding.Severity, finding.Direction, finding.New!.File, finding.New.Line));
        Assert.Equal("The value is a string; the document says integer", finding.Message);
        Assert.Equal(["GET /pets/{id}"], finding.Operations);
    }

    [Theory]
    [InlineData(500, "application/json", "{}", "undocumented-status GET /pets/{id} - 1/1", "Info")]
    [InlineData(201, "application/json", "{}", "undocumented-status GET /pets/{id} - 1/1", "Breaking")]
    [InlineData(304, null, null, "", "Info")]
    [InlineData(200, "text/html; charset=utf-8", "<p>", "undocumented-media-type GET /pets/{id} 200 - 1/1", "Breaking")]
    [InlineData(200, "application/json; charset=utf-8", "{}", "", "Info")]
    [InlineData(200, "application/JSON", null, "", "Info")]
    public void Finds_statuses_and_media_types(int status, string? mediaType, string? body, string expected, string severity)
    {
        var findings = bench.Observe(TrafficBench.Spec("{ type: object }"), TrafficBench.Har(TrafficBench.Entry("https://api.example.com/v1/pets/1", body, status, mediaType: mediaType)));

        Assert.Equal(expected, string.Join('|', findings.Select(TrafficBench.Short)));
        Assert.All(findings, f => Assert.Equal(severity, f.Severity.ToString()));
    }

    [Fact]
    public void Finds_headers_that_are_missing_or_have_another_type()
    {
        var spec = TrafficBench.Spec("{ type: object }").Replace("description: A pet.,", "description: A pet., headers: { X-Left: { required: true, schema: { type: integer } }, X-Id: { required: true, schema: { type: string } } },");
        var entry = TrafficBench.Entry("https://api.example.com/v1/pets/1", "{}");
        entry["response"]!["headers"]!.AsArray().Add(new System.Text.Json.Nodes.JsonObject { ["name"] = "x-left", ["value"] = "many" });

        Assert.Equal(
            ["missing-header GET /pets/{id} 200 header X-Id - 1/1", "type GET /pets/{id} 200 header X-Left - 1/1"],
            bench.Observe(spec, TrafficBench.Har(entry)).Select(TrafficBench.Short).Order());
    }

    [Fact]
    public void One_place_of_the_document_is_one_finding_for_all_operations_that_use_it()
    {
        var spec = TrafficBench.Spec("{ $ref: '#/components/schemas/Pet' }", components: Pet).Replace("components:", """
              /pets:
                get:
                  responses: { '200': { description: Pets., content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Pet' } } } } } }
            components:
            """.ReplaceLineEndings("\n"));
        var findings = bench.Observe(spec, TrafficBench.Har(
            TrafficBench.Entry("https://api.example.com/v1/pets/1", """{"id":1}"""),
            TrafficBench.Entry("https://api.example.com/v1/pets/1", "{}"),
            TrafficBench.Entry("https://api.example.com/v1/pets", "[{}]")));

        var finding = Assert.Single(findings);
        Assert.Equal("missing-property Pet.id $.id 2/3", TrafficBench.Short(finding));
        Assert.Equal(["GET /pets", "GET /pets/{id}"], finding.Operations);
        Assert.Equal("Pets.Models.Pet.Id", finding.Member);
    }
}
