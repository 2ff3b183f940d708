using Kiln.Generator.Tests.Driving;

namespace Kiln.Generator.Tests.Fields;

/// <summary>Read, then write, changes nothing, also where the service broke the contract: what was missing stays missing and what was null stays null, until it is set.</summary>
public sealed class UnchangedTests
{
    private const string Spec = """
        openapi: 3.0.3
        info: { title: Pets, version: '1' }
        paths: {}
        components:
          schemas:
            All:
              type: object
              required: [text, name, count, isOpen, at, kind, bytes, link, tags, map, owner, pair, free, either, maybe, maybeCount]
              properties:
                text: { type: string }
                name: { type: string, default: Rex }
                count: { type: integer }
                isOpen: { type: boolean }
                at: { type: string, format: date-time }
                kind: { type: string, enum: [a, b] }
                bytes: { type: string, format: byte }
                link: { type: string, format: uri }
                tags: { type: array, items: { type: string } }
                map: { type: object, additionalProperties: { type: integer } }
                owner: { $ref: '#/components/schemas/Owner' }
                pair: { type: array, items: { type: number }, minItems: 2, maxItems: 2 }
                free: {}
                either: { oneOf: [{ $ref: '#/components/schemas/Owner' }, { type: string }] }
                maybe: { type: string, nullable: true }
                maybeCount: { type: integer, nullable: true }
                note: { type: string }
                noteCount: { type: integer }
                limit: { type: integer, default: 20 }
                nick: { type: string, nullable: true }
                owners: { type: array, items: { $ref: '#/components/schemas/Owner' } }
            Owner: { type: object, required: [id], properties: { id: { type: integer }, friend: { $ref: '#/components/schemas/Owner' } } }
            Animal:
              type: object
              required: [species, legs]
              discriminator: { propertyName: species }
              properties: { species: { type: string }, legs: { type: integer } }
            Bird: { allOf: [{ $ref: '#/components/schemas/Animal' }, { type: object, required: [wings], properties: { wings: { type: integer } } }] }
        """;

    private static readonly string[] Names =
    [
        "text", "name", "count", "isOpen", "at", "kind", "bytes", "link", "tags", "map", "owner", "pair", "either", "note", "noteCount", "limit", "owners",
    ];

    [Theory]
    [InlineData("All", "{}")]
    [InlineData("All", """{"free":null,"maybe":null,"nick":null}""")]
    [InlineData("All", """{"owner":{},"maybeCount":1,"owners":[{},{"id":null},{"id":0}],"other":null}""")]
    [InlineData("All", """{"owner":{"friend":{"friend":null}},"either":{"friend":null}}""")]
    [InlineData("All", """{"text":5,"count":"7","isOpen":"True","at":"2024-01-01 10:00:00Z","owners":[{"id":"1"}]}""")]
    [InlineData("Animal", "{}")]
    [InlineData("Animal", """{"species":null,"legs":null}""")]
    [InlineData("Animal", """{"species":"Bird"}""")]
    [InlineData("Bird", """{"wings":null}""")]
    public void What_breaks_the_contract_is_written_as_it_came(string model, string json) => Assert.Equal(json, Run($"return Again<{model}>({Literal(json)});"));

    [Fact]
    public void Each_field_is_written_as_the_null_that_it_came_as()
    {
        var rows = string.Concat(Names.Select(n => $"rows.Add(Again<All>({Literal($$"""{"{{n}}":null}""")}));\n"));

        Assert.Equal(string.Join("|", Names.Select(n => $$"""{"{{n}}":null}""")), Run($"var rows = new List<string>();\n{rows}return string.Join(\"|\", rows);"));
    }

    [Theory]
    [InlineData("Text = \"\"", """{"text":""}""")]
    [InlineData("Name = \"Rex\"", """{"name":"Rex"}""")]
    [InlineData("Count = 0", """{"count":0}""")]
    [InlineData("IsOpen = false", """{"isOpen":false}""")]
    [InlineData("At = default", """{"at":"0001-01-01T00:00:00Z"}""")]
    [InlineData("Kind = new(\"\")", """{"kind":""}""")]
    [InlineData("Bytes = []", """{"bytes":""}""")]
    [InlineData("Link = new(\"\", UriKind.Relative)", """{"link":""}""")]
    [InlineData("Tags = []", """{"tags":[]}""")]
    [InlineData("Map = []", """{"map":{}}""")]
    [InlineData("Owner = new() { Id = 0 }", """{"owner":{"id":0}}""")]
    [InlineData("Free = FreeFormJson.From(1)", """{"free":1}""")]
    [InlineData("Either = \"\"", """{"either":""}""")]
    [InlineData("Maybe = null", """{"maybe":null}""")]
    [InlineData("MaybeCount = null", """{"maybeCount":null}""")]
    [InlineData("Note = \"\"", """{"note":""}""")]
    [InlineData("Limit = 20", """{"limit":20}""")]
    [InlineData("Tags.Add(\"x\")", """{"tags":["x"]}""")]
    [InlineData("Map[\"x\"] = 1", """{"map":{"x":1}}""")]
    [InlineData("Owner.Id = 3", """{"owner":{"id":3}}""")]
    public void What_was_set_is_written_though_it_is_the_empty_value(string change, string expected)
    {
        var name = expected[2..expected.IndexOf('"', 2)];

        Assert.Equal($"{expected}|{expected}", Run($$"""
            var missing = Read<All>("{}");
            missing.{{change}};
            var wasNull = Read<All>({{Literal($$"""{"{{name}}":null}""")}});
            wasNull.{{change}};
            return Json(missing) + "|" + Json(wasNull);
            """));
    }

    [Fact]
    public void Setting_one_field_leaves_the_others_as_they_came() => Assert.Equal("""{"count":5,"owner":null,"note":null}""", Run("""
        var all = Read<All>("{\"owner\":null,\"note\":null}");
        all.Count = 5;
        return Json(all);
        """));

    [Fact]
    public void A_model_that_was_not_read_is_whole() => Assert.Equal("""{"species":"","legs":0}|{"species":"Bird","legs":0,"wings":0}""", Run("""return Json(new Animal { Legs = 0 }) + "|" + Json(new Bird { Legs = 0, Wings = 0 });"""));

    [Fact]
    public void A_request_holds_what_was_read() => Assert.Equal("""{"maybe":"x","note":null}""", Run("""return Sent(Read<All>("{\"maybe\":\"x\",\"note\":null}"));"""));

    [Fact]
    public void Of_equal_names_the_last_counts() => Assert.Equal("""{"text":null,"count":1}""", Run("""return Again<All>("{\"count\":null,\"count\":1,\"text\":\"x\",\"text\":null}"); """));

    [Fact]
    public void It_can_be_asked_for_and_taken_back() => Assert.Equal("False True True False True|{}", Run("""
        var all = Read<All>("{\"note\":null,\"limit\":null}");
        var made = new All
        {
            Text = "", Count = 0, IsOpen = false, At = default, Kind = new(""), Bytes = [], Link = new("", UriKind.Relative), Tags = [], Map = [],
            Owner = new() { Id = 0 }, Pair = [], Free = default, Either = "", Maybe = null, MaybeCount = null,
        };
        var asked = $"{all.IsSet(a => a.Count)} {all.IsSet(a => a.Note)} {made.IsSet(a => a.Count)} {all.IsSet(a => a.Maybe)} {made.IsSet(a => a.Maybe)}";
        all.Unset(a => a.Note);
        all.Unset(a => a.Limit);
        return asked + "|" + Json(all);
        """));

    private static string Run(string lines) => SdkRun.Of(Spec, lines);

    private static string Literal(string text) => $"\"{text.Replace("\"", "\\\"")}\"";
}
