using Kiln.Generator.Api;
using Kiln.Generator.Specs.Tree;
using Kiln.Generator.Tests.Driving;
using Kiln.Generator.Tests.Specs;
using NJsonSchema;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kiln.Generator.Tests.Api;

/// <summary>What is handed over to <c>Api</c> is what NSwag's own way of loading gives, though it comes about faster.</summary>
public sealed class NswagDocumentTests
{
    public static TheoryData<string> Documents() =>
    [
        .. Directory.GetFiles(Path.Combine(Repository.Root, "tests", "Generator.Tests", "Scenarios"), "spec.yaml", SearchOption.AllDirectories)
            .Append(Path.Combine(Repository.Root, "spec", "threat-events.openapi.yaml"))
            .Select(p => Path.GetRelativePath(Repository.Root, p)),
    ];

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Is_the_model_that_NSwag_loads(string path)
    {
        var spec = Trees.ReadDocument(await File.ReadAllTextAsync(Path.Combine(Repository.Root, path), TestContext.Current.CancellationToken), path).Value!;

        var ours = NswagDocument.Load(spec, TestContext.Current.CancellationToken);
        var theirs = await NSwagLoadTests.LoadAsync(await WriteAsync(new SpecTokenReader(spec.Root)));

        Assert.Equal(theirs.ToJson(), ours.ToJson());
    }

    [Theory]
    [InlineData("{'openapi':'3.0.3','x-a':[1,-2.5,123456789012345678901234567890,true,null,'',[],{}]}")]
    [InlineData("{'components':{'schemas':{'A':{'properties':{'example':{'type':'integer'},'links':{'type':'string'}}}}},'x-a':{'example':1}}")]
    public async Task Its_tokens_are_those_of_the_text(string text)
    {
        var json = text.Replace('\'', '"');

        var written = await WriteAsync(new SpecTokenReader((SpecMap)Trees.Read(json, "a.json")!));

        Assert.True(JToken.DeepEquals(JToken.Parse(json), JToken.Parse(written)), written);
    }

    [Fact]
    public async Task Examples_and_links_are_not_among_its_tokens()
    {
        var root = (SpecMap)Trees.Read("""
            {"paths":{"/a":{"get":{"responses":{"200":{"links":{"l":{}},"content":{"a/b":{"schema":{"example":1,"type":"string"},"examples":{"e":{}}}}}}}}},
            "components":{"examples":{"e":{}},"links":{"l":{}},"parameters":{"p":{"name":"example","example":1}}}}
            """, "a.json")!;

        Assert.Equal(
            """{"paths":{"/a":{"get":{"responses":{"200":{"content":{"a/b":{"schema":{"type":"string"}}}}}}}},"components":{"parameters":{"p":{"name":"example"}}}}""",
            await WriteAsync(new SpecTokenReader(root)));
    }

    [Fact]
    public void A_reference_leads_to_its_end_past_others_and_into_places_that_OpenAPI_does_not_know()
    {
        var spec = Trees.ReadDocument("""
            openapi: 3.0.3
            info: { title: T, version: '1' }
            x-shared: { Far: { type: object, properties: { back: { $ref: '#/components/schemas/A' } } } }
            paths: {}
            components:
              schemas:
                A: { $ref: '#/components/schemas/B' }
                B: { $ref: '#/components/schemas/C' }
                C: { type: object, properties: { far: { $ref: '#/x-shared/Far' } } }
            """, "a.yaml").Value!;

        var schemas = NswagDocument.Load(spec, TestContext.Current.CancellationToken).Components.Schemas;

        var end = schemas["C"];
        Assert.Equal([end, end], [schemas["A"].Reference, schemas["B"].Reference]);
        var far = end.Properties["far"].Reference!;
        Assert.Same(end, far.Properties["back"].Reference);
    }

    private static async Task<string> WriteAsync(SpecTokenReader tokens)
    {
        var text = new StringWriter();
        await using var writer = new JsonTextWriter(text);
        await writer.WriteTokenAsync(tokens, TestContext.Current.CancellationToken);
        return text.ToString();
    }
}
