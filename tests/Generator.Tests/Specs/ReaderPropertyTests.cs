using System.Text;
using CsCheck;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs;
using Kiln.Generator.Specs.Reading;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Tests.Specs;

/// <summary>What holds for every text.</summary>
public class ReaderPropertyTests
{
    private static readonly SpecSpan Nowhere = new(new SpecLines("a", ""), 0, 0);

    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.OneOf("", "a", "true", "1.10", "<<", "- x", "# no", "key: value", "\u2028", "\u0085", "é😀", " x ", "a\nb", "\t", "\"\\", "{}", "\u0000\u001f", "\uFEFF"),
        Gen.String[Gen.Char['\u0020', '\u00ff'], 0, 12]);

    private static readonly Gen<SpecNode> Scalars = Gen.OneOf(
        Texts.Select(t => Scalar(ScalarKind.String, t)),
        Gen.OneOf("0", "-1", "12.50", "1e5", "-0.25E-3", "123456789012345678901234567890").Select(t => Scalar(ScalarKind.Number, t)),
        Gen.OneOf("true", "false").Select(t => Scalar(ScalarKind.Boolean, t)),
        Gen.Const(Scalar(ScalarKind.Null, "null")));

    private static readonly Gen<SpecNode> Trees = Gen.Recursive<SpecNode>((depth, inner) => depth > 4
        ? Scalars
        : Gen.OneOf(
            Scalars,
            inner.Array[0, 4].Select(items => (SpecNode)new SpecList(Nowhere, items)),
            Gen.Select(Texts, inner).Array[0, 5].Select(Map)));

    private static readonly string[] Seeds =
    [
        """
        openapi: 3.1.0
        info: {title: a, version: '1'}
        paths:
          /a/{id}:
            parameters:
              - {name: id, in: path, required: true, schema: {type: string}}
            get:
              operationId: a
              responses:
                '200':
                  description: |
                    text
                  content:
                    application/json:
                      schema: {$ref: '#/components/schemas/A'}
        components:
          schemas:
            A: &a
              type: [object, 'null']
              properties:
                b: {$ref: '#/components/schemas/A', description: x}
                c: {const: 5, exclusiveMinimum: 3}
            B: {allOf: [{$ref: '#/components/schemas/A'}, true]}
            C: *a
        """,
        """{"swagger":"2.0","info":{"title":"a","version":"1"},"paths":{"/a":{"get":{"parameters":[{"in":"query","name":"q","type":"string"}],"responses":{"200":{"schema":{"$ref":"#/definitions/A"}}}}}},"definitions":{"A":{"type":"object","discriminator":"t","enum":[1,null]}}}""",
    ];

    private static readonly string[] Pieces =
    [
        "", " ", "\n", "\r\n", "\t", ":", ": ", "-", "- ", "{", "}", "[", "]", "\"", "'", "\\", "|", ">", "&a ", "*a", "!!int ", "!<", "%", "#", "?", "<<: ", "---\n", "...\n", "\0", "\u2028",
        "\ud800", "null", "true", "9999999999999999999", "1e999", "0x", "$ref: ", "\"$ref\":", "#/components/schemas/A", "allOf: ", "type: ", "paths", "@", "`", ",", "~", "\uFFFF",
    ];

    [Fact]
    public void Both_readers_see_one_tree_in_a_JSON_text() => Trees.Sample(
        tree =>
        {
            var json = SpecJson.Write(new SpecList(Nowhere, [tree]));
            List<DiagnosticInfo> diagnostics = [];
            var asJson = JsonTreeReader.Read(new SpecText("a.json", json), diagnostics, CancellationToken.None);
            var asYaml = YamlTreeReader.Read(new SpecText("a.yaml", json), diagnostics, CancellationToken.None);

            Assert.Empty(diagnostics);
            Assert.Equal(json, SpecJson.Write(asJson!));
            Assert.Equal(json, SpecJson.Write(asYaml!));
        },
        iter: 2000,
        threads: 1);

    [Fact]
    public void A_damaged_text_gives_diagnostics_and_never_throws() =>
        Gen.Select(Gen.OneOf(Seeds), Gen.Select(Gen.Int[0, 2000], Gen.Int[0, 12], Gen.OneOf(Pieces)).Array[1, 4]).Sample(
            (seed, edits) =>
            {
                var text = edits.Aggregate(seed, (current, edit) =>
                {
                    var at = edit.Item1 % (current.Length + 1);
                    return current.Remove(at, Math.Min(edit.Item2, current.Length - at)).Insert(at, edit.Item3);
                });
                var read = SpecReader.Read(new SpecText("a.yaml", text), CancellationToken.None);

                Assert.Equal(read.HasErrors, read.Value is null);
                Assert.All(read.Diagnostics.Items, d => Assert.NotEmpty(d.Message));
            },
            iter: 3000,
            threads: 1);

    [Fact]
    public void Any_characters_give_diagnostics_and_never_throw() =>
        Gen.OneOf(Pieces).Array[0, 30].Select(string.Concat).Sample(
            text => Assert.True(SpecReader.Read(new SpecText("a.yaml", text), CancellationToken.None).HasErrors),
            iter: 3000,
            threads: 1);

    private static SpecNode Scalar(ScalarKind kind, string text) => new SpecScalar(Nowhere, kind, text);

    private static SpecNode Map((string Key, SpecNode Value)[] entries) =>
        new SpecMap(Nowhere, entries.DistinctBy(e => e.Key).Select(e => new SpecEntry(e.Key, Nowhere, e.Value)).ToArray());
}
