using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kiln.Generator.Tests.Answers.Document;
using Kiln.Generator.Tests.Requests.Document;
using Kiln.Generator.Tests.Requests.Making;

namespace Kiln.Generator.Tests.Answers.Making;

/// <summary>Makes bodies and headers of responses that the document allows.</summary>
internal sealed class AnswerMaker(Random random)
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ValueMaker maker = new(random, isAnswer: true);

    /// <summary>The bodies of a content: with all fields, with the required ones, with some, and the examples of the document; none if its schema has no value.</summary>
    /// <param name="content">The content.</param>
    /// <param name="examples">The examples that the schema allows.</param>
    /// <param name="count">How many are made.</param>
    public IEnumerable<MadeBody> Make(AnswerContent content, IEnumerable<RawNode> examples, int count)
    {
        if (FormOf(content) is not Form.Json)
        {
            yield return Bytes(content);
            yield break;
        }
        foreach (var extent in new[] { Extent.All, Extent.Required, Extent.Some }.Take(count))
        {
            maker.Extent = extent;
            if (MakeWhole(content) is { } value)
                yield return Json(content, value);
        }
        foreach (var example in examples)
            yield return Json(content, JsonNode.Parse(example.Json.GetRawText()));
    }

    // A sequence that is read as a whole is an array, and a problem of which nothing is said is an object (RFC 9457).
    private JsonNode? MakeWhole(AnswerContent content) =>
        content is { Schema: null, ItemSchema: { } item } ? new JsonArray(maker.Make(item, TextRules.Json), maker.Make(item, TextRules.Json))
        : content.Schema?.Entries.Any(e => e.Key is not ("description" or "title")) != true && content.MediaType.StartsWith("application/problem+json", StringComparison.OrdinalIgnoreCase) ? new JsonObject { ["title"] = "any", ["status"] = 400 }
        : maker.Make(content.Schema, TextRules.Json);

    /// <summary>A value of a header; <see langword="null"/> for none.</summary>
    public JsonNode? Make(RawHeader header)
    {
        maker.Extent = Extent.Some;
        var isCompound = header.Schema?.TextOf("type") is null or "array" or "object";
        return maker.Make(header.Schema, new(header.IsJson ? "" : isCompound ? ",=;\"" : "", IsAscii: true, IsText: !header.IsJson));
    }

    /// <summary>A value of a schema, for the items of a sequence; <see langword="null"/> for none.</summary>
    public JsonNode? Item(RawNode? schema)
    {
        maker.Extent = Extent.Some;
        return maker.Make(schema, TextRules.Json);
    }

    /// <summary>A value in the style <c>simple</c>, or as JSON.</summary>
    public static string Write(RawHeader header, JsonNode value) => (header.IsJson, value) switch
    {
        // Of ASCII alone: what else there is, is escaped.
        (true, _) => value.ToJsonString(),
        (_, JsonArray list) => string.Join(",", list.Select(Scalar)),
        (_, JsonObject map) => string.Join(",", map.Select(m => $"{m.Key}{(header.Explode ? '=' : ',')}{Scalar(m.Value)}")),
        _ => Scalar(value),
    };

    /// <summary>Whether a content is served as JSON.</summary>
    public static bool IsJson(AnswerContent content) => FormOf(content) == Form.Json;

    public static string TextOf(JsonNode? value) => value?.ToJsonString(Readable) ?? "null";

    private static string Scalar(JsonNode? value) => value is JsonValue && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value?.ToJsonString() ?? "";

    private static MadeBody Json(AnswerContent content, JsonNode? value) => new(Encoding.UTF8.GetBytes(TextOf(value)), ServedType(content.MediaType, "application/json"), value, IsJson: true);

    private static MadeBody Bytes(AnswerContent content) => FormOf(content) == Form.Text
        ? new(Encoding.UTF8.GetBytes(BodyKinds.Of(content.MediaType) == BodyKind.Xml ? "<pet name=\"Rex\">ä &amp; 字</pet>" : "any text: ä字💡\r\n1,2"), WithCharset(ServedType(content.MediaType, "text/plain")), null, false)
        : new([0, 1, 2, 0xff, 0xfe, 13, 10, 200], ServedType(content.MediaType, "application/octet-stream"), null, false);

    // Without one, it would be that of another charset to some readers.
    private static string WithCharset(string mediaType) => mediaType.StartsWith("text/", StringComparison.Ordinal) && !mediaType.Contains("charset") ? mediaType + "; charset=utf-8" : mediaType;

    private static string ServedType(string mediaType, string any) => mediaType.Split(';')[0].Trim() switch
    {
        "*/*" or "application/*" or "" => any,
        "text/*" => any.StartsWith("text/", StringComparison.Ordinal) ? any : "text/json",
        "image/*" => "image/png",
        var type when type.EndsWith("/*", StringComparison.Ordinal) => type[..^1] + "x-any",
        _ => mediaType,
    };

    private static Form FormOf(AnswerContent content)
    {
        var isString = content.Schema is { } schema && schema.TextsOf("type") is ["string"] or ["file"];
        var format = content.Schema?.TextOf("format");
        if (isString && (format == "binary" || content.Schema!.Value.TextOf("type") == "file"))
            return Form.Bytes;
        var isAny = content.MediaType.Split(';')[0].Trim() is "*/*" or "application/*";
        return content.Kind switch
        {
            BodyKind.Json or BodyKind.JsonPatch when isAny && isString => format is "byte" ? Form.Bytes : Form.Text,
            BodyKind.Json or BodyKind.JsonPatch => Form.Json,
            BodyKind.Lines => Form.Json,
            // A text that is an object is JSON under another name.
            BodyKind.Text when IsOther(content.Schema) && content.MediaType.StartsWith("text/plain", StringComparison.Ordinal) => Form.Json,
            BodyKind.Text or BodyKind.Xml => Form.Text,
            _ => Form.Bytes,
        };
    }

    private static bool IsOther(RawNode? schema) => schema is { IsMap: true } node && (node.TextsOf("type") is { Count: > 0 } types && !types.Contains("string") || node["properties"] is not null || node["items"] is not null);

    private enum Form
    {
        Json,
        Text,
        Bytes,
    }
}
