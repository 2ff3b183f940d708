using Kiln.Generator.Tests.Driving;

namespace Kiln.Generator.Tests.Unions;

/// <summary>What identifies an object: where it is written, what a new object has of it, and what it says of one that is read.</summary>
public sealed class DiscriminatorTests
{
    [Fact]
    public void Each_level_has_its_discriminator()
    {
        var told = Run("DiscriminatorLevels", """
            var lines = new List<string>();
            foreach (var json in new[]
            {
                "{\"kind\":\"mid\",\"sub\":\"leaf\",\"l\":null}",
                "{\"l\":\"x\",\"sub\":\"leaf\",\"id\":\"a\",\"kind\":\"mid\"}",
                "{\"kind\":\"mid\",\"sub\":\"tip\"}",
                "{\"kind\":\"mid\",\"sub\":\"new\"}",
                "{\"kind\":\"mid\"}",
                "{\"kind\":\"mid\",\"sub\":[5]}",
                "{\"id\":\"a\",\"kind\":5}",
                "{\"kind\":\"new\",\"what\":\"x\"}",
                "{\"id\":\"a\"}",
            })
            {
                var read = Read(WireType.Model<Base>(), json);
                var written = Json(read);
                lines.Add(read.GetType().Name + (written == json ? "" : " " + written));
            }
            return string.Join("\n", lines);
            """);

        Assert.Equal("""
            Leaf
            Leaf {"kind":"mid","sub":"leaf","id":"a","l":"x"}
            Tip
            Mid
            Mid
            Mid
            Other {"kind":5,"id":"a"}
            Other
            Other
            """, told);
    }

    [Fact]
    public void A_new_object_has_the_values_of_all_levels_and_one_that_is_read_has_what_was_received()
    {
        var told = Run("DiscriminatorLevels", """
            var absent = Again<Leaf>("{\"id\":\"a\"}") + Again<Leaf>("{\"kind\":\"mid\",\"note\":null}") + Again<Tip>("{}");
            return Json(new Leaf { Id = "a", Note = null, L = null }) + Json(new Mid()) + Json(new Tip()) + Json(new Other()) + absent
                + Json(new Holder { One = new Tip(), Some = [new Leaf { Kind = "mine" }] });
            """);

        Assert.Equal(
            """{"kind":"mid","sub":"leaf","id":"a","note":null,"l":null}{"kind":"mid"}{"kind":"mid","sub":"tip"}{"kind":"other"}""" +
            """{"id":"a"}{"kind":"mid","note":null}{}{"one":{"kind":"mid","sub":"tip"},"some":[{"kind":"mine","sub":"leaf"}]}""", told);
    }

    [Fact]
    public void Kiota_tells_each_level_too()
    {
        var told = Run("DiscriminatorLevels", """
            var json = Encoding.UTF8.GetBytes("[{\"kind\":\"mid\",\"sub\":\"leaf\"},{\"kind\":\"mid\"},{\"what\":\"x\"}]");
            var all = new Microsoft.Kiota.Serialization.Json.JsonParseNodeFactory().GetRootParseNodeAsync("application/json", new MemoryStream(json)).Result
                .GetCollectionOfObjectValues(Base.CreateFromDiscriminatorValue).ToList();
            using var writer = new Microsoft.Kiota.Serialization.Json.JsonSerializationWriter();
            writer.WriteObjectValue(null, all[1]);
            return string.Join(" ", all.Select(m => m.GetType().Name)) + new StreamReader(writer.GetSerializedContent()).ReadToEnd();
            """);

        Assert.Equal("""Leaf Mid Other{"kind":"mid"}""", told);
    }

    private const string Customers = """
        openapi: 3.2.0
        info: { title: T, version: '1' }
        paths: {}
        components:
          schemas:
            Customer:
              required: [kind, v]
              anyOf: [{ $ref: '#/components/schemas/Person' }, { $ref: '#/components/schemas/Company' }, { $ref: '#/components/schemas/Robot' }]
              discriminator: { propertyName: kind, mapping: { person: '#/components/schemas/Person', company: '#/components/schemas/Company' } }
            Person: { type: object, properties: { email: { type: string }, kind: { type: string, enum: [person] }, v: { const: 2 } } }
            Company: { type: object, required: [kind], properties: { vat: { type: string }, kind: { type: string } } }
            Robot: { type: object, properties: { model: { type: string } } }
            Open:
              oneOf: [{ $ref: '#/components/schemas/Person' }, { $ref: '#/components/schemas/Company' }]
              discriminator: { propertyName: kind, mapping: { person: Person }, defaultMapping: Company }
            Hidden:
              oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }]
              discriminator: { propertyName: type, mapping: { cat: Cat, dog: Dog } }
            Cat: { type: object, required: [lives], properties: { lives: { type: integer } } }
            Dog: { type: object, required: [name], properties: { name: { type: string } }, additionalProperties: { type: string } }
            Circle: { type: object, required: [r, $type], properties: { r: { type: integer }, $type: { type: string, enum: [circle] } } }
            Constants:
              type: object
              required: [text, number, flag, named, decimal]
              properties: { text: { const: a }, number: { const: 1 }, flag: { const: true }, named: { $ref: '#/components/schemas/Only' }, decimal: { type: number, enum: [1.5] }, optional: { const: b } }
            Only: { type: string, enum: [only] }
        """;

    [Fact]
    public void An_object_that_is_put_into_a_union_gets_what_identifies_it_there()
    {
        var told = SdkRun.Of(Customers, """
            var person = new Person { Email = "a@b" };
            var lines = new List<string>
            {
                Json(person),
                Write(WireType.Union<Customer>(), person),
                Write(WireType.Union<Customer>(), new Company { Vat = "1" }),
                Write(WireType.Union<Customer>(), new Company { Vat = "1", Kind = "mine" }),
                Write(WireType.Union<Customer>(), new Robot { Model = "x" }),
                Write(WireType.Union<Customer>(), Read<Company>("{\"vat\":\"1\"}")),
                Write(WireType.Union<Customer>(), Read<Company>("{\"vat\":\"1\",\"kind\":\"sent\"}")),
                Write(WireType.Union<Hidden>(), new Cat { Lives = 9 }),
                Write(WireType.Union<Hidden>(), new Dog { Name = "Rex" }),
                Json(new Circle { R = 1 }),
                Json(new Constants()),
                Again<Constants>("{\"number\":1}"),
            };
            return string.Join("\n", lines);
            """);

        Assert.Equal("""
            {"email":"a@b"}
            {"kind":"person","email":"a@b","v":2}
            {"kind":"company","vat":"1"}
            {"kind":"mine","vat":"1"}
            {"model":"x"}
            {"kind":"company","vat":"1"}
            {"kind":"sent","vat":"1"}
            {"type":"cat","lives":9}
            {"type":"dog","name":"Rex"}
            {"$type":"circle","r":1}
            {"text":"a","number":1,"flag":true,"named":"only","decimal":1.5}
            {"number":1}
            """, told);
    }

    [Fact]
    public void A_union_that_is_read_has_what_was_received_with_the_discriminator_first()
    {
        var told = SdkRun.Of(Customers, """
            var lines = new List<string>();
            foreach (var json in new[] { "{\"email\":\"a\",\"kind\":\"person\"}", "{\"kind\":\"new\",\"a\":1}", "{\"kind\":5}", "{\"email\":\"a\"}" })
                Add(WireType.Union<Customer>(), json);
            foreach (var json in new[] { "{\"kind\":\"zz\",\"vat\":\"1\"}", "{\"vat\":\"1\"}", "{\"vat\":\"1\",\"kind\":[1]}", "{\"kind\":\"person\"}" })
                Add(WireType.Union<Open>(), json);
            foreach (var json in new[] { "{\"lives\":9,\"type\":\"cat\"}", "{\"lives\":9}", "{\"name\":\"Rex\",\"type\":\"dog\",\"more\":\"x\"}", "{\"type\":\"fish\",\"lives\":1}", "{\"fins\":1}" })
                Add(WireType.Union<Hidden>(), json);
            return string.Join("\n", lines);

            void Add<T>(WireType<T> type, string json) where T : WireUnion
            {
                var violations = 0;
                var union = Read(type, json, new ReadOptions { OnViolation = _ => violations++ });
                var written = Write(type, union);
                lines.Add(union.Value.GetType().Name + (violations == 0 ? "" : " !") + (written == json ? "" : " " + written));
            }
            """);

        Assert.Equal("""
            Person {"kind":"person","email":"a"}
            JsonElement
            JsonElement
            JsonElement !
            Company
            Company !
            Company ! {"kind":[1],"vat":"1"}
            Person
            Cat {"type":"cat","lives":9}
            Cat
            Dog {"type":"dog","name":"Rex","more":"x"}
            JsonElement
            JsonElement !
            """, told);
    }

    [Fact]
    public void A_discriminator_that_is_not_declared_and_a_default_that_is_no_case_are_reported()
    {
        const string Document = """
            openapi: 3.2.0
            info: { title: T, version: '1' }
            paths: {}
            components:
              schemas:
                Hidden: { oneOf: [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' }], discriminator: { propertyName: type, defaultMapping: Base } }
                A: { type: object, required: [a], properties: { a: { type: string } } }
                B: { type: object, required: [b], properties: { b: { type: string } } }
                Base: { type: object, properties: { id: { type: string } }, discriminator: { propertyName: kind, defaultMapping: A } }
                Derived: { allOf: [{ $ref: '#/components/schemas/Base' }, { type: object, properties: { d: { type: string } } }] }
                Lost: { type: object, properties: { kind: { type: string } }, discriminator: { propertyName: kind, defaultMapping: Nowhere } }
            """;
        var driver = SdkDriver.Run("spec.yaml", Document, "Sdk");

        Assert.Equal(
            "11 KILN0048, 6 KILN0118, 6 KILN0119, 9 KILN0118, 9 KILN0119",
            string.Join(", ", driver.GetRunResult().Diagnostics.Select(d => $"{d.Location.GetLineSpan().StartLinePosition.Line + 1} {d.Id}")));
        Assert.Equal("""
            A JsonElement JsonElement {"kind":"Derived","d":"x"} Derived
            """, SdkRun.Of(driver, """
            var hidden = new[] { "{\"a\":\"x\"}", "{\"a\":1,\"b\":1,\"c\":1,\"type\":[]}", "{}" }.Select(j => Read(WireType.Union<Hidden>(), j).Value.GetType().Name).ToList();
            return hidden[0] + " " + hidden[2] + " " + Read(WireType.Union<Hidden>(), "[]").Value.GetType().Name + " " + Json(new Derived { D = "x" }) + " " + Read<Base>("{\"kind\":\"Derived\"}").GetType().Name;
            """));
    }

    [Fact]
    public void The_mapping_of_a_union_and_that_of_the_base_both_count()
    {
        var told = SdkRun.Of("""
            openapi: 3.0.3
            info: { title: T, version: '1' }
            paths: {}
            components:
              schemas:
                Pet: { type: object, required: [kind], properties: { kind: { type: string } }, discriminator: { propertyName: kind, mapping: { kitty: '#/components/schemas/Cat', both: '#/components/schemas/Cat' } } }
                Cat: { allOf: [{ $ref: '#/components/schemas/Pet' }, { type: object, properties: { lives: { type: integer } } }] }
                Dog: { allOf: [{ $ref: '#/components/schemas/Pet' }, { type: object, properties: { name: { type: string } } }] }
                Any:
                  oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }]
                  discriminator: { propertyName: kind, mapping: { cat: '#/components/schemas/Cat', both: '#/components/schemas/Dog' } }
                Base: { oneOf: [{ $ref: '#/components/schemas/Pet' }, { $ref: '#/components/schemas/Stone' }], discriminator: { propertyName: kind, mapping: { stone: '#/components/schemas/Stone' } } }
                Stone: { type: object, required: [kind], properties: { kind: { type: string } } }
            """, """
            return string.Join(" ", new[] { "cat", "kitty", "both", "Dog", "fish" }.Select(t => Read(WireType.Union<Any>(), "{\"kind\":\"" + t + "\"}").Value.GetType().Name))
                + " " + string.Join(" ", new[] { "kitty", "Dog", "stone", "Pet" }.Select(t => Read(WireType.Union<Base>(), "{\"kind\":\"" + t + "\"}").Value.GetType().Name));
            """);

        Assert.Equal("Cat Cat Dog Dog JsonElement Cat Dog Stone Pet", told);
    }

    private static string Run(string scenario, string statements) => SdkRun.Of(SdkDriver.Run("spec.yaml", SpecOf(scenario), "Sdk"), statements);

    private static string SpecOf(string scenario) => File.ReadAllText(Checkout.PathOf("tests", "Generator.Tests", "Scenarios", scenario, "spec.yaml"));
}
