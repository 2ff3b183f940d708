using Kiln.Generator.Tests.Driving;
using Kiln.Generator.Tests.Running.Answers;

namespace Kiln.Generator.Tests.Running;

/// <summary>Keys of idempotency that the document asks for, called over a socket; and arguments of calls that are refused.</summary>
public sealed class CallsTests
{
    private const string Spec = """
        openapi: 3.0.4
        info: { title: T, version: '1' }
        x-kiln-idempotency-key: true
        paths:
          /orders:
            post: { responses: { '204': { description: Done. } } }
            patch: { x-kiln-idempotency-key: false, responses: { '204': { description: Done. } } }
            put: { x-kiln-idempotency-key: X-Request-Id, responses: { '204': { description: Done. } } }
          /orders/{order}:
            get: { parameters: [{ name: order, in: path, required: true, schema: { type: string } }], responses: { '204': { description: Done. } } }
        components: { schemas: { Order: { type: object, properties: { id: { type: string } } } } }
        """;

    [Theory]
    [InlineData("PostAsync", "Idempotency-Key", 4)]
    [InlineData("PutAsync", "X-Request-Id", 4)]
    [InlineData("PatchAsync", "Idempotency-Key", 1)]
    public async Task Each_call_has_a_key_of_its_own_in_all_its_attempts(string method, string header, int attempts)
    {
        await using var server = new RawServer("503 Unavailable\nRetry-After: 0\nContent-Length: 0\n\n");

        for (var i = 0; i < 2; i++)
            Call(server, $"try {{ await client.Orders.{method}(); }} catch (Kiln.Runtime.Responses.ServiceException) {{ }} return null;");

        var keys = server.Requests.Select(r => KeyOf(r, header)).ToList();
        Assert.Equal(2 * attempts, keys.Count);
        Assert.Equal(attempts == 1 ? [null] : keys.Distinct(), keys.Where((_, i) => i % attempts == 0).Distinct());
        Assert.Equal(attempts == 1 ? 1 : 2, keys.Distinct().Count());
        Assert.All(keys, key => Assert.Equal(attempts > 1, Guid.TryParse(key, out _)));
    }

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"..\"")]
    [InlineData("\"\\ud800\"")]
    public async Task A_value_that_a_path_cannot_have_is_refused_by_its_name(string value)
    {
        await using var server = new RawServer("204 No Content\n\n");

        Assert.Equal("order", Call(server, $"try {{ await client.Orders[{value}].GetAsync(); return null; }} catch (ArgumentException e) {{ return e.ParamName; }}"));
        Assert.Empty(server.Requests);
    }

    private static string? KeyOf(string head, string header) =>
        head.Split("\r\n").Where(l => l.StartsWith(header + ": ", StringComparison.OrdinalIgnoreCase)).Select(l => l[(header.Length + 2)..]).SingleOrDefault();

    private static string Call(RawServer server, string statements) => SdkRun.Of(Spec, $$"""
        return Task.Run<object?>(async () =>
        {
            using var adapter = new ServiceRequestAdapter(new Microsoft.Kiota.Abstractions.Authentication.AnonymousAuthenticationProvider(), new Uri("{{server.Url}}"));
            var client = new Sdk.TClient(adapter);
            {{statements}}
        }).Result;
        """);
}
