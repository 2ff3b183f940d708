using System.Text;
using System.Text.Json.Nodes;
using Kiln.Generator.Changes.Findings;
using Kiln.Generator.Pipeline;
using Kiln.Generator.Shapes;
using Kiln.Tool.Documents;
using Kiln.Tool.Observing;
using Kiln.Tool.Observing.Traffic;

namespace Kiln.Tool.Tests.Observing;

/// <summary>Documents and traffic of a test, and what is found in them.</summary>
public sealed class TrafficBench : IDisposable
{
    public Workbench Bench { get; } = new();

    public void Dispose() => Bench.Dispose();

    /// <summary>A document whose one operation has a schema in its response.</summary>
    public static string Spec(string schema, string version = "3.0.3", string components = "") => $$"""
        openapi: {{version}}
        info: { title: Pets, version: '1' }
        servers: [{ url: 'https://api.example.com/v1' }]
        paths:
          /pets/{id}:
            get:
              operationId: getPet
              parameters:
                - { name: id, in: path, required: true, schema: { type: string } }
              responses:
                '200': { description: A pet., content: { application/json: { schema: {{schema}} } } }
        {{(components.Length > 0 ? $"components: {{ schemas: {{ {components} }} }}" : "")}}
        """;

    /// <summary>An entry of a HAR file.</summary>
    public static JsonObject Entry(string url, string? body, int status = 200, string method = "GET", string? mediaType = "application/json") => new()
    {
        ["startedDateTime"] = "2026-01-01T00:00:00Z",
        ["request"] = new JsonObject { ["method"] = method, ["url"] = url, ["headers"] = new JsonArray() },
        ["response"] = new JsonObject
        {
            ["status"] = status,
            ["headers"] = mediaType is null ? [] : new JsonArray(new JsonObject { ["name"] = "content-type", ["value"] = mediaType }),
            ["content"] = new JsonObject { ["size"] = body?.Length ?? 0, ["mimeType"] = mediaType ?? "x-unknown", ["text"] = body },
        },
    };

    public static string Har(params JsonNode?[] entries) => new JsonObject
    {
        ["log"] = new JsonObject { ["version"] = "1.2", ["creator"] = new JsonObject { ["name"] = "a tool" }, ["pages"] = new JsonArray(), ["entries"] = new JsonArray(entries) },
    }.ToJsonString();

    /// <summary>What is found in a file of traffic.</summary>
    internal IReadOnlyList<Finding> Observe(string spec, string traffic, string file = "traffic.har", BodyOrigin? bodies = null, bool anyHost = false) =>
        Run(spec, Encoding.UTF8.GetBytes(traffic), file, bodies, anyHost).Findings;

    internal (IReadOnlyList<Finding> Findings, TrafficSummary Summary) Run(string spec, byte[] traffic, string file = "traffic.har", BodyOrigin? bodies = null, bool anyHost = false)
    {
        var document = Document(spec, anyHost);
        File.WriteAllBytes(Bench.PathOf(file), traffic);
        var console = new KilnConsole(TextWriter.Null, TextWriter.Null, false, Bench.Root);
        var summary = Observer.Run(document, new TrafficFiles(console, bodies), [file], TestContext.Current.CancellationToken);
        return (ObservedFindings.Of(document, summary), summary);
    }

    internal ObservedDocument Document(string spec, bool anyHost = false)
    {
        Bench.Write("pets.yaml", spec);
        var console = new KilnConsole(TextWriter.Null, TextWriter.Null, false, Bench.Root);
        var names = SdkPipeline.ReadNames(SpecFiles.Load(console, "pets.yaml", InputChoices.None, CancellationToken.None), new SdkOptions(), CancellationToken.None);
        return new(names.Value ?? throw new InvalidOperationException(string.Join('\n', names.Diagnostics.Items)), anyHost);
    }

    /// <summary>A finding in a line: <c>observed-null Pet.id $.id 1/2</c>.</summary>
    internal static string Short(Finding finding) => finding.Observation is { } o ? $"{finding.Id["observed-".Length..]} {finding.Subject} {o.JsonPath ?? "-"} {o.Count}/{o.Total}" : finding.Id;
}
