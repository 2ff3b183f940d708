using Kiln.Generator.Tests.Driving;

namespace Kiln.Generator.Tests.Running;

/// <summary>The examples of errors in docs/reading.md.</summary>
public sealed class ReadingPageTests
{
    private const string Spec = """
        openapi: 3.0.4
        info: { title: Pets, version: '1' }
        paths:
          /pets/{petId}:
            parameters: [{ name: petId, in: path, required: true, schema: { type: integer } }]
            get:
              responses:
                '204': { description: Done. }
                '404': { $ref: '#/components/responses/PetNotFound' }
                '409': { description: Busy., content: { text/plain: { schema: { type: string } } } }
        components:
          responses:
            PetNotFound: { description: The pet does not exist., content: { application/json: { schema: { type: object, properties: { code: { type: integer } } } } } }
        """;

    [Fact]
    public void Errors_are_caught_as_the_page_says()
    {
        var examples = PageBlocks.Of(PageBlocks.Read("reading.md"), "csharp").Where(b => b.Contains("catch", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(examples);
        SdkRun.Of(Spec, PageBlocks.Compiled(examples, ("Sdk.PetsClient", "client")), "using Kiln.Runtime.Responses;");
    }
}
