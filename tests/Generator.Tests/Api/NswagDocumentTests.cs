using Kiln.Generator.Api.Nswag;
using Kiln.Generator.Specs;
using Kiln.Generator.Tests.Driving;
using Kiln.Generator.Tests.Specs;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace Kiln.Generator.Tests.Api;

/// <summary>The skeleton is what NSwag's own way of loading gives, though it is loaded faster.</summary>
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
        var theirs = await NSwagLoadTests.LoadAsync(await WriteAsync(new SkeletonTokenReader(spec.Root)));

        Assert.Equal(theirs.ToJson(), ours.ToJson());
    }

    [Theory]
    [InlineData("{'openapi':'3.0.3','info':{'title':'T','version':'1'},'paths':{'/a':{'get':{'deprecated':true,'parameters':[{'name':'example','in':'query','explode':false}],'responses':{}}}}}")]
    [InlineData("{'components':{'parameters':{'example':{'name':'links','in':'query'}},'securitySchemes':{'schema':{'type':'oauth2','flows':{'implicit':{'scopes':{'example':'x'}}}}}}}")]
    public async Task Its_tokens_are_those_of_the_text(string text)
    {
        var json = text.Replace('\'', '"');

        var written = await WriteAsync(new SkeletonTokenReader((SpecMap)Trees.Read(json, "a.json")!));

        Assert.True(JToken.DeepEquals(JToken.Parse(json), JToken.Parse(written)), written);
    }

    [Fact]
    public async Task Schemas_examples_links_callbacks_and_extensions_are_not_among_its_tokens()
    {
        var root = (SpecMap)Trees.Read("""
            {"x-a":{"b":1},"paths":{"/a":{"get":{"x-b":1,"callbacks":{"c":{}},"responses":{"200":{"links":{"l":{}},"content":{"a/b":{"schema":{"type":"string"},"examples":{"e":{}}}}}}}}},
            "components":{"schemas":{"S":{}},"callbacks":{},"examples":{"e":{}},"links":{"l":{}},"parameters":{"p":{"name":"example","example":1,"schema":{"type":"string"}}}}}
            """, "a.json")!;

        Assert.Equal(
            """{"paths":{"/a":{"get":{"responses":{"200":{"content":{"a/b":{}}}}}}},"components":{"parameters":{"p":{"name":"example"}}}}""",
            await WriteAsync(new SkeletonTokenReader(root)));
    }

    [Fact]
    public void A_reference_leads_to_its_end_past_others_and_into_places_that_OpenAPI_does_not_know()
    {
        var spec = Trees.ReadDocument("""
            openapi: 3.0.3
            info: { title: T, version: '1' }
            x-shared: { Far: { name: far, in: query, schema: { type: string } } }
            paths: {}
            components:
              parameters:
                A: { $ref: '#/components/parameters/B' }
                B: { $ref: '#/components/parameters/C' }
                C: { $ref: '#/x-shared/Far' }
            """, "a.yaml").Value!;

        var parameters = NswagDocument.Load(spec, TestContext.Current.CancellationToken).Components.Parameters;

        Assert.Equal("far", parameters["C"].ActualParameter.Name);
        Assert.Same(parameters["C"].ActualParameter, parameters["A"].ActualParameter);
        Assert.Same(parameters["C"].ActualParameter, parameters["B"].ActualParameter);
    }

    private static async Task<string> WriteAsync(SkeletonTokenReader tokens)
    {
        var text = new StringWriter();
        await using var writer = new JsonTextWriter(text);
        await writer.WriteTokenAsync(tokens, TestContext.Current.CancellationToken);
        return text.ToString();
    }
}
