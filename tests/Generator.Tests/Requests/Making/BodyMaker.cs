using System.Text.Json.Nodes;
using Kiln.Generator.Tests.Requests.Document;

namespace Kiln.Generator.Tests.Requests.Making;

/// <summary>Makes the value of a body, at random.</summary>
internal sealed class BodyMaker(Random random, ValueMaker maker)
{
    private static readonly TextRules Fields = new(IsText: true);

    public JsonNode? Make(RawContent content) => BodyKinds.Of(content) switch
    {
        BodyKind.Json => maker.Make(content.Schema, TextRules.Json),
        BodyKind.JsonPatch => Patch(),
        BodyKind.Lines => new JsonArray(maker.Make(content.Schema, TextRules.Json), maker.Make(content.Schema, TextRules.Json)),
        BodyKind.Form or BodyKind.Multipart => content.FormFields is { } fields ? MakeFields(fields) : MakeForm(content),
        BodyKind.Xml => "<pet name=\"Rex\">ä &amp; 字</pet>",
        _ => "any text: ä字💡\r\n\0\u0001",
    };

    // A form has fields, also where its schema does not say so.
    private JsonNode? MakeForm(RawContent content) => maker.Make(content.Schema, Fields with { Forbidden = SeparatorsOf(content) }) switch
    {
        JsonValue or JsonArray => new JsonObject { ["any"] = "anything" },
        var form => form,
    };

    // What the styles of its fields cannot tell from what separates two items: nothing is encoded in a part, and only the comma in a form.
    private static string SeparatorsOf(RawContent content)
    {
        var isMultipart = BodyKinds.Of(content) == BodyKind.Multipart;
        return string.Concat((content.Encoding?.Entries ?? []).Select(e => FormField.Of(content, e.Key).Style switch
        {
            null or { Explode: true } => "",
            { Style: "spaceDelimited" } => " +",
            { Style: "pipeDelimited" } => "|",
            _ => isMultipart ? "," : "",
        }));
    }

    private JsonObject? MakeFields(IReadOnlyList<RawParameter> fields)
    {
        var made = new JsonObject();
        foreach (var field in fields)
        {
            if ((field.IsRequired || random.Next(3) > 0) && maker.Make(field.Schema, MeaningMaker.RulesOf(field)) is { } value)
                made[field.Name] = value;
        }
        return made.Count == 0 ? null : made;
    }

    // RFC 6902, section 4: what a document says of it is the same or nothing.
    private static JsonArray Patch() =>
    [
        new JsonObject { ["op"] = "test", ["path"] = "/a~1b/~0", ["value"] = null },
        new JsonObject { ["op"] = "add", ["path"] = "/ä/-", ["value"] = new JsonObject { ["x"] = new JsonArray(1, "字") } },
        new JsonObject { ["op"] = "replace", ["path"] = "/name", ["value"] = "Rex" },
        new JsonObject { ["op"] = "remove", ["path"] = "/tags/0" },
        new JsonObject { ["op"] = "move", ["from"] = "/a", ["path"] = "/b" },
        new JsonObject { ["op"] = "copy", ["from"] = "/b", ["path"] = "/c" },
    ];
}
