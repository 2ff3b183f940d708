using Kiln.Generator.Tests.Driving;
using Kiln.Generator.Tests.Running.Answers;

namespace Kiln.Generator.Tests.Running;

/// <summary>Paging of an operation whose parameters are required, those of paging among them.</summary>
public sealed class RequiredPagingTests
{
    private const string Spec = """
        openapi: 3.0.4
        info: { title: T, version: '1' }
        paths:
          /logs:
            get:
              parameters:
                - { name: tenant, in: query, required: true, schema: { type: string } }
                - { name: after, in: query, required: true, schema: { type: string } }
                - { name: onlyCount, in: query, required: true, schema: { type: boolean } }
              x-kiln-paging: { cursor: after, nextCursor: /next, items: /lines, total: /total, countOnly: onlyCount }
              responses:
                '200':
                  description: A page.
                  content:
                    application/json:
                      schema:
                        type: object
                        properties:
                          next: { type: string, nullable: true }
                          total: { type: integer }
                          lines: { type: array, items: { type: string } }
        """;

    [Theory]
    [InlineData("var lines = new List<string?>(); await foreach (var line in client.Logs.GetAllAsync(tenant: \"a b\", after: \"\", onlyCount: false)) lines.Add(line); return string.Join(',', lines);", "x,y", "tenant=a%20b")]
    [InlineData("return await client.Logs.CountAsync(tenant: \"a b\", after: \"\");", "2", "onlyCount=true")]
    public async Task The_methods_take_what_only_the_caller_knows(string statements, string expected, string sent)
    {
        await using var server = new RawServer("200 OK\nContent-Type: application/json\n\n{\"lines\":[\"x\",\"y\"],\"total\":2}");

        Assert.Equal(expected, SdkRun.Of(Spec, $$"""
            return Task.Run<object?>(async () =>
            {
                using var adapter = new ServiceRequestAdapter(new Microsoft.Kiota.Abstractions.Authentication.AnonymousAuthenticationProvider(), new Uri("{{server.Url}}"));
                var client = new Sdk.TClient(adapter);
                {{statements}}
            }).Result;
            """));
        Assert.Contains(sent, Assert.Single(server.Requests).Split(' ')[1].Split('?', '&'));
    }
}
