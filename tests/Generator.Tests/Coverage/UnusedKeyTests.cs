using Kiln.Generator.Pipeline;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Tests.Coverage;

/// <summary>Where what is not supported is reported, and where it is not, because nothing is lost.</summary>
public sealed class UnusedKeyTests
{
    private const string Done = "responses: {'204': {description: d}}";

    [Theory]
    [InlineData("paths:\n  /a:\n    get:\n      " + Done + "\ncomponents:\n  securitySchemes: {k: {type: http, scheme: basic}}", "KILN0175 8:20")]
    [InlineData("paths:\n  /a/{t}:\n    get:\n      parameters: [{name: t, in: path, required: true, x-kiln-credential: t, schema: {type: string}}]\n      " + Done, "KILN0174 6:75")]
    [InlineData("webhooks:\n  w: {post: {callbacks: {c: {'{$url}': {post: {requestBody: {content: {text/csv: {}}}, " + Done + "}}}}, " + Done + "}}", "KILN0213 4:82")]
    [InlineData("paths:\n  /a:\n    get:\n      callbacks: {c: {$ref: '#/components/callbacks/C'}, d: {$ref: '#/components/callbacks/C'}}\n      " + Done + "\ncomponents:\n  callbacks: {C: {'{$url}': {post: {requestBody: {content: {text/csv: {}}}, " + Done + "}}}}", "KILN0213 9:71")]
    [InlineData("paths:\n  /a:\n    get:\n      parameters: [{name: accept, in: header, schema: {type: string}}]\n      " + Done, "KILN0166 6:27")]
    [InlineData("paths:\n  /a:\n    get:\n      x-ms-pageable: {nextLinkName: n}\n      " + Done, "KILN0167 6:7")]
    public void What_is_not_supported_is_reported_once_where_it_is(string document, string expected) => Assert.Equal([expected], Told(document));

    [Theory]
    // Servers of every kind.
    [InlineData("servers: [{url: /a}, {url: 'https://{v}.b', variables: {v: {default: c, enum: [c, d]}}}]\npaths: {/a: {servers: [{url: 'https://e'}], get: {servers: [{url: ../f}], " + Done + "}}}")]
    [InlineData("servers: [{url: 'https://a/'}]\npaths: {/a: {servers: [{url: 'https://a'}], get: {servers: [{url: 'https://a'}], " + Done + "}}}")]
    // Security schemes of every kind.
    [InlineData("security: [{t: [], m: []}, {}]\npaths: {/a: {get: {security: [{o: [a]}], " + Done + "}}}\ncomponents: {securitySchemes: {t: {type: http, scheme: bearer}, m: {type: mutualTLS}, o: {type: oauth2, flows: {implicit: {authorizationUrl: 'https://a', scopes: {}}}}}}")]
    [InlineData("security: [{t: []}]\npaths: {/a: {get: {security: [], " + Done + "}}}\ncomponents: {securitySchemes: {t: {type: http, scheme: bearer}}}")]
    [InlineData("security: [{t: []}]\npaths: {}\ncomponents: {securitySchemes: {t: {type: apiKey, in: header, name: Authorization}}}")]
    // No requirement.
    [InlineData("security: []\npaths: {}\ncomponents: {securitySchemes: {t: {type: apiKey, in: query, name: t}}}")]
    // What receives them is generated; those of no operation are not sent.
    [InlineData("webhooks: {w: {post: {callbacks: {c: {'{$url}': {post: {" + Done + "}}}}, " + Done + "}}}")]
    [InlineData("paths: {/a: {get: {callbacks: {c: {'{$url}': {servers: [{url: 'https://b'}], post: {" + Done + "}}}}, " + Done + "}}}\ncomponents: {callbacks: {C: {'{$url}': {post: {requestBody: {content: {text/csv: {}}}, " + Done + "}}}}}")]
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
