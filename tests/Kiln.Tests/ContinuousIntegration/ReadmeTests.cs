using Kiln.Generator.Pipeline;
using Kiln.Tool.Tests.Comparing;

namespace Kiln.Tool.Tests.ContinuousIntegration;

/// <summary>The commands of the README's section about drift, on a document that changed after its release.</summary>
public sealed class ReadmeTests : IDisposable
{
    private const string Released = """
        openapi: 3.0.3
        info: { title: Shop, version: 1.4.2 }
        servers: [{ url: 'https://shop.example' }]
        paths:
          /pets:
            get:
              responses: { '200': { description: All., content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Pet' } } } } } }
        components:
          schemas:
            Pet: { type: object, required: [name, age], properties: { name: { type: string }, age: { type: integer } } }
        """;

    private const string Traffic = """
        {"log": {"version": "1.2", "creator": {"name": "browser", "version": "1"}, "entries": [{
          "startedDateTime": "2026-11-30T08:00:00.000Z", "time": 5,
          "request": {"method": "GET", "url": "https://shop.example/pets", "httpVersion": "HTTP/1.1", "headers": [], "queryString": [], "cookies": [], "headersSize": -1, "bodySize": 0},
          "response": {"status": 200, "statusText": "OK", "httpVersion": "HTTP/1.1", "headers": [{"name": "Content-Type", "value": "application/json"}], "cookies": [],
            "content": {"size": 16, "mimeType": "application/json", "text": "[{\"name\":\"Rex\"}]"}, "redirectURL": "", "headersSize": -1, "bodySize": 16},
          "cache": {}, "timings": {"send": 0, "wait": 5, "receive": 0}}]}}
        """;

    private readonly Workbench bench = new() { Generate = SdkPipeline.GenerateFrom };

    public void Dispose() => bench.Dispose();

    [Theory]
    [InlineData("kiln diff v1.4.2:shop.yaml shop.yaml", "Pet.age: The ")]
    [InlineData("kiln drift shop.yaml --pinned Generated", "The C# member 'Shop.Models.Pet.Age' was removed. [source-breaking, binary-breaking]")]
    [InlineData("kiln observe shop.yaml session.har", "age")]
    public async Task Each_command_reports_what_changed(string command, string expected)
    {
        bench.Write("shop.yaml", Released);
        bench.Write("session.har", Traffic);
        var repository = new GitRepository(bench.Root);
        repository.Commit();
        repository.Run("tag", "v1.4.2");
        await bench.RunAsync("drift", "shop.yaml", "--pinned", "Generated", "--accept");
        // What the service does already, the document only says now; without that change, only the traffic differs.
        if (!command.Contains("observe", StringComparison.Ordinal))
            bench.Write("shop.yaml", Released.Replace("required: [name, age]", "required: [name]", StringComparison.Ordinal).Replace(", age: { type: integer }", "", StringComparison.Ordinal));

        var run = await bench.RunAsync(command.Split(' ')[1..]);

        Assert.Equal(ExitCodes.Drift, run.ExitCode);
        Assert.Contains(expected, run.Out, StringComparison.Ordinal);
    }
}
