using Kiln.Generator.Tests.Driving;

namespace Kiln.Generator.Tests.Compiler;

/// <summary>Documents that nobody writes by hand.</summary>
public sealed class LimitTests
{
    [Fact]
    public void A_long_chain_of_references_is_followed_to_its_end()
    {
        var chain = string.Concat(Enumerable.Range(0, 150).Select(i => $"    S{i}: {{ $ref: '#/components/schemas/S{i + 1}' }}\n"));
        var driver = SdkDriver.Run("chain.yaml", $$"""
            openapi: 3.0.3
            info: { title: Chain, version: '1' }
            paths:
              /a: { get: { responses: { '200': { description: x, content: { application/json: { schema: { $ref: '#/components/schemas/S0' } } } } } } }
            components:
              schemas:
            {{chain}}    S150: { type: object, properties: { a: { type: string } } }
            """);

        Assert.Empty(driver.GetRunResult().Diagnostics);
        Assert.Contains(driver.GetRunResult().GeneratedTrees, t => t.ToString().Contains("Task<S150> GetAsync", StringComparison.Ordinal));
    }
}
