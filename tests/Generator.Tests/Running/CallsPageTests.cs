using Kiln.Generator.Tests.Driving;

namespace Kiln.Generator.Tests.Running;

/// <summary>The examples of docs/calls.md.</summary>
public sealed class CallsPageTests
{
    private const string Spec = """
        openapi: 3.0.4
        info: { title: Pets, version: '1' }
        paths:
          /pets:
            post:
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }
              responses: { '204': { description: Done. } }
          /jobs:
            get: { operationId: getJob, responses: { '200': { description: The job., content: { application/json: { schema: { $ref: '#/components/schemas/Job' } }, application/yaml: {} } } } }
            post:
              operationId: createJob
              responses:
                '200': { description: The pet., content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }
                '202': { description: The job., content: { application/json: { schema: { $ref: '#/components/schemas/Job' } } } }
                '204': { description: Nothing. }
          /pets/{name}:
            parameters: [{ name: name, in: path, required: true, schema: { type: string } }]
            put:
              operationId: renamePet
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }
              responses: { '204': { description: Done. } }
        components:
          schemas:
            Pet: { type: object, properties: { name: { type: string } } }
            Job: { type: object, properties: { id: { type: string } } }

        """;

    // Those of other packages, which the tests do not refer to.
    private static readonly string[] Others = ["AddStandardResilienceHandler", "AddOpenTelemetry"];

    [Fact]
    public void Each_example_compiles_with_the_extensions_on_the_page()
    {
        var page = PageBlocks.Read("calls.md");
        var examples = PageBlocks.Of(page, "csharp").Where(b => !Others.Any(b.Contains)).Select(b => b.Replace("PetsMediaTypes", "Sdk.PetsMediaTypes", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(examples);
        SdkRun.Of(OperationsSdk.Run(Spec + string.Concat(PageBlocks.Of(page, "yaml"))), "var orderId = \"1\"; var pet = new Pet();\n" + PageBlocks.Compiled(examples, ("Sdk.PetsClient", "client")));
    }
}
