using Kiln.Generator.Specs.Files;
using Kiln.Generator.Tests.Changes.Equality.Rewriting;

namespace Kiln.Generator.Tests.Changes.Equality;

/// <summary>The order of keys decides in which order the SDK's code does things, and not what it does.</summary>
public sealed class KeyOrderTests
{
    private const string Document =
        """
        openapi: 3.1.0
        info: { title: t, version: '1' }
        paths:
          /payments:
            put:
              requestBody:
                content:
                  multipart/form-data: { schema: { type: object, required: [ name ], properties: { name: { type: string }, amount: { $ref: '#/components/schemas/Money' }, tags: { type: array, items: { type: string } } } } }
              responses:
                '200': { description: d, content: { application/json: { schema: { $ref: '#/components/schemas/Money' } }, application/problem+json: { schema: { $ref: '#/components/schemas/Problem' } } }, headers: { X-A: { schema: { type: string } }, X-B: { schema: { type: string } } } }
                '400': { description: d, content: { application/json: { schema: { $ref: '#/components/schemas/Problem' } } } }
                '401': { description: d }
                default: { description: d }
            post:
              requestBody:
                content: { application/x-www-form-urlencoded: { schema: { $ref: '#/components/schemas/Money' } } }
              responses: { '204': { description: d } }
        components:
          schemas:
            Money: { type: object, required: [ currency, value, scale ], properties: { currency: { type: string }, value: { type: string }, scale: { type: integer }, note: { type: string }, other: { type: string, default: x } } }
            Problem: { type: object, properties: { code: { type: string }, detail: { oneOf: [ { $ref: '#/components/schemas/Money' }, { type: string } ] } } }
        """;

    [Fact]
    public void Keys_in_another_order_are_no_change()
    {
        var documents = EqualDocuments.Of(SpecSource.Of(new("a.yaml", Document), TestContext.Current.CancellationToken), TestContext.Current.CancellationToken)!;

        for (var seed = 0; seed < 5; seed++)
            Assert.Empty(documents.FindingsOf(new("keys in another order", true, KeyOrder.Apply), seed, TestContext.Current.CancellationToken)!);
    }
}
