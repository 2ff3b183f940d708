using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Tests.Specs;

/// <summary>References to nodes where later steps do not look for them: the nodes become components, which are checked and normalized like any other node.</summary>
public class ReferenceTargetHoisterTests
{
    private const string Head = "openapi: 3.1.0\npaths:\n  /a:\n    parameters: [{name: p, in: query, schema: {type: [string, 'null']}}]\n    post: {responses: {}, callbacks: {c: {e: {post: {responses: {}, requestBody: {content: {text/json: {schema: {const: 1}}}}}}}}}\n";

    [Theory]
    [InlineData("#/x-shared/S", "S", """{"type":"string","nullable":true}""")]
    [InlineData("#/paths/~1a/parameters/0/schema", "parameters", """{"type":"string","nullable":true}""")]
    [InlineData("#/paths/~1a/post/callbacks/c/e/post/requestBody/content/text~1json/schema", "text~1json", """{"enum":[1],"x-kiln-const":true}""")]
    [InlineData("#/components/schemas/F/additionalProperties", "additionalProperties", """{"not":{}}""")]
    public void What_is_meant_becomes_a_shared_schema_in_its_normal_form(string reference, string name, string expected)
    {
        var read = Trees.ReadDocument($"{Head}x-shared: {{S: {{type: [string, 'null']}}}}\ncomponents: {{schemas: {{X: {{$ref: '{reference}'}}, F: {{additionalProperties: false}}}}}}");

        Assert.Empty(read.Diagnostics);
        Assert.Equal($$"""{"$ref":"#/components/schemas/{{name}}"}""", SpecJson.Write(JsonPointer.Find(read.Value!.Root, "/components/schemas/X")!));
        Assert.Equal(expected, SpecJson.Write(JsonPointer.Find(read.Value!.Root, "/components/schemas/" + name)!));
    }

    [Fact]
    public void What_is_wrong_there_is_told_there() =>
        Assert.Equal(["KILN0025 2:32"], Trees.Told("openapi: 3.0.0\nx-shared: {S: {not: {$ref:     '#/nowhere'}}}\npaths: {}\ncomponents: {schemas: {X: {$ref: '#/x-shared/S'}}}"));

    [Fact]
    public void An_unknown_key_may_stand_among_the_shared_nodes() =>
        Assert.Equal(["KILN0025 4:35"], Trees.Told("openapi: 3.0.0\npaths: {}\ncomponents:\n  x-mine: {S: {items: {$ref:      '#/nowhere'}}}\n  schemas: {X: {$ref: '#/components/x-mine/S'}}"));

    [Fact]
    public void It_may_lead_back_to_itself() =>
        Assert.Empty(Trees.Told("openapi: 3.0.0\nx-shared: {S: {properties: {s: {$ref: '#/x-shared/S'}}}}\npaths: {}\ncomponents: {schemas: {X: {$ref: '#/x-shared/S'}}}"));

    [Fact]
    public void A_name_that_is_taken_gets_a_number()
    {
        var read = Trees.ReadDocument("openapi: 3.0.0\nx-shared: {S: {type: string}}\npaths: {}\ncomponents: {schemas: {S: {$ref: '#/x-shared/S'}}}");

        Assert.Equal("""{"S":{"$ref":"#/components/schemas/S_2"},"S_2":{"type":"string"}}""", SpecJson.Write(JsonPointer.Find(read.Value!.Root, "/components/schemas")!));
    }
}
