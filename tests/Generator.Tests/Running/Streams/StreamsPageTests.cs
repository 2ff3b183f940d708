using Kiln.Generator.Tests.Driving;
using Kiln.Generator.Tests.Scenarios;

namespace Kiln.Generator.Tests.Running.Streams;

/// <summary>The examples of docs/streams.md.</summary>
public sealed class StreamsPageTests
{
    private const string Prices =
        "  /prices: { get: { responses: { '200': { description: Prices., content: { text/event-stream: { schema: { $ref: '#/components/schemas/Item' } } } } } } }\n";

    [Fact]
    public void Each_example_compiles()
    {
        var examples = PageBlocks.Of(PageBlocks.Read("streams.md"), "csharp").ToList();

        Assert.NotEmpty(examples);
        var spec = ScenarioSdk.Read("Streams").ReplaceLineEndings("\n").Replace("\npaths:\n", "\npaths:\n" + Prices, StringComparison.Ordinal);
        SdkRun.Of(spec, "void Show(Item item) => Console.Write(item.Id);\n" + PageBlocks.Compiled(examples, ("Sdk.StreamsClient", "client")), "using Kiln.Runtime.Responses; using Kiln.Runtime.Streaming;");
    }

    [Fact]
    public void The_description_of_a_stream_is_one()
    {
        var description = Assert.Single(PageBlocks.Of(PageBlocks.Read("streams.md"), "yaml"), b => b.StartsWith("x-kiln-stream:", StringComparison.Ordinal));
        var spec = $$"""
            openapi: 3.1.0
            info: { title: T, version: '1' }
            components: { schemas: { Chunk: { type: object, properties: { delta: { type: string } } } } }
            paths:
              /chat:
                post:
                  requestBody: { required: true, content: { application/json: { schema: { type: object, properties: { stream: { type: boolean } } } } } }
                  responses: { '200': { description: d, content: { text/event-stream: {} } } }
                  {{description.ReplaceLineEndings("\n      ").TrimEnd()}}
            """;

        Assert.Equal("ok", SdkRun.Of(spec, "Func<Sdk.TClient, Kiln.Runtime.Streaming.EventStream<Chunk>> chunks = client => client.Chat.PostStreamAsync(new()); return \"ok\";"));
    }
}
