using Kiln.Generator.Api;
using Kiln.Generator.Tests.Driving;
using Kiln.Generator.Tests.Specs;
using NJsonSchema;

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
        var theirs = await NSwagLoadTests.LoadAsync(spec);

        Assert.Equal(theirs.ToJson(), ours.ToJson());
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
}
