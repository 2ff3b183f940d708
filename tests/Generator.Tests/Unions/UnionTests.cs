using Kiln.Generator.Api.Model;
using Kiln.Generator.Pipeline;
using Kiln.Generator.Specs.Tree;
using Kiln.Generator.Tests.Driving;
using Microsoft.CodeAnalysis;

namespace Kiln.Generator.Tests.Unions;

/// <summary>What a consumer does with unions: the documents of the scenarios are compiled together with a consumer's code, which is run.</summary>
public sealed class UnionTests
{
    [Theory]
    [InlineData("""{"petType":"cat","lives":9}""", "Cat 9")]
    [InlineData("""{"name":"Rex","petType":"hound"}""", "Dog Rex")]
    [InlineData("""{"petType":"d\u006fg","name":"Rex"}""", "Dog Rex")]
    [InlineData("""{"petType":"fish","fins":[1,{"a":2}]}""", "unknown")]
    [InlineData("""{"fins":3}""", "unknown")]
    [InlineData("[1]", "unknown")]
    public void A_discriminator_tells_the_case_and_any_case_is_written_as_it_came(string json, string expected)
    {
        var told = Run("Discriminators", $$"""""
            var pet = Read(WireType.Union<Pet>(), {{Literal(json)}});
            var said = pet.Value switch
            {
                Cat cat => "Cat " + cat.Lives,
                Dog dog => "Dog " + dog.Name,
                JsonElement => "unknown",
                _ => "",
            };
            if (said != pet.Match(cat => "Cat " + cat.Lives, dog => "Dog " + dog.Name, json => "unknown"))
                return "Match says something else";
            return said + "\n" + Write(WireType.Union<Pet>(), pet);
            """"");

        Assert.Equal($"{expected}\n{json.Replace("\\u006f", "o")}".Replace("{\"name\":\"Rex\",\"petType\":\"hound\"}", "{\"petType\":\"hound\",\"name\":\"Rex\"}"), told);
    }

    private static readonly Row[] Objects =
    [
        new("ByName", """{"petType":"Cat"}""", "Cat"),
        new("ByName", """{"petType":"cat"}""", "JsonElement"),
        new("ByConst", """{"kind":"circle","radius":1.5}""", "ByConstCircle"),
        new("ByConst", """{"kind":"quad","side":2}""", "ASquare"),
        new("ByNumber", """{"version":1,"a":"x"}""", "One"),
        new("ByNumber", """{"version":2.0,"b":"x"}""", "ByNumberTwo"),
        new("ByNumber", """{"version":3}""", "JsonElement"),
        new("ByFlag", """{"ok":true,"text":"x"}""", "Ok"),
        new("ByFlag", """{"ok":false,"error":"x"}""", "Failed"),
        new("ByKeys", """{"number":"1","holder":"x"}""", "Card"),
        new("ByKeys", """{"iban":"1","holder":"x"}""", "Account"),
        new("ByKeys", """{"holder":"x"}""", "Other"),
        new("ByKind", """{"content":"x"}""", "Plain"),
        new("ByKind", """{"content":["x"]}""", "Rich"),
        new("ByOptional", """{"up":"x"}""", "Up"),
        new("ByOptional", """{"down":"x"}""", "Down"),
        new("ByOptional", """{}""", "JsonElement"),
        new("Nested", """{"petType":"cat","lives":1}""", "Pet"),
        new("Nested", """{"kind":"quad","side":2}""", "ByConst"),
        new("Two", """{"type":"message","role":"system"}""", "Reply"),
        new("Two", """{"type":"message","role":"user"}""", "Question"),
        new("Two", """{"type":"call"}""", "Call"),
    ];

    private static readonly Row[] Kinds =
    [
        new("Input", "\"x\"", "String"),
        new("Input", """["x"]""", "List`1 String"),
        new("Input", "[1,2]", "List`1 Int64"),
        new("Input", "true", "Boolean"),
        new("Input", "1.5", "Double"),
        new("Input", """{"text":"x"}""", "Part"),
        new("Input", """{"a":true}""", "Dictionary`2 String"),
        new("Level", "\"l2\"", "Low"),
        new("Level", "\"h1\"", "High"),
        new("Level", "7", "Int64"),
        new("Level", "\"new\"", "JsonElement"),
    ];

    [Fact]
    public void Objects_are_told_apart() => Assert.Equal(Expected(Objects), Run("Discriminators", Program(Objects)));

    [Fact]
    public void Kinds_and_values_tell_the_case() => Assert.Equal(Expected(Kinds), Run("UnionKinds", Program(Kinds)));

    [Fact]
    public void A_union_stands_in_models_lists_and_maps()
    {
        const string Json = """{"input":{"text":"x"},"level":"h2","model":"huge","when":"soon","size":4,"inputs":["a",1,[2]],"byName":{"a":"l1","b":5}}""";
        var told = Run("UnionKinds", $$"""""
            var holder = Read(WireType.Model<Holder>(), {{Literal(Json)}});
            long size = holder.Size!.Value;
            string when = holder.When!;
            var count = holder.Inputs!.Count + holder.ByName!.Count;
            return $"{holder.Input.AsPart!.Text} {holder.Level.AsHigh} {holder.Model} {when} {size} {count}\n" + Write(WireType.Model<Holder>(), holder);
            """"");

        Assert.Equal("x h2 huge soon 4 5\n" + Json, told);
    }

    [Fact]
    public void A_union_is_made_of_its_cases_by_assignment()
    {
        var told = Run("UnionKinds", """
            var holder = new Holder { Input = "x", Level = Low.L1, Inputs = [] };
            holder.Inputs!.Add(new Part { Text = "y" });
            holder.Inputs.Add(new List<long> { 1, 2 });
            return Write(WireType.Model<Holder>(), holder);
            """);

        Assert.Equal("""{"input":"x","level":"l1","inputs":[{"text":"y"},[1,2]]}""", told);
    }

    [Fact]
    public void A_value_of_no_case_is_told_and_kept()
    {
        var told = Run("UnionKinds", """
            var violations = new List<string>();
            var options = new ReadOptions { OnViolation = v => violations.Add(v.ToString()) };
            var holder = Read(WireType.Model<Holder>(), "{\"input\":7,\"level\":{\"a\":1}}", options);
            return string.Join("\n", violations) + "\n" + Write(WireType.Model<Holder>(), holder);
            """);

        Assert.Equal("$.input: expected an object or a string, found number 7\n$.level: expected a string or an integer of 64 bits, found an object\n{\"input\":7,\"level\":{\"a\":1}}", told);
    }

    [Fact]
    public void A_union_that_is_missing_is_reported_and_nothing()
    {
        var told = Run("UnionKinds", """
            var holder = Read(WireType.Model<Holder>(), "{\"input\":\"a\"}");
            return holder.Level.Json!.Value.ValueKind + Write(WireType.Model<Holder>(), holder);
            """);

        Assert.Equal("""Undefined{"input":"a"}""", told);
    }

    [Fact]
    public void Cases_that_nothing_tells_apart_are_reported_and_stay_json_that_can_be_read_as_either()
    {
        var driver = Driver("AmbiguousUnions");
        var told = SdkRun.Of(driver, """
            var item = Read(WireType.Union<Item>(), "{\"id\":\"a\",\"more\":1}");
            var text = Read(WireType.Union<Item>(), "\"x\"");
            return $"{item.Value.GetType().Name} {item.AsSmall!.Id} {item.AsLarge!.More} {item.AsString} {text.AsString} {text.AsLarge}\n" + Write(WireType.Union<Item>(), item);
            """);

        Assert.Equal("JsonElement a 1  x \n{\"id\":\"a\",\"more\":1}", told);
        var diagnostic = Assert.Single(driver.GetRunResult().Diagnostics);
        Assert.StartsWith("spec.yaml(8,61): warning KILN0113: Cannot distinguish 'Small' from 'Large' in this union", diagnostic.ToString(), StringComparison.Ordinal);
    }

    // Each is a case of all others: without memory of what was found, the work is the fourth power of their number.
    [Fact]
    public void Unions_of_each_other_are_read_once()
    {
        const int count = 100;
        var schemas = Enumerable.Range(0, count).Select(i =>
            $"    U{i}: {{oneOf: [{string.Join(", ", Enumerable.Range(1, count - 1).Select(j => $"{{$ref: '#/components/schemas/U{(i + j) % count}'}}"))}, {{type: 'null'}}]}}");
        var text = $"openapi: 3.1.0\ninfo: {{title: T, version: '1'}}\npaths: {{}}\ncomponents:\n  schemas:\n{string.Join("\n", schemas)}\n    Holder: {{properties: {{u: {{$ref: '#/components/schemas/U0'}}}}}}\n";
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(TimeSpan.FromSeconds(60));

        var holder = SdkPipeline.ReadApi(new SpecText("spec.yaml", text), deadline.Token).Value!.Schemas.Single(s => s.Name == "Holder").Schema;

        Assert.True(Assert.IsType<ObjectSchema>(holder).Properties[0].IsNullable);
    }

    private static string Expected(Row[] rows) => string.Join("\n", rows.Select(r => $"{r.Type} {r.Json.Replace("2.0", "2", StringComparison.Ordinal)}"));

    // The type of what is read, and its items' if it is a list or map, and what is written again.
    private static string Program(Row[] rows) => $$"""
        var lines = new List<string>();
        void Add(WireUnion read, string written)
        {
            var type = read.Value.GetType();
            lines.Add(type.Name + (type.IsGenericType ? " " + type.GetGenericArguments()[0].Name : "") + " " + written);
        }
        {{string.Concat(rows.Select(r => $"{{ var read = Read(WireType.Union<{r.Union}>(), {Literal(r.Json)}); Add(read, Write(WireType.Union<{r.Union}>(), read)); }}\n"))}}
        return string.Join("\n", lines);
        """;

    private static string Run(string scenario, string statements) => SdkRun.Of(Driver(scenario), statements);

    private static GeneratorDriver Driver(string scenario) =>
        SdkDriver.Run("spec.yaml", File.ReadAllText(Checkout.PathOf("tests", "Generator.Tests", "Scenarios", scenario, "spec.yaml")), "Sdk");

    private static string Literal(string json) => Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(json, quote: true);

    private sealed record Row(string Union, string Json, string Type);
}
