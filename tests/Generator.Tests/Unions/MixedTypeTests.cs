using Kiln.Generator.Tests.Driving;

namespace Kiln.Generator.Tests.Unions;

/// <summary>Values of several JSON kinds: by a list of types, and with tuples among the cases.</summary>
public sealed class MixedTypeTests
{
    private static readonly (string Union, string Json, string Type, string Violation)[] Rows =
    [
        ("Filter", "\"x\"", "String", ""),
        ("Filter", """{"field":"x"}""", "FilterOption1", ""),
        ("Ports", "80", "Int32", ""),
        ("Ports", "[80,81]", "List`1", ""),
        ("Rules", """{"a":1}""", "Dictionary`2", ""),
        ("Rules", """["a"]""", "List`1", ""),
        ("Rules", "true", "JsonLiteral", ""),
        ("Point", "\"home\"", "String", ""),
        ("Point", "[1.5,2]", "ValueTuple`2", ""),
        ("Route", """["a",1]""", "ValueTuple`2", ""),
        ("Route", "[1,2]", "ValueTuple`2", ""),
        ("Route", """[{"a":1}]""", "List`1", ""),
        ("Route", "[]", "List`1", ""),

        // What is of no case is reported and kept.
        ("Filter", "7", "JsonElement", "$: expected an object or a string, found number 7"),
        ("Ports", "\"80\"", "JsonElement", "$: expected a list or an integer of 32 bits, found string \"80\""),
        ("Point", "true", "JsonElement", "$: expected a string or a list of 2, found true"),
        ("Point", "[1]", "JsonElement", "$: expected a list of 2, found nothing"),
        ("Point", "[1,2,3]", "JsonElement", "$[2]: expected the end of the list, found number 3"),
        ("Point", """[1,"x"]""", "JsonElement", "$[1]: expected a number, found string \"x\""),
    ];

    // All in one program, which is compiled once.
    [Fact]
    public void The_kind_of_the_JSON_tells_the_case_and_what_is_of_none_is_reported_and_kept()
    {
        var told = Run($$"""
            var lines = new List<string>();
            {{string.Concat(Rows.Select(r => $"Add<{r.Union}>({Literal(r.Json)});\n"))}}
            return string.Join("\n", lines);

            void Add<T>(string json) where T : WireUnion, IWireUnion<T>
            {
                var violations = new List<string>();
                var read = Read(WireType.Union<T>(), json, new ReadOptions { OnViolation = v => violations.Add(v.ToString()) });
                lines.Add($"{typeof(T).Name} {read.Value.GetType().Name} {Write(WireType.Union<T>(), read)} {string.Join("; ", violations)}");
            }
            """);

        Assert.Equal(string.Join("\n", Rows.Select(r => $"{r.Union} {r.Type} {r.Json} {r.Violation}")), told);
    }

    [Fact]
    public void A_tuple_is_made_by_assignment_and_given_by_its_property() => Assert.Equal(
        """{"filter":"x","point":[1.5,2]} 2""",
        Run("""
            var settings = new Settings { Filter = "x", Point = (1.5, 2) };
            return Json(settings) + " " + settings.Point.AsTuple!.Value.Item2 + settings.Point.AsString;
            """));

    [Fact]
    public void Tuples_that_nothing_tells_apart_are_read_when_they_are_asked_for() => Assert.Equal(
        "JsonElement  (a, 1) String",
        SdkRun.Of(
            """
            openapi: 3.1.0
            info: { title: T, version: '1' }
            paths: {}
            components:
              schemas:
                Either: { oneOf: [{ type: array, prefixItems: [{ type: string }, { type: integer }], items: false }, { type: array, items: { type: string } }] }
            """,
            """
            var pair = Read(WireType.Union<Either>(), "[\"a\",1]");
            var list = Read(WireType.Union<Either>(), "[\"a\",\"b\"]");
            return $"{pair.Value.GetType().Name} {pair.AsStringList} {pair.AsTuple} {list.AsStringList![0].GetType().Name}{list.AsTuple}";
            """));

    private static string Run(string statements) =>
        SdkRun.Of(File.ReadAllText(Checkout.PathOf("tests", "Generator.Tests", "Scenarios", "MixedTypes", "spec.yaml")), statements);

    private static string Literal(string json) => Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(json, quote: true);
}
