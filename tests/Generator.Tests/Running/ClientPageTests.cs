using Kiln.Generator.Tests.Driving;

namespace Kiln.Generator.Tests.Running;

/// <summary>The examples of docs/client.md.</summary>
public sealed class ClientPageTests
{
    private const string Spec = """
        openapi: 3.2.0
        info: { title: Shop, version: '1' }
        servers:
          - { name: Production, url: 'https://{region}.shop.example/{basePath}', variables: { region: { enum: [eu, us], default: eu }, basePath: { default: v2 } } }
          - { url: /api/v3 }
        security: [{ apiKey: [] }, { oauth2: [orders] }]
        paths: { /orders: { get: { responses: { '204': { description: Done. } } } } }
        components:
          schemas: { Order: { type: object, properties: { id: { type: string } } } }
          securitySchemes:
            apiKey: { type: apiKey, in: header, name: X-Key }
            oauth2: { type: oauth2, flows: { clientCredentials: { tokenUrl: 'https://shop.example/token', scopes: { orders: All orders. } } } }
            certificate: { type: mutualTLS }
        """;

    // What the examples have from elsewhere.
    private const string Values = """
        var (clientId, clientSecret, proxy) = ("id", "secret", new System.Net.WebProxy());
        (Func<System.Threading.CancellationToken, ValueTask<string>> GetKeyAsync, int Other) vault = (_ => ValueTask.FromResult("key"), 0);

        """;

    [Fact]
    public void Each_example_that_needs_no_other_package_compiles()
    {
        var examples = PageBlocks.Of(PageBlocks.Read("client.md"), "csharp").Where(b => !b.Contains("builder.Services", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(examples);
        SdkRun.Of(Spec, Values + PageBlocks.Compiled(examples, ("ShopClient", "any")), "using Sdk; using Kiln.Runtime.Http; using System.Net.Http; using System.Threading;");
    }
}
