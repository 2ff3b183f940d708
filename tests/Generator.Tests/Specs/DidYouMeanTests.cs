using System.Text;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Tests.Specs;

/// <summary>What is misspelled is reported with what was probably meant, once for each place.</summary>
public sealed class DidYouMeanTests
{
    [Theory]
    // Keys.
    [InlineData("propertys: {}", "KILN0036", "properties")]
    [InlineData("Properties: {}", "KILN0036", "properties")]
    [InlineData("type: string\n      maxLenght: 3", "KILN0036", "maxLength")]
    [InlineData("type: string\n      desc: text", "KILN0036", "description")]
    [InlineData("type: string\n      enums: [a]", "KILN0036", "enum")]
    [InlineData("type: string\n      nulable: true", "KILN0036", "nullable")]
    [InlineData("discriminator: {propertyNme: t}", "KILN0036", "propertyName")]
    [InlineData("ref: A", "KILN0036", "$ref")]
    // Words.
    [InlineData("type: int", "KILN0047", "integer")]
    [InlineData("type: [sting, 'null']", "KILN0047", "string")]
    [InlineData("type: integer\n      format: int46", "KILN0061", "int64")]
    [InlineData("type: string\n      format: datetme", "KILN0061", "date-time")]
    [InlineData("type: string\n      format: Date-Time", "KILN0061", "date-time")]
    // Names of the document.
    [InlineData("required: [idd]\n      properties: {id: {type: string}}", "KILN0060", "id")]
    [InlineData("$ref: '#/components/schemas/Pett'", "KILN0025", "#/components/schemas/Pet")]
    [InlineData("$ref: '#/component/schemas/Pet'", "KILN0025", "#/components/schemas/Pet")]
    [InlineData("$ref: '#/components/schemas/Pet/properties/nmae'", "KILN0025", "#/components/schemas/Pet/properties/name")]
    [InlineData("$ref: '#anchr'", "KILN0025", "#anchor")]
    [InlineData("discriminator: {propertyName: t, mapping: {a: Pett}}", "KILN0048", "Pet")]
    [InlineData("discriminator: {propertyName: t, mapping: {a: '#/components/schemas/Pett'}}", "KILN0048", "#/components/schemas/Pet")]
    public void In_a_schema(string schema, string rule, string meant) => AssertAsked(
        $$$"""
        openapi: 3.1.0
        info: {title: T, version: '1'}
        paths: {}
        components:
          schemas:
            Pet: {$anchor: anchor, type: object, properties: {name: {type: string} } }
            A:
              {{{schema}}}
        """, rule, meant);

    [Theory]
    [InlineData("gett: {responses: {}}", "KILN0044", "get")]
    [InlineData("parmeters: []", "KILN0044", "parameters")]
    [InlineData("get: {responses: {}, operationID: a}", "KILN0036", "operationId")]
    [InlineData("get: {responses: {}, sumary: a}", "KILN0036", "summary")]
    [InlineData("get: {responses: {}, parameters: [{name: q, in: querry, schema: {}}]}", "KILN0045", "query")]
    [InlineData("get: {responses: {}, parameters: [{name: q, in: query, schema: {}, stlye: form}]}", "KILN0036", "style")]
    [InlineData("get: {responses: {}, parameters: [{name: q, in: query, schema: {}, style: from}]}", "KILN0047", "form")]
    [InlineData("get: {responses: {defualt: {description: d}}}", "KILN0035", "default")]
    [InlineData("get: {responses: {'200': {description: d, contents: {}}}}", "KILN0036", "content")]
    [InlineData("get: {responses: {'200': {description: d, content: {a/b: {shema: {}}}}}}", "KILN0036", "schema")]
    [InlineData("get: {responses: {}, security: [{Key: []}, {Key: []}]}", "KILN0059", "key")]
    [InlineData("get: {responses: {}, security: [{kye: []}]}", "KILN0059", "key")]
    public void In_a_path_item(string item, string rule, string meant) => AssertAsked(
        $$$"""
        openapi: 3.1.0
        info: {title: T, version: '1'}
        paths:
          /a:
            {{{item}}}
        components: {securitySchemes: {key: {type: apiKey, name: k, in: query} } }
        """, rule, meant);

    [Theory]
    [InlineData("securitySchemes: {k: {type: apikey, name: k, in: query}}", "KILN0046", "apiKey")]
    [InlineData("securitySchemes: {k: {type: apiKey, name: k, in: heder}}", "KILN0047", "header")]
    [InlineData("schema: {}", "KILN0036", "schemas")]
    public void In_components(string component, string rule, string meant) =>
        AssertAsked($"openapi: 3.0.3\ninfo: {{title: T, version: '1'}}\npaths: {{}}\ncomponents:\n  {component}", rule, meant);

    [Theory]
    [InlineData("x-propertys: {}")]
    [InlineData("x-nulable: true")]
    [InlineData("x-ms-enmu: {}")]
    [InlineData("type: string\n      format: money")]
    [InlineData("type: string\n      format: guid")]
    [InlineData("type: integer\n      format: int128")]
    [InlineData("required: [other]\n      properties: {id: {type: string}}")]
    [InlineData("required: [idd]\n      properties: {id: {type: string}}\n      allOf: [{properties: {idd: {type: string}}}]")]
    [InlineData("required: [ids, id]\n      properties: {id: {type: string}}")]
    [InlineData("properties: {propertys: {type: string}, tpye: {type: string}}")]
    [InlineData("example: {propertys: {}, tpye: string}")]
    [InlineData("somethingElse: 1")]
    [InlineData("$comment: a\n      $anchor: b\n      examples: [a]\n      default: b\n      minContains: 1\n      dependentRequired: {}")]
    public void What_is_no_mistake_is_not_asked_about(string schema) => Assert.Empty(Trees.Told(
        $"openapi: 3.1.0\ninfo: {{title: T, version: '1'}}\npaths: {{}}\ncomponents:\n  schemas:\n    A:\n      {schema}"));

    [Theory]
    [InlineData("type: text", "KILN0047")]
    [InlineData("$ref: '#/components/schemas/Other'", "KILN0025")]
    [InlineData("discriminator: {propertyName: t, mapping: {a: Other}}", "KILN0048")]
    public void Where_nothing_is_similar_there_is_no_question(string schema, string rule)
    {
        var told = Assert.Single(Trees.ReadDocument($"openapi: 3.1.0\ninfo: {{title: T, version: '1'}}\npaths: {{}}\ncomponents: {{schemas: {{A: {{{schema}}}}}}}").Diagnostics.Items);

        Assert.Equal(rule, told.Rule.Id);
        Assert.DoesNotContain("did you mean", told.Message);
        Assert.DoesNotContain("{", told.Message.Replace("{a", "", StringComparison.Ordinal));
    }

    [Fact]
    public void Many_mistakes_take_no_time()
    {
        var text = new StringBuilder("openapi: 3.1.0\npaths: {}\ncomponents:\n  schemas:\n");
        for (var i = 0; i < 3_000; i++)
            text.Append("    A").Append(new string('a', 40)).Append(i).Append(": {$ref: '#/components/schemas/B").Append(new string('a', 40)).Append(i).Append("'}\n");

        var told = Trees.ReadDocument(text.ToString()).Diagnostics.Items;

        Assert.Equal(3_000, told.Length);
        Assert.InRange(told.Count(d => d.Message.Contains("did you mean")), 10, 2_000);
    }

    private static void AssertAsked(string document, string rule, string meant)
    {
        var told = Assert.Single(Trees.ReadDocument(document).Diagnostics.Items);

        Assert.Equal(rule, told.Rule.Id);
        Assert.EndsWith($"; did you mean '{meant}'?", told.Message, StringComparison.Ordinal);
    }
}
