using Kiln.Generator.Tests.Driving;

namespace Kiln.Generator.Tests.Running;

/// <summary>The examples of docs/responses.md.</summary>
public sealed class ResponsesPageTests
{
    private const string Spec = """
        openapi: 3.0.4
        info: { title: Pets, version: '1' }
        paths:
          /pets:
            post:
              operationId: createPet
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }
              responses:
                '201': { description: Made., content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }
                '202': { description: Later., content: { application/json: { schema: { $ref: '#/components/schemas/Job' } } } }
          /pets/{petId}/photo:
            get:
              parameters: [{ name: petId, in: path, required: true, schema: { type: integer } }]
              responses: { '200': { description: The photo., content: { image/png: { schema: { type: string, format: binary } } } } }
          /reports/{reportId}:
            get:
              parameters: [{ name: reportId, in: path, required: true, schema: { type: integer } }]
              responses: { '302': { description: The file is elsewhere. } }
        components:
          schemas:
            Pet: { type: object, required: [name], properties: { name: { type: string } } }
            Job: { type: object, required: [id], properties: { id: { type: string } } }
        """;

    [Fact]
    public void Each_example_compiles()
    {
        var examples = PageBlocks.Of(PageBlocks.Read("responses.md"), "csharp").Select(WithoutResult).ToList();

        Assert.Equal(4, examples.Count);
        SdkRun.Of(
            Spec,
            "var folder = \".\"; var destination = Stream.Null;\n" + PageBlocks.Compiled(examples, ("Sdk.PetsClient", "client")),
            usings: "using Kiln.Runtime.Responses;");
    }

    // Compiled in a method of no result.
    private static string WithoutResult(string block) => block.Replace("return report.Location;", "_ = report.Location;", StringComparison.Ordinal);
}
