using System.Text.RegularExpressions;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Pipeline;
using Kiln.Generator.Specs.Coverage;
using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Tests.Coverage;

/// <summary>Each key of a document is used, has no effect on an SDK, or is reported: none is ignored silently.</summary>
public sealed class KeyUsesTests
{
    private const string Head = "openapi: 3.2.0\ninfo: {title: T, version: '1'}\n";

    // For each key that is reported, a document (after Head, unless it is of 2.0) that has it.
    private static readonly (string Key, string Id, string Document)[] Reported =
    [
        ("Document servers", "KILN0150", "servers: [{url: 'ftp://a'}]\npaths: {}"),
        ("Server url", "KILN0150", "servers: [{url: 'ftp://a'}]\npaths: {}"),
        ("Document webhooks", "KILN0213", "webhooks: {w: {post: {requestBody: {content: {text/csv: {}}}, responses: {}}}}"),
        ("Document webhooks", "KILN0214", "webhooks: {w: {post: {parameters: [{name: p, in: query, schema: {type: string}}], responses: {}}}}"),
        ("Document x-webhooks", "KILN0213", "paths: {}\nx-webhooks: {w: {post: {requestBody: {content: {text/csv: {}}}, responses: {}}}}"),
        ("Document x-webhooks", "KILN0214", "paths: {}\nx-webhooks: {w: {post: {parameters: [{name: p, in: cookie, schema: {type: string}}], responses: {}}}}"),
        ("PathItem additionalOperations", "KILN0044", "paths: {/a: {additionalOperations: {GET: {responses: {}}}}}"),
        ("PathItem servers", "KILN0150", "paths: {/a: {servers: [{url: 'ftp://b'}], get: {responses: {}}}}"),
        ("Operation servers", "KILN0150", Operation("servers: [{url: 'https://{b}'}]")),
        ("Operation callbacks", "KILN0213", Operation("callbacks: {c: {'{$request.query.url}': {post: {requestBody: {content: {text/csv: {}}}, responses: {}}}}}")),
        ("Operation callbacks", "KILN0214", Operation("callbacks: {c: {'{$request.query.url}': {post: {parameters: [{name: p, in: query, schema: {type: string}}], responses: {}}}}}")),
        ("Operation x-ms-pageable", "KILN0167", Operation("x-ms-pageable: {nextLinkName: next}")),
        ("Operation x-speakeasy-pagination", "KILN0167", Operation("x-speakeasy-pagination: {type: cursor}")),
        ("Operation x-fern-pagination", "KILN0167", Operation("x-fern-pagination: {results: $response.items}")),
        ("Parameter in", "KILN0045", Parameter("name: p, in: matrix, schema: {type: string}")),
        ("Parameter in", "KILN0166", Parameter("name: Accept, in: header, schema: {type: string}")),
        ("Parameter style", "KILN0106", Parameter("name: p, in: query, style: matrix, schema: {type: string}")),
        ("Parameter style", "KILN0135", Parameter("name: p, in: query, style: form, schema: {type: array, items: {type: object}}")),
        ("Parameter content", "KILN0142", Parameter("name: p, in: query, content: {application/xml: {schema: {type: object}}}")),
        ("Header content", "KILN0171", Responses("'200': {description: d, headers: {X-A: {content: {application/xml: {schema: {type: object}}}}}}")),
        ("RequestBody content", "KILN0125", "openapi: 3.0.4\ninfo: {title: T, version: '1'}\npaths: {/a: {get: {requestBody: {content: {application/json: {schema: {type: object}}}}, responses: {'200': {description: d}}}}}"),
        ("RequestBody content", "KILN0107", Operation("requestBody: {content: {application/pdf: {schema: {type: object, properties: {a: {type: string}}}}}}")),
        ("RequestBody content", "KILN0136", Operation("requestBody: {content: {multipart/form-data: {schema: {type: object}}}}")),
        ("Response content", "KILN0124", Responses("'200': {description: d, content: {application/xml: {schema: {type: object}}}}")),
        ("Response links", "KILN0212", Link("operationId: missing")),
        ("Link parameters", "KILN0212", Link("operationId: o, parameters: {missing: a}")),
        ("Link requestBody", "KILN0212", Link("operationId: o, requestBody: $response.body")),
        ("Link server", "KILN0212", Link("operationId: o, server: {url: 'https://b'}")),
        ("MediaType itemSchema", "KILN0138", Responses("'200': {description: d, content: {text/csv: {itemSchema: {type: object}}}}")),
        ("MediaType prefixEncoding", "KILN0136", Operation("requestBody: {content: {multipart/mixed: {schema: {type: array}, prefixEncoding: [{contentType: text/csv}]}}}")),
        ("MediaType itemEncoding", "KILN0136", Operation("requestBody: {content: {multipart/mixed: {schema: {type: array}, itemEncoding: {contentType: text/csv}}}}")),
        ("SecurityScheme type", "KILN0046", "paths: {}\ncomponents: {securitySchemes: {k: {type: kerberos}}}"),
        ("SecurityScheme name", "KILN0172", "paths: {}\ncomponents: {securitySchemes: {k: {type: apiKey, in: header, name: 'a b'}}}"),
        ("SecurityScheme in", "KILN0172", "paths: {}\ncomponents: {securitySchemes: {k: {type: apiKey, in: body, name: k}}}"),
        ("SecurityScheme scheme", "KILN0172", "paths: {}\ncomponents: {securitySchemes: {k: {type: http, scheme: 'a b'}}}"),
        ("SecurityScheme openIdConnectUrl", "KILN0172", "paths: {}\ncomponents: {securitySchemes: {k: {type: openIdConnect, openIdConnectUrl: /meta}}}"),
        ("Components securitySchemes", "KILN0175", Operation("tags: [t]") + "\ncomponents: {securitySchemes: {k: {type: http, scheme: basic}}}"),
        ("Schema not", "KILN0117", SchemaOf("{type: object, not: {required: [a]}}")),
        ("Schema if", "KILN0117", SchemaOf("{type: object, if: {required: [a]}, then: {required: [b]}}")),
        ("Schema then", "KILN0117", SchemaOf("{type: object, if: {required: [a]}, then: {required: [b]}}")),
        ("Schema else", "KILN0117", SchemaOf("{type: object, if: {required: [a]}, else: {required: [b]}}")),
        ("Schema dependentSchemas", "KILN0117", SchemaOf("{type: object, dependentSchemas: {a: {required: [b]}}}")),
        ("Schema prefixItems", "KILN0134", SchemaOf("{type: array, prefixItems: [{type: string}, {type: integer}]}")),
        ("Schema additionalItems", "KILN0134", SchemaOf("{type: array, items: [{type: string}, {type: integer}], additionalItems: {type: string}}")),
        ("Schema $dynamicRef", "KILN0138", SchemaOf("{$dynamicRef: '#a'}")),
        ("Schema $recursiveRef", "KILN0138", SchemaOf("{$recursiveRef: '#'}")),
        ("Schema contentSchema", "KILN0138", SchemaOf("{type: string, contentMediaType: application/json, contentSchema: {type: object}}")),
        ("Schema unevaluatedItems", "KILN0138", SchemaOf("{type: array, contains: {type: string}, unevaluatedItems: {type: integer}}")),
    ];

    public static TheoryData<string, string, string> Documents => [.. Reported.Select(r => (r.Key, r.Id, r.Document))];

    [Fact]
    public void Each_key_of_the_grammar_has_a_use() => AssertKnown(Kinds().SelectMany(kind => SpecGrammar.KeysOf(kind).Select(key => (kind, key))));

    [Fact]
    public void Each_key_of_OpenAPI_has_a_use() => AssertKnown(OpenApiKeys.All.SelectMany(row => row.Keys.Split(' ').Select(key => (row.Kind, key))));

    [Fact]
    public void Each_key_that_is_reported_has_a_document_for_each_of_its_diagnostics()
    {
        var listed = from kind in Kinds()
                     from use in KeyUses.Of(kind)
                     from rule in RulesOf(use.Value)
                     select $"{kind} {use.Key} {rule.Id}";

        Assert.Equal(listed.Order(StringComparer.Ordinal), Reported.Select(r => $"{r.Key} {r.Id}").Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_key_that_is_reported_is(string key, string id, string document)
    {
        var found = Read(document).Where(d => d.Rule.Id == id).ToList();

        Assert.True(found.Count > 0, key);
        Assert.All(found, d => Assert.DoesNotMatch(@"\{[0-9]\}", d.Message));
        // In the document's own text, and never at its start.
        Assert.All(found, d => Assert.True(d.Location.Line > 2, d.ToString()));
    }

    [Fact]
    public void Each_rule_about_what_is_not_supported_belongs_to_a_key() =>
        Assert.Subset(Reported.Select(r => r.Id).ToHashSet(), typeof(UnsupportedRules).GetFields().Select(f => ((DiagnosticRule)f.GetValue(null)!).Id).ToHashSet());

    private static void AssertKnown(IEnumerable<(OpenApiObjectKind Kind, string Key)> keys) =>
        Assert.Equal("", string.Join(", ", keys.Where(k => !KeyUses.Of(k.Kind).ContainsKey(k.Key)).Select(k => $"{k.Kind} {k.Key}")));

    private static IEnumerable<OpenApiObjectKind> Kinds() => Enum.GetValues<OpenApiObjectKind>();

    private static IEnumerable<DiagnosticRule> RulesOf(KeyUse use) => use switch
    {
        KeyUse.Reported reported => [reported.Rule],
        KeyUse.ReportedWhereUnused reported => reported.Rules,
        _ => [],
    };

    private static IEnumerable<DiagnosticInfo> Read(string document) =>
        SdkPipeline.ReadApi(new SpecText("a.yaml", Regex.IsMatch(document, "^(swagger|openapi)") ? document : Head + document), TestContext.Current.CancellationToken).Diagnostics;

    private static string Operation(string keys) => $"paths: {{/a: {{get: {{{keys}, responses: {{'204': {{description: d}}}}}}}}}}";

    private static string Responses(string responses) => $"paths: {{/a: {{get: {{responses: {{{responses}}}}}}}}}";

    private static string Link(string link) =>
        $"paths: {{/a: {{get: {{operationId: o, responses: {{'200': {{description: d, links: {{l: {{{link}}}}}, content: {{application/json: {{schema: {{type: object, properties: {{a: {{type: string}}}}}}}}}}}}}}}}}}}}";

    private static string Parameter(string parameter) => Operation($"parameters: [{{{parameter}}}]");

    private static string SchemaOf(string schema) => $"paths: {{}}\ncomponents: {{schemas: {{S: {schema}}}}}";
}
