namespace Kiln.Tool.Tests.Observing;

/// <summary>The overlays that are proposed: they change what was contradicted, and nothing else.</summary>
public sealed class OverlayTests : IDisposable
{
    private readonly TrafficBench bench = new();

    public void Dispose() => bench.Dispose();

    /// <summary>The version, the schema, a body, and the actions without their comments.</summary>
    public static TheoryData<string, string, string, string> Corrections => new()
    {
        { "3.0.3", "{ type: object, required: [a, b], properties: { a: { type: string }, b: { type: string } } }", """{"a":"x"}""", "SCHEMA.required[?@=='b'] remove: true" },
        { "3.0.3", "{ type: object, required: [a], properties: { a: { type: string } } }", "{}", "SCHEMA.required remove: true" },
        { "3.0.3", "{ type: string }", "null", "SCHEMA update: nullable: true" },
        { "3.0.3", "{ type: string, enum: [x] }", "null", "SCHEMA update: nullable: true enum: [null]" },
        { "3.1.0", "{ type: string }", "null", "SCHEMA update: type: [string, \"null\"]" },
        { "3.1.0", "{ type: [string, integer] }", "null", "SCHEMA update: type: [\"null\"]" },
        { "3.1.0", "{ const: x }", "\"y\"", "SCHEMA.const remove: true|SCHEMA update: enum: [x, \"y\"]" },
        { "3.0.3", "{ $ref: '#/components/schemas/Pet' }", "null", "SCHEMA['$ref'] remove: true|SCHEMA update: allOf: - $ref: \"#/components/schemas/Pet\" nullable: true" },
        { "3.1.0", "{ $ref: '#/components/schemas/Pet' }", "null", "SCHEMA['$ref'] remove: true|SCHEMA update: oneOf: - $ref: \"#/components/schemas/Pet\" - type: \"null\"" },
        { "3.0.3", "{ type: integer, format: int32 }", "3000000000", "SCHEMA update: format: int64" },
        { "3.0.3", "{ type: integer, format: int32 }", "1.5", "SCHEMA.format remove: true|SCHEMA update: type: number" },
        { "3.1.0", "{ type: integer }", "\"a\"", "SCHEMA update: type: [integer, string]" },
        { "3.0.3", "{ type: integer, minimum: 1, description: A number. }", "\"a\"", "SCHEMA.type remove: true|SCHEMA.minimum remove: true|SCHEMA update: oneOf: - type: integer minimum: 1 - type: string" },
        { "3.0.3", "{ type: string, format: date-time }", "\"a\"", "SCHEMA.format remove: true" },
        { "3.0.3", "{ type: string, enum: [x] }", "\"y z\"", "SCHEMA update: enum: [\"y z\"]" },
        { "3.0.3", "{ type: integer, maximum: 10 }", "15", "SCHEMA update: maximum: 15" },
        { "3.0.3", "{ type: integer, maximum: 10, exclusiveMaximum: true }", "10", "SCHEMA update: exclusiveMaximum: false" },
        { "3.1.0", "{ type: integer, exclusiveMaximum: 10 }", "10", "SCHEMA.exclusiveMaximum remove: true|SCHEMA update: maximum: 10" },
        { "3.0.3", "{ type: string, pattern: '^a' }", "\"b\"", "SCHEMA.pattern remove: true" },
        { "3.0.3", "{ type: object, properties: { a: { type: string } } }", """{"b":[{"c":1,"d":null},{"c":2.5,"d":"2024-01-01"}]}""", "SCHEMA update: properties: b: type: array items: type: object properties: c: type: number d: type: string format: date nullable: true" },
        { "3.1.0", "{ oneOf: [{ type: string }, { type: boolean }] }", "1", "SCHEMA update: oneOf: - type: integer format: int64" },
    };

    [Theory]
    [MemberData(nameof(Corrections))]
    public async Task Changes_what_was_contradicted(string version, string schema, string body, string expected)
    {
        bench.Bench.Write("pets.yaml", TrafficBench.Spec(schema, version, "Pet: { type: object }"));
        bench.Bench.Write("body.json", body);
        string[] command = ["observe", "pets.yaml", "body.json", "--operation", "getPet"];

        var run = await bench.Bench.RunAsync([.. command, "--write-overlay", "fix.yaml"]);

        Assert.Contains("With it the traffic fits the document.", run.Error, StringComparison.Ordinal);
        Assert.Equal(expected, Actions(bench.Bench.Read("fix.yaml")));
        var corrected = await bench.Bench.RunAsync([.. command, "--overlay", "fix.yaml", "--fail-on", "info", "--write-overlay", "second.yaml"]);
        Assert.Equal(0, corrected.ExitCode);
        Assert.Contains("second.yaml was not written: there is nothing that an overlay could correct.", corrected.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_why_and_adds_what_is_not_documented()
    {
        bench.Bench.Write("pets.yaml", TrafficBench.Spec("{ type: object, additionalProperties: true }"));
        bench.Bench.Write("t.jsonl", """
            {"operation":"getPet","status":503,"contentType":"text/html","body":"<p>"}
            {"operation":"getPet","status":404,"contentType":"application/problem+json","body":{"title":"No."}}
            {"operation":"getPet","status":200,"contentType":"text/csv","body":"a,b"}
            {"operation":"getPet","status":200,"contentType":"application/json","body":{}}
            """);

        await bench.Bench.RunAsync("observe", "pets.yaml", "t.jsonl", "--write-overlay", "fix.yaml");

        Assert.Equal(
            """
            # Corrections of pets.yaml that kiln observe proposes: with them, the traffic that it read fits the document.
            # Each comment says what was seen. What was seen may be a fault of the service: read it before you apply it.
            overlay: 1.0.0
            info:
              title: Corrections from traffic
              version: 1.0.0
            actions:
              # undocumented-status: 1 of 4 responses of GET /pets/{id}
              - target: "$.paths['/pets/{id}'].get"
                update:
                  responses:
                    "503":
                      description: "Service unavailable."
                      content:
                        text/html:
                          schema:
                            type: string
                    "404":
                      description: "Not found."
                      content:
                        application/problem+json:
                          schema:
                            type: object
                            properties:
                              title:
                                type: string
              # undocumented-media-type: 1 of 2 responses of GET /pets/{id}
              - target: "$.paths['/pets/{id}'].get.responses['200']"
                update:
                  content:
                    text/csv:
                      schema:
                        type: string

            """,
            bench.Bench.Read("fix.yaml"),
            ignoreLineEndingDifferences: true);
        Assert.Equal(0, (await bench.Bench.RunAsync("observe", "pets.yaml", "t.jsonl", "--overlay", "fix.yaml", "--fail-on", "info")).ExitCode);
    }

    [Fact]
    public async Task Reads_the_files_of_a_folder()
    {
        bench.Bench.Write("pets.yaml", TrafficBench.Spec("{ type: string }"));
        Directory.CreateDirectory(bench.Bench.PathOf("recorded"));
        bench.Bench.Write("recorded/a.jsonl", """{"operation":"getPet","status":200,"contentType":"application/json","body":1}""");
        bench.Bench.Write("recorded/b.txt", "not traffic");

        var run = await bench.Bench.RunAsync("observe", "pets.yaml", "recorded", "--format", "json");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("1 entry: 1 response compared.", run.Error, StringComparison.Ordinal);
        Assert.Contains("\"observed-type\"", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kiln: cannot read none.har: it does not exist.", "observe", "pets.yaml", "none.har")]
    [InlineData("kiln: --operation: pets.yaml has no operation 'other'.", "observe", "pets.yaml", "b.json", "--operation", "other")]
    [InlineData("kiln: '20' is not a status code.", "observe", "pets.yaml", "b.json", "--operation", "getPet", "--status", "20")]
    [InlineData("kiln: --status needs --operation: it is of JSON bodies.", "observe", "pets.yaml", "b.json", "--status", "200")]
    [InlineData("kiln: pets.yaml would overwrite the document pets.yaml.", "observe", "pets.yaml", "b.json", "--write-overlay", "pets.yaml")]
    [InlineData("kiln: pets.yaml would overwrite the document pets.yaml.", "observe", "pets.yaml", "b.json", "--format", "json=pets.yaml")]
    [InlineData("kiln: ./b.json would overwrite the recording b.json.", "observe", "pets.yaml", "b.json", "--operation", "listPets", "--format", "json=./b.json")]
    [InlineData("kiln: right.json would overwrite the settings right.json.", "observe", "pets.yaml", "b.json", "--operation", "getPet", "--config", "right.json", "--format", "json=right.json")]
    public async Task Refuses_what_it_cannot_do(string message, params string[] args)
    {
        bench.Bench.Write("pets.yaml", TrafficBench.Spec("{ type: string }"));
        bench.Bench.Write("b.json", "1");
        bench.Bench.Write("right.json", "{ \"severities\": {} }");

        var run = await bench.Bench.RunAsync(args);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    private static string Actions(string overlay)
    {
        var actions = overlay.ReplaceLineEndings("\n").Split("actions:\n")[1].Split("  - target: ").Skip(1);
        return string.Join('|', actions.Select(a => string.Join(' ', a.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0 && !l.StartsWith('#'))).TrimStart('"'))
            .Select(a => a.Replace("\" update", " update").Replace("\" remove", " remove").Replace("$.paths['/pets/{id}'].get.responses['200'].content['application/json'].schema", "SCHEMA")));
    }
}
