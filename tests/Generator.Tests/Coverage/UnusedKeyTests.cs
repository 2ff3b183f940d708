using Kiln.Generator.Pipeline;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Tests.Coverage;

/// <summary>Where what is not supported is reported, and where it is not, because nothing is lost.</summary>
public sealed class UnusedKeyTests
{
    private const string Done = "responses: {'204': {description: d}}";

    [Theory]
    [InlineData("servers: [{url: 'https://a'}]\npaths:\n  /a:\n    get:\n      servers: [{url: 'https://b'}]\n      " + Done, "KILN0160 7:7")]
    [InlineData("servers: [{url: 'https://a'}]\npaths:\n  /a:\n    servers: [{url: 'https://b'}]\n    get:\n      " + Done, "KILN0160 6:5")]
    [InlineData("paths:\n  /a:\n    get:\n      security: [{k: []}]\n      " + Done + "\n    put:\n      security: [{k: []}]\n      " + Done + "\ncomponents: {securitySchemes: {k: {type: apiKey, in: query, name: k}}}", "KILN0161 6:7")]
    [InlineData("webhooks:\n  w: {post: {callbacks: {c: {'{$url}': {post: {" + Done + "}}}}, " + Done + "}}", "KILN0162 3:1")]
    [InlineData("paths:\n  /a:\n    get:\n      callbacks: {c: {'{$url}': {servers: [{url: 'https://b'}], post: {" + Done + "}}}}\n      " + Done, "KILN0162 6:7")]
    [InlineData("paths:\n  /a:\n    get:\n      parameters: [{name: accept, in: header, schema: {type: string}}]\n      " + Done, "KILN0166 6:27")]
    [InlineData("paths:\n  /a:\n    get:\n      x-ms-pageable: {nextLinkName: n}\n      " + Done, "KILN0167 6:7")]
    [InlineData("servers:\n  - {url: 'https://a'}\n  - {url: 'https://b'}\npaths: {}", "KILN0168 4:3")]
    public void What_is_not_supported_is_reported_once_where_it_is(string document, string expected) => Assert.Equal([expected], Told(document));

    [Theory]
    // The same server, however it is written.
    [InlineData("servers: [{url: 'https://a/'}]\npaths: {/a: {servers: [{url: 'https://a'}], get: {servers: [{url: 'https://a'}], " + Done + "}}}")]
    // One token in the Authorization header.
    [InlineData("security: [{t: []}]\npaths: {/a: {get: {security: [], " + Done + "}}}\ncomponents: {securitySchemes: {t: {type: http, scheme: bearer}}}")]
    [InlineData("security: [{t: []}]\npaths: {}\ncomponents: {securitySchemes: {t: {type: apiKey, in: header, name: Authorization}}}")]
    // No requirement.
    [InlineData("security: []\npaths: {}\ncomponents: {securitySchemes: {t: {type: apiKey, in: query, name: t}}}")]
    // Nothing in them.
    [InlineData("webhooks: {}\npaths: {/a: {get: {callbacks: {}, responses: {'204': {description: d, links: {}}}}}}")]
    [InlineData("paths: {/a: {get: {parameters: [{name: a, in: query, allowReserved: false, schema: {type: string}}], " + Done + "}}}")]
    // A header's value is not encoded.
    [InlineData("paths: {/a: {get: {parameters: [{name: a, in: header, allowReserved: true, schema: {type: string}}], " + Done + "}}}")]
    // A variable that lists no values.
    [InlineData("servers: [{url: 'https://{a}', variables: {a: {default: b}}}]\npaths: {}")]
    // The same model, and a body of the type that the error has.
    [InlineData("paths: {/a: {get: {responses: {'200': {$ref: '#/components/responses/R'}, '201': {$ref: '#/components/responses/R'}, '400': {$ref: '#/components/responses/R'}}}}}\ncomponents: {responses: {R: {description: d, content: {application/json: {schema: {type: object, properties: {a: {type: string}}}}}}}}")]
    // Data that looks like a key.
    [InlineData("paths: {}\ncomponents: {schemas: {S: {type: object, properties: {links: {type: string}, servers: {type: string}, $dynamicRef: {type: string}}, example: {callbacks: {a: 1}}}}}")]
    public void What_loses_nothing_is_not_reported(string document) => Assert.Empty(Told(document));

    [Fact]
    public void A_parameter_that_is_ignored_is_not_in_the_SDK()
    {
        var api = SdkPipeline.ReadApi(
            Text("paths: {/a: {get: {parameters: [{$ref: '#/components/parameters/A'}, {name: b, in: header, schema: {type: string}}], " + Done + "}}}\ncomponents: {parameters: {A: {name: Authorization, in: header, schema: {type: string}}}}"),
            TestContext.Current.CancellationToken);

        Assert.Equal(["b"], api.Value!.Operations[0].Parameters.Select(p => p.WireName));
    }

    private static IEnumerable<string> Told(string document) =>
        SdkPipeline.ReadApi(Text(document), TestContext.Current.CancellationToken).Diagnostics.Items.Select(d => $"{d.Rule.Id} {d.Location.Line}:{d.Location.Column}");

    private static SpecText Text(string document) => new("a.yaml", "openapi: 3.1.0\ninfo: {title: T, version: '1'}\n" + document);
}
