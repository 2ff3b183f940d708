using Kiln.Generator.Tests.Driving;
using Kiln.Generator.Tests.Running.Answers;

namespace Kiln.Generator.Tests.Running;

/// <summary>Operations with methods that Kiota does not have (OpenAPI 3.2), called over a socket.</summary>
public sealed class OtherMethodTests
{
    private const string Spec = """
        openapi: 3.2.0
        info: { title: T, version: '1' }
        paths:
          /s:
            query:
              requestBody: { required: true, content: { application/json: { schema: { type: object, properties: { a: { type: string } } } } } }
              responses: { '200': { description: ok, content: { application/json: { schema: { type: array, items: { type: integer } } } } } }
            additionalOperations:
              COPY: { parameters: [{ name: Destination, in: header, required: true, schema: { type: string } }], responses: { '201': { description: ok } } }
              M-search: { operationId: find, responses: { '201': { description: ok } } }
        """;

    [Fact]
    public async Task A_request_has_the_method_of_the_document_and_its_body()
    {
        await using var server = new RawServer("200 OK\nContent-Type: application/json\n\n[1,2]");

        Assert.Equal("1,2", Call(server, "return string.Join(',', await client.S.QueryAsync(new() { A = \"b\" }));"));
        var head = Assert.Single(server.Requests);
        Assert.StartsWith("QUERY /s HTTP/1.1\r\n", head, StringComparison.Ordinal);
        Assert.Contains("\r\nContent-Length: 9\r\n", head, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_method_keeps_its_case()
    {
        await using var server = new RawServer("201 Created\nContent-Length: 0\n\n");

        Call(server, "await client.S.CopyAsync(\"/t\"); await client.S.MSearchAsync(); return null;");
        Assert.Equal(["COPY /s HTTP/1.1", "M-search /s HTTP/1.1"], server.Requests.Select(r => r.Split("\r\n")[0]));
        Assert.Contains("\r\nDestination: /t\r\n", server.Requests.First(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("QueryAsync(new())", 4)]
    [InlineData("CopyAsync(\"/t\")", 1)]
    public async Task Only_a_safe_method_is_sent_again(string call, int attempts)
    {
        await using var server = new RawServer("503 Unavailable\nRetry-After: 0\nContent-Length: 0\n\n");

        var message = Call(server, $"try {{ await client.S.{call}; return null; }} catch (Kiln.Runtime.Responses.ServiceException e) {{ return e.Message; }}");

        Assert.Equal($"{call.Split("Async")[0].ToUpperInvariant()} {server.Url}/s answered 503 Unavailable", message);
        Assert.Equal(attempts, server.Requests.Count);
    }

    [Fact]
    public async Task A_plain_client_of_the_caller_sends_the_method_too()
    {
        await using var server = new RawServer("201 Created\nContent-Length: 0\n\n");

        Call(server, "await client.S.CopyAsync(\"/t\"); return null;", ", new System.Net.Http.HttpClient()");
        Assert.StartsWith("COPY /s HTTP/1.1\r\n", Assert.Single(server.Requests), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_adapter_that_cannot_send_the_method_sends_nothing()
    {
        await using var server = new RawServer("201 Created\nContent-Length: 0\n\n");

        var message = Call(server, """
            var plain = new Sdk.TClient(new Microsoft.Kiota.Http.HttpClientLibrary.HttpClientRequestAdapter(new Microsoft.Kiota.Abstractions.Authentication.AnonymousAuthenticationProvider()) { BaseUrl = url });
            try { await plain.S.CopyAsync("/t"); return null; } catch (NotSupportedException e) { return e.Message; }
            """);

        Assert.StartsWith("HttpClientRequestAdapter cannot send a request with the method COPY", message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    private static string Call(RawServer server, string statements, string client = "") => SdkRun.Of(Spec, $$"""
        var url = "{{server.Url}}";
        return Task.Run<object?>(async () =>
        {
            using var adapter = new ServiceRequestAdapter(new Microsoft.Kiota.Abstractions.Authentication.AnonymousAuthenticationProvider(), new Uri(url){{client}});
            var client = new Sdk.TClient(adapter);
            {{statements}}
        }).Result;
        """);
}
