using System.Text.Json.Nodes;

namespace Kiln.Tool.Tests.Observing;

/// <summary>Which operation a request is of, and what is found in requests.</summary>
public sealed class RequestFindingTests : IDisposable
{
    private const string Spec = """
        openapi: 3.0.3
        info: { title: Pets, version: '1' }
        servers:
          - url: 'https://{region}.example.com/v1/'
            variables: { region: { default: eu } }
          - url: http://localhost:8080
        paths:
          /pets:
            get:
              parameters:
                - { name: limit, in: query, schema: { type: integer, maximum: 10 } }
                - { name: tag, in: query, schema: { type: array, items: { type: integer } } }
                - { name: ids, in: query, explode: false, schema: { type: array, items: { type: integer } } }
                - { name: filter, in: query, style: deepObject, schema: { type: object, properties: { a: { type: string } } } }
                - { name: since, in: query, required: true, schema: { type: string, format: date } }
                - { name: X-Trace, in: header, schema: { type: integer } }
              responses: { '200': { description: Pets. } }
            post:
              requestBody: { required: true, content: { application/json: { schema: { type: object, required: [id, name], properties: { id: { type: integer, readOnly: true }, name: { type: string } } } } } }
              responses: { '201': { description: Added. }, '400': { description: Refused. } }
          /pets/{id}:
            get:
              parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
              responses: { '200': { description: A pet. } }
          /pets/mine: { get: { responses: { '200': { description: Mine. } } } }
          /files/{name}.{type}: { get: { parameters: [{ name: name, in: path, required: true, schema: { type: string } }, { name: type, in: path, required: true, schema: { type: string, enum: [json] } }], responses: { '200': { description: A file. } } } }
          /other: { servers: [{ url: 'https://other.example.com' }], get: { responses: { '200': { description: Other. } } } }
        """;

    private readonly TrafficBench bench = new();

    public void Dispose() => bench.Dispose();

    [Theory]
    [InlineData("GET", "https://eu.example.com/v1/pets/5", "")]
    [InlineData("GET", "http://us.example.com/v1/pets/5/", "")]
    [InlineData("GET", "http://localhost:8080/pets/5", "")]
    [InlineData("GET", "https://eu.example.com/v1/pets/mine", "")]
    [InlineData("GET", "https://eu.example.com/v1/pets/a", "type GET /pets/{id} path id - 1/1")]
    [InlineData("GET", "https://eu.example.com/v1/files/a.b.json", "")]
    [InlineData("GET", "https://eu.example.com/v1/files/a.xml", "enum-value GET /files/{name}.{type} path type - 1/1")]
    [InlineData("GET", "https://other.example.com/other", "")]
    [InlineData("GET", "https://eu.example.com/v1/other", "undocumented-operation GET /other - 1/1|no-traffic")]
    [InlineData("GET", "https://eu.example.com/v1/pets/5/toys/0b9c5b1e-4f0e-4b7e-9c3e-0d6b0d2f8a11", "undocumented-operation GET /pets/{id}/toys/{id} - 1/1|no-traffic")]
    [InlineData("DELETE", "https://eu.example.com/v1/pets/5", "undocumented-operation DELETE /pets/{id} - 1/1|no-traffic")]
    [InlineData("GET", "https://eu.example.com/v2/pets/5", "no-traffic")]
    [InlineData("GET", "https://eu.example.org/v1/pets/5", "no-traffic")]
    [InlineData("GET", "https://eu.example.com/v1/pets?since=2024-01-01&limit=11", "limit GET /pets query limit - 1/1")]
    [InlineData("GET", "https://eu.example.com/v1/pets?since=2024-01-01&limit=many", "type GET /pets query limit - 1/1")]
    [InlineData("GET", "https://eu.example.com/v1/pets?since=yesterday", "format GET /pets query since - 1/1")]
    [InlineData("GET", "https://eu.example.com/v1/pets", "missing-parameter GET /pets query since - 1/1")]
    [InlineData("GET", "https://eu.example.com/v1/pets?since=2024-01-01&tag=1&tag=b", "type GET /pets query tag[] - 1/1")]
    [InlineData("GET", "https://eu.example.com/v1/pets?since=2024-01-01&ids=1,2,c", "type GET /pets query ids[] - 1/1")]
    [InlineData("GET", "https://eu.example.com/v1/pets?since=2024-01-01&filter[a]=1", "")]
    [InlineData("GET", "https://eu.example.com/v1/pets?since=2024-01-01&_=1", "undocumented-parameter GET /pets - 1/1")]
    public void Finds_the_operation_and_compares_its_parameters(string method, string url, string expected)
    {
        var findings = bench.Observe(Spec, TrafficBench.Har(TrafficBench.Entry(url, null, method: method, mediaType: null)));

        Assert.Equal(expected.Split('|').Order(), string.Join('|', findings.Select(f => f.Id == "observed-no-traffic" ? "no-traffic" : TrafficBench.Short(f))).Split('|').Order());
    }

    [Fact]
    public void Any_host_can_be_compared()
    {
        var har = TrafficBench.Har(TrafficBench.Entry("http://127.0.0.1:5000/v1/pets/a", null, mediaType: null));

        Assert.Equal("observed-no-traffic", Assert.Single(bench.Observe(Spec, har)).Id);
        Assert.Equal("type GET /pets/{id} path id - 1/1", TrafficBench.Short(Assert.Single(bench.Observe(Spec, har, anyHost: true))));
    }

    [Theory]
    [InlineData("""{"name":"a"}""", 201, "")]
    [InlineData("""{"id":"a"}""", 201, "missing-property POST /pets request .name $.name 1/1|type POST /pets request .id $.id 1/1")]
    // What the service refused, the document may be right about.
    [InlineData("""{"id":"a"}""", 400, "")]
    public void Compares_the_bodies_of_accepted_requests(string body, int status, string expected)
    {
        var entry = TrafficBench.Entry("https://eu.example.com/v1/pets", null, status, "POST", null);
        entry["request"]!["postData"] = new JsonObject { ["mimeType"] = "application/json", ["text"] = body };

        var findings = bench.Observe(Spec, TrafficBench.Har(entry));

        Assert.Equal(expected, string.Join('|', findings.Select(TrafficBench.Short).Order()));
        Assert.DoesNotContain(findings, f => f.Severity == Kiln.Generator.Changes.Findings.FindingSeverity.Breaking);
    }
}
