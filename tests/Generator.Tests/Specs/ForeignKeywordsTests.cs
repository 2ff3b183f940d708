using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Tests.Specs;

/// <summary>The extensions of other tools: the docs list what the code reads, and each has its meaning.</summary>
public sealed class ForeignKeywordsTests
{
    [Fact]
    public void The_docs_list_all_of_them()
    {
        var page = File.ReadAllText(Checkout.PathOf("docs", "input.md")).ReplaceLineEndings("\n");
        var start = page.IndexOf("| keyword | on | read as |\n|---|---|---|\n", StringComparison.Ordinal);
        var rows = page[start..].Split('\n').Skip(2).TakeWhile(line => line.StartsWith('|'));

        Assert.Equal(ForeignKeywords.All.Select(k => $"| {string.Join(", ", k.Keys.Select(key => $"`{key}`"))} | {k.On} | {k.Meaning} |"), rows);
    }

    public static TheoryData<string, string> StandardKeys =>
        new(ForeignKeywords.All.Where(k => k.Standard is not null).SelectMany(k => k.Keys.Select(key => (key, k.Standard!))));

    [Theory]
    [MemberData(nameof(StandardKeys))]
    public void One_with_a_key_of_OpenAPI_becomes_it(string key, string standard)
    {
        foreach (var version in new[] { "swagger: '2.0'", "openapi: 3.0.3", "openapi: 3.1.0" })
        {
            var isSwagger = version[0] == 's';
            string Read(string schema) => SpecJson.Write(JsonPointer.Find(
                Trees.ReadDocument($"{version}\npaths: {{}}\n{(isSwagger ? "definitions: {" : "components: {schemas: {")}A: {schema}}}{(isSwagger ? "" : "}")}").Value!.Root, "/components/schemas/A")!);

            Assert.Equal($$"""{"type":"string","{{standard}}":true}""", Read($"{{type: string, {key}: true}}"));
            Assert.Equal($$"""{"type":"string","{{standard}}":true}""", Read($"{{type: string, {key}: 'true'}}"));
            Assert.Equal($$"""{"type":"string","{{standard}}":false}""", Read($"{{type: string, {standard}: false, {key}: true}}"));
            Assert.Equal("""{"type":"string"}""", Read($"{{type: string, {key}: nonsense}}"));
        }
    }

    [Fact]
    public void A_parameter_of_2_0_keeps_them() => Assert.Equal(
        """[{"name":"p","in":"query","deprecated":true,"x-deprecated-message":"gone","schema":{"type":"string","enum":["a","b"],"x-enum-varnames":["A","B"],"x-ms-enum":{"name":"N"},"nullable":true}}]""",
        SpecJson.Write(JsonPointer.Find(
            Trees.ReadDocument("swagger: '2.0'\npaths: {/a: {get: {responses: {}, parameters: [{name: p, in: query, type: string, enum: [a, b], x-enum-varnames: [A, B], x-ms-enum: {name: N}, x-isnullable: true, x-deprecated: true, x-deprecated-message: gone}]}}}").Value!.Root,
            "/paths/~1a/get/parameters")!));
}
