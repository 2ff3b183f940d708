using Kiln.Generator.Api.Nswag;
using Kiln.Generator.Specs;
using Kiln.Generator.Specs.Tree;
using Kiln.Generator.Tests.Driving;
using Kiln.Generator.Tests.Specs;

namespace Kiln.Generator.Tests.Api;

/// <summary>The skeleton is what NSwag's own way of loading gives, though it is loaded faster.</summary>
public sealed class NswagDocumentTests
{
    public static TheoryData<string> Documents() =>
    [
        .. Directory.GetFiles(Path.Combine(Checkout.Root, "tests", "Generator.Tests", "Scenarios"), "spec.yaml", SearchOption.AllDirectories)
            .Append(Path.Combine(Checkout.Root, "spec", "threat-events.openapi.yaml"))
            .Select(p => Path.GetRelativePath(Checkout.Root, p)),
    ];

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Is_the_model_that_NSwag_loads(string path)
    {
        var spec = Trees.ReadDocument(await File.ReadAllTextAsync(Path.Combine(Checkout.Root, path), TestContext.Current.CancellationToken), path).Value!;

        var ours = NswagDocument.Load(spec, TestContext.Current.CancellationToken);
        var theirs = await NSwagLoadTests.LoadAsync(SkeletonJson.Write(spec.Root));

        Assert.Equal(theirs.ToJson(), ours.ToJson());
    }

    [Fact]
    public void Schemas_examples_links_callbacks_and_extensions_are_not_handed_to_it()
    {
        var root = (SpecMap)Trees.Read("""
            {"x-a":{"b":1},"paths":{"/a":{"get":{"x-b":1,"callbacks":{"c":{}},"responses":{"200":{"links":{"l":{}},"content":{"a/b":{"schema":{"type":"string"},"examples":{"e":{}}}}}}}}},
            "components":{"schemas":{"S":{}},"callbacks":{},"examples":{"e":{}},"links":{"l":{}},"parameters":{"schema":{"name":"example","example":1,"explode":false,"schema":{"type":"string"}}}}}
            """, "a.json")!;

        Assert.Equal(
            """{"paths":{"/a":{"get":{"responses":{"200":{"content":{"a/b":{}}}}}}},"components":{"parameters":{"schema":{"name":"example","explode":false}}}}""",
            SkeletonJson.Write(root));
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
}
