using Kiln.Generator.Tests.Driving;
using Microsoft.CodeAnalysis;

namespace Kiln.Generator.Tests.Unions;

/// <summary>What a consumer does with classes that a discriminator tells apart.</summary>
public sealed class InheritanceTests
{
    [Fact]
    public void The_discriminator_tells_the_class_and_an_unknown_one_is_the_base_itself()
    {
        var told = Run("Inheritance", """
            var lines = new List<string>();
            foreach (var json in new[]
            {
                "{\"petType\":\"cat\",\"name\":null,\"limit\":5,\"lives\":9,\"mood\":null}",
                "{\"petType\":\"kitty\",\"lives\":1}",
                "{\"petType\":\"Lion\",\"name\":\"Leo\",\"lives\":2,\"region\":\"x\",\"mane\":true,\"more\":[1]}",
                "{\"petType\":\"Dog\",\"owner\":{\"id\":\"a\"}}",
                "{\"petType\":\"fish\",\"fins\":3}",
            })
            {
                var pet = Read(WireType.Model<Pet>(), json);
                var written = Write(WireType.Model<Pet>(), pet);
                lines.Add(pet.GetType().Name + (written == json ? "" : " " + written));
            }
            var home = Read(WireType.Model<Home>(), "{\"pet\":{\"petType\":\"Dog\"},\"cat\":{\"petType\":\"Lion\",\"mane\":false},\"pets\":[{\"petType\":\"cat\"}]}");
            lines.Add($"{home.Pet!.GetType().Name} {home.Cat is Lion { Mane: false }} {home.Pets![0] is Cat}");
            lines.Add(Write(WireType.Model<Home>(), home));
            return string.Join("\n", lines);
            """);

        Assert.Equal("Cat\nCat\nLion\nDog\nPet\nDog True True\n{\"pet\":{\"petType\":\"Dog\"},\"cat\":{\"petType\":\"Lion\",\"mane\":false},\"pets\":[{\"petType\":\"cat\"}]}", told);
    }

    [Fact]
    public void A_new_one_says_what_it_is()
    {
        var told = Run("Inheritance", """
            return Write(WireType.Model<Home>(), new Home { Pet = new Cat { Lives = 9, Mood = null }, Pets = [new Lion { Name = null }, new Dog()] }) + Write(WireType.Model<Shape>(), new Square { Side = 2 });
            """);

        Assert.Equal("""{"pet":{"petType":"cat","lives":9,"mood":null},"pets":[{"petType":"Lion","name":null},{"petType":"Dog"}]}{"sides":4,"side":2}""", told);
    }

    [Fact]
    public void A_number_tells_the_class_and_a_base_may_list_what_is_derived_from_it()
    {
        var told = Run("Inheritance", """
            var shape = Read(WireType.Model<Shape>(), "{\"height\":1.5,\"sides\":3}");
            return (shape as Triangle)?.Height + " " + Read(WireType.Model<Shape>(), "{\"sides\":4}").GetType().Name + " " + Read(WireType.Model<Shape>(), "{\"sides\":5}").GetType().Name;
            """);

        Assert.Equal("1.5 Square Shape", told);
    }

    [Fact]
    public void A_derived_class_says_by_a_number_of_its_own_what_it_is() => Assert.Equal("""{"sides":4}""", SdkRun.Of("""
        openapi: 3.1.0
        info: { title: Shapes, version: '1' }
        paths: {}
        components:
          schemas:
            Shape: { type: object, required: [sides], properties: { SIDES: {} }, discriminator: { propertyName: sides } }
            Square: { allOf: [{ $ref: '#/components/schemas/Shape' }, { properties: { sides: { enum: [4] } } }] }
        """, "return Json(new Square());"));

    [Fact]
    public void A_union_of_derived_classes_is_their_base()
    {
        var told = Run("Inheritance", """
            Pet either = new Home { Either = new Dog() }.Either!;
            return string.Join(" ", new[] { "cat", "Dog", "fish" }.Select(t => Read<Home>("{\"either\":{\"petType\":\"" + t + "\"}}").Either!.GetType().Name).Append(Json(either)));
            """);

        Assert.Equal("""Cat Dog Pet {"petType":"Dog"}""", told);
    }

    [Fact]
    public void Kiota_makes_the_derived_classes_too()
    {
        var told = Run("Inheritance", """
            var json = Encoding.UTF8.GetBytes("{\"pet\":{\"petType\":\"Lion\",\"mane\":true},\"pets\":[{\"petType\":\"kitty\"}]}");
            var node = new Microsoft.Kiota.Serialization.Json.JsonParseNodeFactory().GetRootParseNodeAsync("application/json", new System.IO.MemoryStream(json)).Result;
            var home = node.GetObjectValue(Home.CreateFromDiscriminatorValue)!;
            using var writer = new Microsoft.Kiota.Serialization.Json.JsonSerializationWriter();
            writer.WriteObjectValue(null, home);
            using var reader = new System.IO.StreamReader(writer.GetSerializedContent());
            var own = new Utf8JsonParseNodeFactory().GetRootParseNodeAsync("application/json", new System.IO.MemoryStream(json)).Result.GetObjectValue(Home.CreateFromDiscriminatorValue)!;
            return $"{home.Pet!.GetType().Name} {home.Pets![0].GetType().Name} {own.Pet is Lion { Mane: true }} {reader.ReadToEnd()}";
            """);

        Assert.Equal("""Lion Cat True {"pet":{"petType":"Lion","mane":true},"pets":[{"petType":"kitty"}]}""", told);
    }

    [Fact]
    public void Swagger_2_names_the_discriminator_alone()
    {
        var driver = SdkDriver.Run("spec.yaml", """
            swagger: '2.0'
            info: { title: Old, version: '1' }
            paths:
              /pets: { get: { produces: [application/json], responses: { 200: { description: x, schema: { $ref: '#/definitions/Pet' } } } } }
            definitions:
              Pet: { type: object, discriminator: kind, required: [kind], properties: { kind: { type: string } } }
              Cat: { allOf: [{ $ref: '#/definitions/Pet' }, { type: object, properties: { lives: { type: integer } } }] }
            """, "Sdk");

        Assert.Equal("Cat", SdkRun.Of(driver, """return Read(WireType.Model<Pet>(), "{\"kind\":\"Cat\",\"lives\":1}").GetType().Name;"""));
        Assert.Single(driver.GetRunResult().GeneratedTrees, t => t.ToString().Contains("partial class Pet ", StringComparison.Ordinal));
    }

    [Fact]
    public void What_a_derived_schema_narrows_is_told_and_kept_as_the_base_has_it()
    {
        var driver = SdkDriver.Run("spec.yaml", """
            openapi: 3.0.3
            info: { title: Narrow, version: '1' }
            paths: {}
            components:
              schemas:
                Pet: { type: object, discriminator: { propertyName: kind }, properties: { kind: { type: string }, size: { type: number } } }
                Cat: { allOf: [{ $ref: '#/components/schemas/Pet' }, { type: object, properties: { size: { type: string }, kind: { type: string, enum: [cat] } } }] }
            """, "Sdk");

        Assert.Equal("2.5", SdkRun.Of(driver, """return ((Cat)Read(WireType.Model<Pet>(), "{\"kind\":\"cat\",\"size\":2.5}")).Size;"""));
        Assert.Equal("spec.yaml(7,94): info KILN0116", driver.GetRunResult().Diagnostics.Single().ToString().Split(": The")[0]);
    }

    [Fact]
    public void Choices_beside_properties_add_their_fields()
    {
        var driver = Driver("ChoicesBesideProperties");
        var told = SdkRun.Of(driver, """
            var payment = Read(WireType.Model<Payment>(), "{\"id\":\"a\",\"kind\":\"card\",\"number\":\"1\",\"limit\":5}");
            return $"{payment.Kind} {payment.Number} {payment.Limit!.AsLong} {payment.Iban}" + Write(WireType.Model<Payment>(), payment);
            """);

        Assert.Equal("""card 1 5 {"id":"a","kind":"card","number":"1","limit":5}""", told);
        Assert.Empty(driver.GetRunResult().Diagnostics);
    }

    private static string Run(string scenario, string statements) => SdkRun.Of(Driver(scenario), statements);

    private static GeneratorDriver Driver(string scenario) =>
        SdkDriver.Run("spec.yaml", File.ReadAllText(Checkout.PathOf("tests", "Generator.Tests", "Scenarios", scenario, "spec.yaml")), "Sdk");
}
