using Kiln.Generator.Tests.Driving;

namespace Kiln.Generator.Tests.Fields;

/// <summary>
/// Models that only responses have: their properties remember nothing of what is set, and reading notes what came as null and what was missing. A note counts
/// only while the property has the value that it was read with.
/// </summary>
public class ReceivedModelTests
{
    private const string Spec = """
        openapi: 3.1.0
        info: { title: Shop, version: '1' }
        paths:
          /things/{id}:
            get:
              parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
              responses:
                '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Reply' } } } }
                '400': { description: bad, content: { application/json: { schema: { $ref: '#/components/schemas/Problem' } } } }
            put:
              parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
              requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } }
              responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } } }
        components:
          schemas:
            Reply:
              required: [id, name, kind, tags, part, note, price]
              properties:
                id: { type: integer }
                name: { type: string }
                kind: { type: string, enum: [a, b] }
                tags: { type: array, items: { type: string } }
                part: { $ref: '#/components/schemas/Part' }
                note: { type: [string, 'null'] }
                price: { type: [number, 'null'] }
                nick: { type: [string, 'null'] }
                size: { type: [integer, 'null'] }
                remark: { type: string }
                at: { type: string, format: date-time }
                any: {}
                limit: { type: integer, default: 20 }
            Part: { properties: { nick: { type: [string, 'null'] } } }
            Problem: { properties: { nick: { type: [string, 'null'] } } }
            Unused: { properties: { nick: { type: [string, 'null'] } } }
            Order:
              properties:
                nick: { type: [string, 'null'] }
                lines: { type: array, items: { $ref: '#/components/schemas/Line' } }
                named: { type: object, additionalProperties: { $ref: '#/components/schemas/Named' } }
                either: { oneOf: [{ $ref: '#/components/schemas/Either' }, { type: string }] }
                pet: { $ref: '#/components/schemas/Cat' }
                pair: { type: array, prefixItems: [{ $ref: '#/components/schemas/Pair' }, { type: string }], items: false, minItems: 2 }
              additionalProperties: { $ref: '#/components/schemas/Extra' }
            Line: { properties: { nick: { type: [string, 'null'] } } }
            Named: { properties: { nick: { type: [string, 'null'] } } }
            Either: { properties: { nick: { type: [string, 'null'] } } }
            Pair: { properties: { nick: { type: [string, 'null'] } } }
            Extra: { properties: { nick: { type: [string, 'null'] } } }
            Pet:
              required: [petType]
              properties: { petType: { type: string }, nick: { type: [string, 'null'] } }
              discriminator: { propertyName: petType, mapping: { cat: '#/components/schemas/Cat', dog: '#/components/schemas/Dog' } }
            Cat: { allOf: [{ $ref: '#/components/schemas/Pet' }, { properties: { mood: { type: [string, 'null'] } } }] }
            Dog: { allOf: [{ $ref: '#/components/schemas/Pet' }, { properties: { mood: { type: [string, 'null'] } } }] }
        """;

    private const string Whole = """{"id":1,"name":"n","kind":"a","tags":["t"],"part":{},"note":"x","price":1.5""";

    [Fact]
    public void Only_models_that_requests_have_remember_what_is_set()
    {
        var files = SdkDriver.Run("spec.yaml", Spec, "Sdk").GetRunResult().GeneratedTrees.Select(t => t.ToString()).Where(t => t.Contains("? Nick", StringComparison.Ordinal));
        var remembering = files.ToLookup(t => t.Contains("set => AssignNullable(ref nick, value, ", StringComparison.Ordinal), t => t.Split("partial class ")[1].Split(' ')[0]);

        Assert.Equal(["Either", "Extra", "Line", "Named", "Order", "Pair", "Pet", "Unused"], remembering[true].Order(StringComparer.Ordinal));
        Assert.Equal(["Part", "Problem", "Reply"], remembering[false].Order(StringComparer.Ordinal));
    }

    /// <summary>JSON of a reply, what a consumer does with it, and the JSON then; no third text where it stays as it was.</summary>
    private static readonly (string Json, string Change, string? Written)[] Replies =
    [
        (Whole + "}", "", null),
        (Whole + ""","nick":null,"size":null,"remark":null,"at":null,"any":null,"limit":null}""", "", null),
        ("{}", "", null),
        ("""{"note":null,"price":null}""", "", null),
        ("""{"id":null,"name":null,"kind":null,"tags":null,"part":null}""", "", null),
        (Whole + ""","nick":null}""", "r.Nick = \"a\";", Whole + ""","nick":"a"}"""),
        (Whole + ""","nick":null}""", "r.Nick = \"a\"; r.Nick = null;", null),
        (Whole + ""","nick":"a","size":1,"at":"2024-01-02T03:04:05Z"}""", "r.Nick = null; r.Size = null; r.At = null;", Whole + "}"),
        (Whole + ""","nick":null,"nick":"a"}""", "r.Nick = null;", Whole + "}"),
        (Whole + ""","size":1,"size":null}""", "", Whole + ""","size":null}"""),
        (Whole + ""","remark":null,"limit":null}""", "r.Remark = \"a\"; r.Limit = 20;", Whole + ""","remark":"a","limit":20}"""),
        (Whole + ""","nick":null,"size":null,"remark":null}""", "r.Unset(x => x.Nick); r.Unset(x => x.Remark);", Whole + ""","size":null}"""),
        ("{}", "r.Id = 1; r.Name = \"n\"; r.Note = \"x\"; r.Price = 2;", """{"id":1,"name":"n","note":"x","price":2}"""),
        ("{}", "r.Tags.Add(\"a\"); r.Part.Nick = \"b\";", """{"tags":["a"],"part":{"nick":"b"}}"""),
        ("{}", "r.Tags = []; r.Part = new();", """{"tags":[],"part":{}}"""),
        ("""{"id":null,"tags":null}""", "r.Id = 1; r.Tags.Add(\"a\");", """{"id":1,"tags":["a"]}"""),
    ];

    [Fact]
    public void What_was_read_is_written_again_until_it_is_changed()
    {
        var steps = Replies.Select(r => $$"""
                {
                    var r = Read<Reply>({{Literal(r.Json)}});
                    {{r.Change}}
                    lines.Add(Json(r));
                }
            """);

        var written = SdkRun.Of(Spec, $"var lines = new List<string>();\n{string.Concat(steps)}\nreturn string.Join(\"\\n\", lines);");

        Assert.Equal(string.Join("\n", Replies.Select(r => r.Written ?? r.Json)), written);
    }

    [Fact]
    public void A_property_is_set_if_it_has_a_value_or_came_as_null() => Assert.Equal("True True False False False True True", SdkRun.Of(Spec, """
        var r = Read<Reply>("{\"nick\":null,\"remark\":null,\"id\":null}");
        var set = new[] { r.IsSet(x => x.Nick), r.IsSet(x => x.Remark), r.IsSet(x => x.Size), r.IsSet(x => x.Name), r.IsSet(x => x.Limit), r.IsSet(x => x.Id), new Reply().IsSet(x => x.Name) };
        return string.Join(" ", set);
        """));

    private static string Literal(string text) => "\"" + text.Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";
}
