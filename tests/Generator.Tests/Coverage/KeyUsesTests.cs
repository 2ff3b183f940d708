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
        ("Document servers", "KILN0150", "servers: [{url: /api}]\npaths: {}"),
        ("Document servers", "KILN0168", "servers: [{url: 'https://a'}, {url: 'https://b'}]\npaths: {}"),
        ("Server url", "KILN0150", "servers: [{url: /api}]\npaths: {}"),
        ("Server url", "KILN0168", "servers: [{url: 'https://a'}, {url: 'https://b'}]\npaths: {}"),
        ("ServerVariable enum", "KILN0168", "servers: [{url: 'https://{v}.a', variables: {v: {default: b, enum: [b, c]}}}]\npaths: {}"),
        ("Document security", "KILN0161", "security: [{k: []}]\npaths: {}\ncomponents: {securitySchemes: {k: {type: apiKey, in: query, name: k}}}"),
        ("Document webhooks", "KILN0162", "webhooks: {w: {post: {responses: {}}}}"),
        ("PathItem query", "KILN0044", "paths: {/a: {query: {responses: {}}}}"),
        ("PathItem additionalOperations", "KILN0044", "paths: {/a: {additionalOperations: {COPY: {responses: {}}}}}"),
        ("PathItem servers", "KILN0160", "paths: {/a: {servers: [{url: 'https://b'}], get: {responses: {}}}}"),
        ("Operation servers", "KILN0160", Operation("servers: [{url: 'https://b'}]")),
        ("Operation schemes", "KILN0160", "swagger: '2.0'\ninfo: {title: T, version: '1'}\nschemes: [https]\nhost: a\npaths: {/a: {get: {schemes: [http], responses: {'204': {description: d}}}}}"),
        ("Operation security", "KILN0161", Operation("security: [{k: []}]") + "\ncomponents: {securitySchemes: {k: {type: oauth2, flows: {}}}}"),
        ("Operation callbacks", "KILN0162", Operation("callbacks: {c: {'{$request.query.url}': {post: {responses: {}}}}}")),
        ("Operation x-ms-pageable", "KILN0167", Operation("x-ms-pageable: {nextLinkName: next}")),
        ("Operation x-speakeasy-pagination", "KILN0167", Operation("x-speakeasy-pagination: {type: cursor}")),
        ("Operation x-fern-pagination", "KILN0167", Operation("x-fern-pagination: {results: $response.items}")),
        ("Operation responses", "KILN0110", Responses("'200': {description: d, content: {application/json: {schema: {type: string}}}}, '201': {description: d, content: {application/json: {schema: {type: integer}}}}")),
        ("Operation responses", "KILN0170", Responses("'400': {description: d, content: {application/json: {schema: {type: array, items: {type: string}}}}}")),
        ("Parameter in", "KILN0045", Parameter("name: p, in: querystring, content: {application/json: {}}")),
        ("Parameter in", "KILN0111", Parameter("name: p, in: cookie, schema: {type: string}")),
        ("Parameter in", "KILN0166", Parameter("name: Accept, in: header, schema: {type: string}")),
        ("Parameter style", "KILN0106", Parameter("name: p, in: query, style: deepObject, schema: {type: object, properties: {a: {type: string}}}")),
        ("Parameter content", "KILN0106", Parameter("name: p, in: query, content: {application/json: {schema: {type: object}}}")),
        ("Parameter allowReserved", "KILN0164", Parameter("name: p, in: query, allowReserved: true, schema: {type: string}")),
        ("Header content", "KILN0171", Responses("'200': {description: d, headers: {X-A: {content: {application/json: {schema: {type: object}}}}}}")),
        ("RequestBody content", "KILN0108", Operation("requestBody: {content: {application/json: {}, application/xml: {}}}")),
        ("RequestBody content", "KILN0107", Operation("requestBody: {content: {multipart/form-data: {schema: {type: object, properties: {a: {type: string}}}}}}")),
        ("Response content", "KILN0108", Responses("'200': {description: d, content: {application/json: {}, application/xml: {}}}")),
        ("Response content", "KILN0124", Responses("'200': {description: d, content: {application/xml: {schema: {type: object}}}}")),
        ("Response links", "KILN0163", Responses("'200': {description: d, links: {l: {operationId: o}}}")),
        ("MediaType itemSchema", "KILN0165", Responses("'200': {description: d, content: {application/jsonl: {itemSchema: {type: object}}}}")),
        ("MediaType encoding", "KILN0107", Operation("requestBody: {content: {multipart/form-data: {schema: {type: object, properties: {a: {}}}, encoding: {a: {contentType: text/csv}}}}}")),
        ("MediaType prefixEncoding", "KILN0107", Operation("requestBody: {content: {multipart/mixed: {schema: {type: array}, prefixEncoding: [{contentType: text/csv}]}}}")),
        ("MediaType itemEncoding", "KILN0107", Operation("requestBody: {content: {multipart/mixed: {schema: {type: array}, itemEncoding: {contentType: text/csv}}}}")),
        ("SecurityScheme type", "KILN0046", "paths: {}\ncomponents: {securitySchemes: {k: {type: mutualTLS}}}"),
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
        SdkPipeline.ReadApi(new SpecText("a.yaml", Regex.IsMatch(document, "^swagger") ? document : Head + document), TestContext.Current.CancellationToken).Diagnostics;

    private static string Operation(string keys) => $"paths: {{/a: {{get: {{{keys}, responses: {{'204': {{description: d}}}}}}}}}}";

    private static string Responses(string responses) => $"paths: {{/a: {{get: {{responses: {{{responses}}}}}}}}}";

    private static string Parameter(string parameter) => Operation($"parameters: [{{{parameter}}}]");

    private static string SchemaOf(string schema) => $"paths: {{}}\ncomponents: {{schemas: {{S: {schema}}}}}";
}
