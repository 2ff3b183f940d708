using System.Text;
using Kiln.Generator.Tests.Driving;
using Microsoft.CodeAnalysis;

namespace Kiln.Generator.Tests.Compiler;

/// <summary>Documents that nobody writes by hand: each becomes code that compiles, or an error, within seconds and without running out of stack.</summary>
public sealed class LimitTests
{
    private const int Long = 10_000;

    public static TheoryData<string> ThatCompile() => new()
    {
        "references", "references of all kinds", "allOf fanned out", "allOf fanned out through itself", "oneOf fanned out",
        "lists and maps fanned out", "a list of itself", "cases of each other", "a discriminator that leads back", "a long property name", "a long schema name", "a long path segment",
        "long names within each other", "100 lists in each other", "100 path segments",
        "names that are made alike", "types and paths that are made alike", "answers, tags, security schemes and servers", "numbers beyond numbers", "patterns",
    };

    [Theory]
    [MemberData(nameof(ThatCompile))]
    public void Compiles(string name)
    {
        var driver = SdkDriver.Run("limit.yaml", Document(name));

        Assert.Null(driver.GetRunResult().Results.Single().Exception);
        var errors = driver.GetRunResult().Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.Id).ToArray();
        Assert.Empty(errors);
        Assert.Equal("", string.Join("\n", SdkCompilation.Compile(driver, TestContext.Current.CancellationToken).Take(3)));
    }

    [Theory]
    [InlineData("lists", "KILN0013")]
    [InlineData("single parts of allOf", "KILN0013")]
    [InlineData("single cases of oneOf", "KILN0013")]
    [InlineData("maps", "KILN0013")]
    [InlineData("path segments", "KILN0014")]
    [InlineData("allOf of itself", "KILN0029")]
    [InlineData("allOf of each other", "KILN0029")]
    [InlineData("flow lists", "KILN0009")]
    [InlineData("block lists", "KILN0009")]
    [InlineData("block maps", "KILN0009")]
    [InlineData("laughs", "KILN0008")]
    [InlineData("merged laughs", "KILN0008")]
    [InlineData("paths", "KILN0015")]
    [InlineData("parameters", "KILN0015")]
    [InlineData("fields", "KILN0015")]
    [InlineData("bases", "KILN0015")]
    [InlineData("a name of megabytes", "KILN0015")]
    [InlineData("digits", "KILN0015")]
    [InlineData("long parameters at many operations", "KILN0015")]
    [InlineData("fields taken over by parts of parts", "KILN0019")]
    [InlineData("fields taken over by many", "KILN0019")]
    [InlineData("long descriptions taken over by many", "KILN0019")]
    [InlineData("fields of many shapes", "KILN0019")]
    public void Is_an_error_at_a_place(string name, string id)
    {
        var driver = SdkDriver.Run("limit.yaml", Document(name));

        Assert.Null(driver.GetRunResult().Results.Single().Exception);
        var error = driver.GetRunResult().Diagnostics.First(d => d.Severity == DiagnosticSeverity.Error);
        Assert.Equal(id, error.Id);
        Assert.Equal("limit.yaml", error.Location.GetLineSpan().Path);
    }

    [Theory]
    [InlineData("values of an enum", "KILN0016", "string? E ")]
    [InlineData("cases", "KILN0017", "JsonElement> GetAsync")]
    [InlineData("a description of ampersands", "KILN0018", "&amp;…")]
    [InlineData("a description of lines", "KILN0018", "…\n")]
    public void Is_told_and_made_simpler(string name, string id, string code)
    {
        var driver = SdkDriver.Run("limit.yaml", Document(name));

        Assert.Equal(id, Assert.Single(driver.GetRunResult().Diagnostics).Id);
        Assert.Contains(driver.GetRunResult().GeneratedTrees, t => t.ToString().Contains(code, StringComparison.Ordinal));
        Assert.True(driver.GetRunResult().GeneratedTrees.Sum(t => t.Length) < 4_000_000);
    }

    [Fact]
    public void A_long_chain_of_references_is_followed_to_its_end()
    {
        var driver = SdkDriver.Run("chain.yaml", Schemas(Chain(150, i => $"{{ $ref: '#/components/schemas/S{i + 1}' }}", "{ type: object, properties: { a: { type: string } } }")));

        Assert.Empty(driver.GetRunResult().Diagnostics);
        Assert.Contains(driver.GetRunResult().GeneratedTrees, t => t.ToString().Contains("Task<S150> GetAsync", StringComparison.Ordinal));
    }

    private static string Document(string name) => name switch
    {
        "references" => Schemas(Chain(Long, i => Ref(i + 1), Leaf)),
        "references of all kinds" => OfAllKinds(),
        "single parts of allOf" => Schemas(Chain(Long, i => $"{{ allOf: [{Ref(i + 1)}] }}", Leaf)),
        "single cases of oneOf" => Schemas(Chain(Long, i => $"{{ oneOf: [{Ref(i + 1)}] }}", Leaf)),
        "lists" => Schemas(Chain(Long, i => $"{{ type: array, items: {Ref(i + 1)} }}", Leaf)),
        "maps" => Schemas(Chain(Long, i => $"{{ type: object, additionalProperties: {Ref(i + 1)} }}", Leaf)),
        "allOf fanned out" => Schemas(Chain(40, i => $"{{ allOf: [{Ref(i + 1)}, {Ref(i + 1)}] }}", Leaf)),
        "allOf fanned out through itself" => Schemas(Chain(40, i => $"{{ allOf: [{Ref(i + 1)}, {{ allOf: [{Ref(i + 1)}] }}] }}", Leaf)),
        "oneOf fanned out" => Schemas(Chain(40, i => $"{{ oneOf: [{Ref(i + 1)}, {Ref(i + 1)}] }}", Leaf)),
        "lists and maps fanned out" => Schemas(Chain(40, i => $"{{ oneOf: [{{ type: array, items: {Ref(i + 1)} }}, {{ type: object, additionalProperties: {Ref(i + 1)} }}] }}", Leaf)),
        "a list of itself" => Schemas(("S0", $"{{ type: array, items: {Ref(0)} }}")),
        "cases of each other" => Schemas(("S0", $"{{ oneOf: [{Ref(1)}, {{ type: string }}] }}"), ("S1", $"{{ anyOf: [{Ref(0)}, {{ type: integer }}] }}")),
        "a discriminator that leads back" => Schemas(
            ("S0", $"{{ type: object, required: [t], properties: {{ t: {{ type: string }} }}, discriminator: {{ propertyName: t, mapping: {{ a: '#/components/schemas/S1', b: '#/components/schemas/S0' }} }} }}"),
            ("S1", $"{{ allOf: [{Ref(0)}, {{ type: object, properties: {{ x: {Ref(1)} }} }}] }}")),
        "allOf of itself" => Schemas(("S0", $"{{ allOf: [{Ref(0)}] }}")),
        "allOf of each other" => Schemas(("S0", $"{{ allOf: [{Ref(1)}] }}"), ("S1", $"{{ allOf: [{Ref(0)}] }}")),
        "a long property name" => Schemas(("S0", $"{{ type: object, properties: {{ ? {new string('p', 100_000)} : {{ type: string }} }} }}")),
        "a long schema name" => Schemas(("S0", $"{{ type: object, properties: {{ a: {{ $ref: '#/components/schemas/{new string('q', 900)}' }} }} }}"), (new('q', 900), Leaf)),
        "a long path segment" => Paths($"/{new string('s', 900)}/{new string('漢', 900)}"),
        "long names within each other" => Schemas(("S0", Nested(10, inner => $"{{ type: object, properties: {{ {new string('漢', 300)}: {inner} }} }}", "{ type: string }"))),
        "100 lists in each other" => Schemas(("S0", Nested(50, inner => $"{{ type: array, items: {inner} }}", "{ type: string }"))),
        "100 path segments" => Paths(string.Concat(Enumerable.Range(0, 50).Select(i => $"/some{i}/{{p{i}}}")), Enumerable.Range(0, 50).Select(i => $"p{i}")) + "  /other: { get: { responses: { '204': { description: x } } } }\n",
        "path segments" => Paths(string.Concat(Enumerable.Range(0, Long).Select(i => $"/s{i}"))) + "  /other: { get: { responses: { '204': { description: x } } } }\n",
        "flow lists" => Head + "paths: {}\nx: " + new string('[', Long) + new string(']', Long),
        "block lists" => Head + "paths: {}\nx:\n  " + string.Concat(Enumerable.Repeat("- ", Long)) + "a",
        "block maps" => Head + "paths: {}\nx:\n" + string.Concat(Enumerable.Range(1, 1000).Select(i => new string(' ', i) + "a:\n")),
        "laughs" => Head + "paths: {}\nx-a0: &a0 [1, 2]\n" + string.Concat(Enumerable.Range(1, 30).Select(i => $"x-a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 9))}]\n")),
        "merged laughs" => Head + "paths: {}\nx-a0: &a0 { k0: 1 }\n" + string.Concat(Enumerable.Range(1, 3000).Select(i => $"x-a{i}: &a{i} {{ <<: *a{i - 1}, k{i}: 1 }}\n")),
        "paths" => Head + "paths:\n" + string.Concat(Enumerable.Range(0, Long + 1).Select(i => $"  /s{i}: {{ get: {Answered} }}\n")),
        "parameters" => Operations(1, Many(1001, i => $"{{ name: p{i}, in: query, schema: {{ type: string }} }}")),
        "fields" => Schemas(("S0", $"{{ type: object, properties: {{ {Many(5001, i => $"f{i}: {{}}")} }} }}")),
        "bases" => Schemas(Chain(51, i => $"{{ allOf: [{Ref(i + 1)}, {{ type: object, properties: {{ f{i}: {{}} }} }}] }}", "{ type: object, properties: { t: { type: string } }, discriminator: { propertyName: t } }")),
        "a name of megabytes" => Schemas(("S0", $"{{ type: object, properties: {{ ? {new string('p', 5_000_000)} : {{ type: string }} }} }}")),
        "digits" => Schemas(("S0", $"{{ type: integer, enum: [{new string('9', 1_000_000)}] }}")),
        "long parameters at many operations" => Operations(2000, "{ $ref: '#/components/parameters/P' }") + $"components: {{ parameters: {{ P: {{ name: p, in: query, schema: {{ type: string }}, description: {new string('x', 50_000)} }} }} }}\n",
        "fields taken over by parts of parts" => Schemas(Chain(450, i => $"{{ allOf: [{Ref(i + 1)}, {{ type: object, properties: {{ f{i}: {{}}, g{i}: {{}} }} }}] }}", Leaf)),
        "fields taken over by many" => Schemas([.. Enumerable.Range(0, 1000).Select(i => ($"S{i}", $"{{ allOf: [{Ref(1000)}] }}")), ("S1000", $"{{ type: object, properties: {{ {Many(500, i => $"f{i}: {{}}")} }} }}")]),
        "long descriptions taken over by many" => Schemas([.. Enumerable.Range(0, 1000).Select(i => ($"S{i}", $"{{ allOf: [{Ref(1000)}] }}")), ("S1000", $"{{ type: object, properties: {{ a: {{ description: {new string('x', 50_000)} }} }} }}")]),
        "fields of many shapes" => Schemas(
            [.. Enumerable.Range(0, 200).Select(i => ($"S{i}", $"{{ type: object, properties: {{ p: {{}} }}, oneOf: [{Many(200, j => Ref(1000 + j))}] }}")),
            .. Enumerable.Range(1000, 200).Select(i => ($"S{i}", $"{{ type: object, properties: {{ {Many(10, j => $"f{i}x{j}: {{}}")} }} }}"))]),
        "values of an enum" => Schemas(("S0", $"{{ type: object, properties: {{ e: {{ type: string, enum: [{Many(100_000, i => $"v{i}")}] }} }} }}")),
        "cases" => Schemas(("S0", $"{{ oneOf: [{Many(1001, i => $"{{ type: object, required: [f{i}], properties: {{ f{i}: {{}} }} }}")}] }}")),
        "a description of ampersands" => Schemas(("S0", $"{{ type: object, description: '{new string('&', 10_000_000)}', properties: {{ a: {{}} }} }}")),
        "a description of lines" => Schemas(("S0", $"{{ type: object, description: \"{string.Concat(Enumerable.Repeat("a\\n", 1_000_000))}\", properties: {{ a: {{}} }} }}")),
        "names that are made alike" => Schemas(("S0", $"{{ type: object, properties: {{ {Many(1000, i => $"'f{new string('-', i + 1)}': {{ type: string }}")} }} }}")),
        "types and paths that are made alike" => Schemas([("S0", Leaf), .. Enumerable.Range(1, 300).Select(i => ($"'s0{new string('-', i)}'", Leaf))]),
        "answers, tags, security schemes and servers" => Head
            + $"servers: [{Many(Long, i => $"{{ url: 'https://{{h}}.x{i}.test', variables: {{ h: {{ default: '{{h}}' }} }} }}")}]\ntags: [{Many(Long, i => $"{{ name: t{i} }}")}]\n"
            + $"paths: {{ /a: {{ get: {{ tags: [{Many(Long, i => $"t{i}")}], responses: {{ {Many(400, i => $"'{i + 200}': {{ description: x, content: {{ application/json: {{ schema: {{ type: string }} }} }} }}")} }} }} }} }}\n"
            + $"components: {{ securitySchemes: {{ {Many(Long, i => $"s{i}: {{ type: http, scheme: bearer }}")} }} }}\n",
        "numbers beyond numbers" => Schemas(("S0", "{ type: object, properties: { a: { type: integer, default: 1e999999, maximum: 1e999999 }, b: { type: number, enum: [1e999999, 1e-999999, 9e99] }, c: { type: string, maxLength: 1e9999999 } } }")),
        "patterns" => Schemas(("S0", $"{{ type: object, properties: {{ a: {{ type: string, pattern: '{string.Concat(Enumerable.Repeat("(a+)+", 100_000))}' }} }}, patternProperties: {{ '^((a+)+)+$': {{ type: string }} }} }}")),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    private const string Head = "openapi: 3.0.3\ninfo: { title: Limit, version: '1' }\n";

    private const string Leaf = "{ type: object, properties: { a: { type: string } } }";

    private const string Answered = "{ responses: { '204': { description: x } } }";

    private static string Many(int count, Func<int, string> item) => string.Join(", ", Enumerable.Range(0, count).Select(item));

    private static string Operations(int count, string parameters) =>
        Head + "paths:\n" + string.Concat(Enumerable.Range(0, count).Select(i => $"  /s{i}: {{ get: {{ parameters: [{parameters}], responses: {{ '204': {{ description: x }} }} }} }}\n"));

    private static string Ref(int i) => $"{{ $ref: '#/components/schemas/S{i}' }}";

    private static (string Name, string Schema)[] Chain(int length, Func<int, string> link, string end) =>
        [.. Enumerable.Range(0, length).Select(i => ($"S{i}", link(i))), ($"S{length}", end)];

    private static string Nested(int levels, Func<string, string> around, string inner) => levels == 0 ? inner : around(Nested(levels - 1, around, inner));

    private static string Schemas(params (string Name, string Schema)[] schemas)
    {
        var text = new StringBuilder(Head);
        text.Append("paths:\n  /a: { get: { responses: { '200': { description: x, content: { application/json: { schema: { $ref: '#/components/schemas/S0' } } } } } } }\ncomponents:\n  schemas:\n");
        foreach (var (name, schema) in schemas)
            text.Append("    ").Append(name).Append(": ").Append(schema).Append('\n');
        return text.ToString();
    }

    private static string Paths(string path, IEnumerable<string>? parameters = null) =>
        $"{Head}paths:\n  ? {path}\n  : get:\n      parameters: [{string.Join(", ", (parameters ?? []).Select(p => $"{{ name: {p}, in: path, required: true, schema: {{ type: string }} }}"))}]\n      responses: {{ '204': {{ description: x }} }}\n";

    private static string OfAllKinds()
    {
        var text = new StringBuilder(Head);
        text.Append("paths: { /a: { get: { parameters: [{ $ref: '#/components/parameters/P0' }], requestBody: { $ref: '#/components/requestBodies/P0' }, responses: { '200': { $ref: '#/components/responses/P0' } } } } }\ncomponents:\n");
        foreach (var (kind, end) in new[]
        {
            ("parameters", "{ name: q, in: query, schema: { type: string } }"),
            ("requestBodies", "{ content: { application/json: { schema: { type: string } } } }"),
            ("responses", "{ description: x, content: { application/json: { schema: { type: string } } } }"),
        })
        {
            text.Append("  ").Append(kind).Append(":\n");
            for (var i = 0; i < 2000; i++)
                text.Append("    P").Append(i).Append(": { $ref: '#/components/").Append(kind).Append("/P").Append(i + 1).Append("' }\n");
            text.Append("    P2000: ").Append(end).Append('\n');
        }
        return text.ToString();
    }
}
