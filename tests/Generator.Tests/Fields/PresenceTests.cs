using Kiln.Generator.Tests.Driving;

namespace Kiln.Generator.Tests.Fields;

/// <summary>Null, absent and a value are three things: in what a caller sends, and in what is read and written again.</summary>
public sealed class PresenceTests
{
    [Theory]
    [InlineData("", """{"tag":null,"name":""}""")]
    [InlineData("Nick = null,", """{"nick":null,"tag":null,"name":""}""")]
    [InlineData("Nick = \"Rex\",", """{"nick":"Rex","tag":null,"name":""}""")]
    [InlineData("Age = null, Born = null, Owner = null, Toys = null, Any = null,", """{"tag":null,"age":null,"born":null,"owner":null,"toys":null,"any":null,"name":""}""")]
    [InlineData("Plain = null, Count = null,", """{"tag":null,"name":""}""")]
    [InlineData("Value = null, Class = null,", """{"tag":null,"name":"","value":null,"class":null}""")]
    public void What_was_set_is_sent_also_when_it_is_null(string set, string expected)
    {
        Assert.Equal(expected, Run($"return Sent(new Pet {{ {set} Tag = null, Name = \"\" }});"));
    }

    [Theory]
    [InlineData("""{"tag":null,"name":"a"}""")]
    [InlineData("""{"nick":null,"tag":"x","name":"a"}""")]
    [InlineData("""{"nick":"b","tag":null,"age":null,"name":"a"}""")]
    [InlineData("""{"tag":null,"age":1,"born":null,"owner":{"nick":null,"tag":null,"name":"o"},"toys":[null,"x"],"any":null,"name":"a","more":null}""")]
    public void What_was_read_is_written_again(string json)
    {
        Assert.Equal(json, Run($"return Again<Pet>({Literal(json)});"));
    }

    [Fact]
    public void Of_equal_names_the_last_counts()
    {
        Assert.Equal("""{}|{"nick":null}""", Run("""
            var one = Read<Pet>("{\"nick\":null,\"nick\":\"x\"}");
            one.Unset(p => p.Nick);
            return Json(one) + "|" + Json(Read<Pet>("{\"nick\":\"x\",\"nick\":null}"));
            """));
    }

    [Fact]
    public void A_field_can_be_asked_for_and_taken_back()
    {
        Assert.Equal("False True True False True False True", Run("""
            var pet = new Pet { Tag = null, Name = "" };
            var before = pet.IsSet(p => p.Nick);
            pet.Nick = null;
            var set = pet.IsSet(p => p.Nick);
            pet.Nick = "Rex";
            var value = pet.IsSet(x => x.Nick);
            pet.Unset(p => p.Nick);
            var after = pet.IsSet(p => p.Nick) || pet.Nick is not null;
            var tag = pet.IsSet(p => p.Tag);
            var plain = pet.IsSet(p => p.Plain);
            pet.Plain = "x";
            return $"{before} {set} {value} {after} {tag} {plain} {pet.IsSet(p => p.Plain)}";
            """));
    }

    [Theory]
    [InlineData("p => p.Tag")]
    [InlineData("p => p.Name")]
    [InlineData("p => p.Owner!.Nick")]
    public void What_is_always_there_or_is_no_property_cannot_be_taken_back(string property)
    {
        Assert.Equal("refused", Run($$"""
            try { new Pet { Tag = null, Name = "" }.Unset({{property}}); } catch (ArgumentException) { return "refused"; }
            return "";
            """));
    }

    [Fact]
    public void More_fields_than_a_word_has_bits()
    {
        var fields = string.Concat(Enumerable.Range(0, 150).Select(i => $"          f{i}: {{ type: string, nullable: true }}\n"));

        Assert.Equal("""{"f3":null,"f63":null,"f64":null,"f149":null}|{"f63":null,"f149":null}|{"f64":null,"f100":null}""", SdkRun.Of(Head + "    Wide:\n      type: object\n      properties:\n" + fields.Replace("          ", "        "), """
            var wide = new Wide { F3 = null, F63 = null, F64 = null, F149 = null };
            var all = Sent(wide);
            wide.Unset(w => w.F64);
            wide.Unset(w => w.F3);
            return all + "|" + Sent(wide) + "|" + Again<Wide>("{\"f64\":null,\"f100\":null}");
            """));
    }

    [Fact]
    public void Names_of_a_script_without_case()
    {
        Assert.Equal("""{"名前":null,"齢":3} True False""", SdkRun.Of(Head + """
                Pet:
                  type: object
                  properties:
                    名前: { type: string, nullable: true }
                    齢: { type: integer, default: 7 }
            """, """
            var pet = new Pet { 名前 = null, 齢 = 3 };
            return $"{Sent(pet)} {pet.IsSet(p => p.齢)} {new Pet().IsSet(p => p.齢)}";
            """));
    }

    private const string Head = "openapi: 3.0.3\ninfo: { title: Pets, version: '1' }\npaths: {}\ncomponents:\n  schemas:\n";

    private const string Pets = Head + """
            Pet:
              type: object
              required: [tag, name]
              properties:
                nick: { type: string, nullable: true }
                tag: { type: string, nullable: true }
                age: { type: integer, format: int32, nullable: true }
                born: { type: string, format: date, nullable: true }
                owner: { nullable: true, allOf: [{ $ref: '#/components/schemas/Pet' }] }
                toys: { type: array, nullable: true, items: { type: string, nullable: true } }
                any: {}
                plain: { type: string }
                count: { type: integer }
                name: { type: string }
                value: { type: string, nullable: true }
                class: { type: string, nullable: true }
        """;

    private static string Run(string lines) => SdkRun.Of(Pets, lines);

    private static string Literal(string text) => $"\"{text.Replace("\"", "\\\"")}\"";
}
