using CsCheck;
using Kiln.Generator.Api.Nswag;
using Kiln.Generator.Specs;
using Kiln.Generator.Specs.Tree;
using NJsonSchema;
using NJsonSchema.Generation;
using NJsonSchema.References;
using NSwag;

namespace Kiln.Generator.Tests.Specs;

/// <summary>The promise of the normal form: NSwag reads its skeleton, whatever the document said.</summary>
public class NSwagLoadTests
{
    private static readonly string[] Seeds =
    [
        """
        {"openapi":"3.1.0","info":{"title":"a","version":"1"},"servers":[{"url":"/a","variables":{"v":{"enum":["a"],"default":"a"}}}],"tags":[{"name":"t","externalDocs":{"url":"u"}}],
        "security":[{"k":[]}],"paths":{"/a/{id}":{"summary":"s","parameters":[{"$ref":"#/components/parameters/id"}],"post":{"operationId":"o","tags":["t"],"deprecated":true,
        "requestBody":{"required":true,"content":{"multipart/form-data":{"schema":{"$ref":"#/components/schemas/A"},"encoding":{"a":{"contentType":"x","headers":{"h":{"schema":{"type":"string"}}}}},"examples":{"e":{"value":1}}}}},
        "responses":{"200":{"description":"d","headers":{"h":{"$ref":"#/components/headers/h"}},"content":{"application/json":{"schema":{"$ref":"#/components/schemas/A"}}},"links":{"l":{"operationId":"o"}}},"default":{"$ref":"#/components/responses/R"}},
        "callbacks":{"c":{"{$url}":{"post":{"responses":{}}}}}}}},"webhooks":{"w":{"post":{"responses":{}}}},
        "components":{"parameters":{"id":{"name":"id","in":"path","required":true,"style":"simple","explode":false,"schema":{"type":"integer"}}},"headers":{"h":{"schema":{"type":"string"}}},"responses":{"R":{"description":"d"}},
        "securitySchemes":{"k":{"type":"apiKey","in":"header","name":"n"},"o":{"type":"oauth2","flows":{"implicit":{"authorizationUrl":"u","scopes":{"s":"d"}}}}},
        "schemas":{"A":{"type":["object","null"],"required":["a"],"properties":{"a":{"type":"string","maxLength":5,"pattern":"x","enum":["a",null]},"b":{"$ref":"#/components/schemas/B","description":"d"},"c":{"type":"array","items":{"const":1},"minItems":1,"uniqueItems":true},"d":true},
        "additionalProperties":false,"patternProperties":{"^x":{"type":"number","exclusiveMinimum":5,"multipleOf":0.5}},"xml":{"name":"n"},"x-enumNames":["a"],"x-any":{"type":"object","properties":{}}},
        "B":{"oneOf":[{"$ref":"#/components/schemas/A"},{"type":"string","nullable":true}],"discriminator":{"propertyName":"t","mapping":{"a":"A"}},"allOf":[{"not":false}],"$defs":{"C":{"if":{},"then":true}}}}}}
        """,
        """
        {"swagger":"2.0","info":{"title":"a","version":"1","contact":{"name":"n"},"license":{"name":"n"}},"host":"h","basePath":"/b","schemes":["https"],"consumes":["application/json"],"produces":["application/json"],
        "securityDefinitions":{"o":{"type":"oauth2","flow":"implicit","authorizationUrl":"u","scopes":{"s":"d"}}},"parameters":{"p":{"name":"p","in":"query","type":"array","items":{"type":"string"},"collectionFormat":"csv"}},
        "paths":{"/a":{"get":{"parameters":[{"$ref":"#/parameters/p"},{"name":"b","in":"body","schema":{"$ref":"#/definitions/A"}},{"name":"f","in":"formData","type":"file"}],"responses":{"200":{"description":"d","schema":{"$ref":"#/definitions/A"},"examples":{"a/b":{}}}}}}},
        "definitions":{"A":{"type":"object","discriminator":"t","properties":{"t":{"type":"string","readOnly":true,"x-nullable":true,"default":{"a":1}}}}}}
        """,
    ];

    private static readonly string[] Values =
    [
        "null", "true", "false", "0", "-1.5", "1e400", "123456789012345678901234567890", "\"\"", "\"text\"", "\"2024-01-01T00:00:00Z\"", "[]", "[null]", "[1]", "[\"a\"]", "[{}]", "{}", "{\"a\":null}", "{\"a\":1}",
        "{\"type\":\"object\",\"$ref\":\"#/nowhere\"}", "{\"$ref\":\"#/components/schemas/A\"}", "{\"$ref\":\"#/definitions/A\"}", "{\"type\":5,\"properties\":[]}", "[[1]]", "{\"a\":{\"a\":{\"b\":[{}]}}}",
    ];

    [Fact]
    public async Task What_the_reader_accepts_NSwag_reads()
    {
        foreach (var seed in Seeds)
        {
            var read = Trees.ReadDocument(seed, "a.json");
            Assert.DoesNotContain(read.Diagnostics.Items, d => d.Rule.Id != "KILN0040");
            Assert.Single((await LoadAsync(read.Value!)).Operations);
        }
    }

    [Fact]
    public void What_the_reader_accepts_of_a_damaged_document_NSwag_reads_too() =>
        Gen.Select(Gen.OneOf(Seeds), Gen.Select(Gen.Int[0, 5000], Gen.OneOf(Values)).Array[1, 3]).Sample(
            (seed, edits) =>
            {
                var root = Trees.Read(seed, "a.json");
                foreach (var (at, value) in edits)
                {
                    var counter = at % CountOf(root);
                    root = Replace(root, Trees.Read("[" + value + "]", "a.json"), ref counter);
                }

                var read = Trees.ReadDocument(SpecJson.Write(root), "a.json");
                if (read.Value is null)
                    return;
                LoadAsync(read.Value).GetAwaiter().GetResult();
                NswagDocument.Load(read.Value, CancellationToken.None);
            },
            iter: TestForm.Count(full: 2000, sample: 200),
            threads: 1,
            print: t => string.Join(" ", t.Item2.Select(e => $"{e.Item1} {e.Item2}")));

    internal static Task<OpenApiDocument> LoadAsync(SpecDocument document) => LoadAsync(SkeletonJson.Write(document.Root));

    internal static Task<OpenApiDocument> LoadAsync(string json) => OpenApiDocument.FromJsonAsync(
        json,
        null,
        SchemaType.OpenApi3,
        d => new NoFiles(new OpenApiSchemaResolver(d, new SystemTextJsonSchemaGeneratorSettings())),
        TestContext.Current.CancellationToken);

    private static int CountOf(SpecNode node) => node switch
    {
        SpecMap map => 1 + map.Entries.Sum(e => CountOf(e.Value)),
        SpecList list => 1 + list.Items.Sum(CountOf),
        _ => 1,
    };

    /// <summary>The tree with one node, found by its number, replaced by the item of a list.</summary>
    private static SpecNode Replace(SpecNode node, SpecNode replacement, ref int counter)
    {
        if (counter-- == 0)
            return ((SpecList)replacement).Items[0];

        switch (node)
        {
            case SpecMap map:
                List<SpecEntry> entries = [];
                foreach (var entry in map.Entries)
                    entries.Add(entry.With(Replace(entry.Value, replacement, ref counter)));
                return new SpecMap(map.Span, entries);
            case SpecList list:
                List<SpecNode> items = [];
                foreach (var item in list.Items)
                    items.Add(Replace(item, replacement, ref counter));
                return new SpecList(list.Span, items);
            default:
                return node;
        }
    }

    private sealed class NoFiles(JsonSchemaAppender appender) : JsonReferenceResolver(appender)
    {
        public override Task<IJsonReference> ResolveFileReferenceAsync(string filePath, CancellationToken cancellationToken = default) =>
            throw new InvalidOperationException($"asked for the file {filePath}");

        public override Task<IJsonReference> ResolveUrlReferenceAsync(string url, CancellationToken cancellationToken = default) =>
            throw new InvalidOperationException($"asked for {url}");
    }
}
