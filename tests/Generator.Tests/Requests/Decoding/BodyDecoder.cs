using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kiln.Generator.Tests.Requests.Document;

namespace Kiln.Generator.Tests.Requests.Decoding;

/// <summary>Reads bodies by their media type, as a server does that knows the document.</summary>
internal static class BodyDecoder
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>In what the body that was sent is not what was meant.</summary>
    public static IEnumerable<string> Differences(RawContent content, JsonNode? meant, RawRequest raw)
    {
        if (meant is null)
            return raw.Body.Length == 0 ? [] : [$"{raw.Body.Length} bytes were sent and not meant"];
        if (raw.Header("Content-Type") is not { } type)
            return [$"there is no Content-Type, and {raw.Body.Length} bytes"];
        // A range of media types says no more than that there is one, and what is like XML or a patch by its name may be JSON by its schema.
        var (kind, named) = (BodyKinds.Of(type), BodyKinds.Of(content.MediaType));
        if (kind != named && kind != BodyKinds.Of(content) && !content.MediaType.Contains('*'))
            return [$"the Content-Type is {type}"];

        try
        {
            return kind switch
            {
                _ when BodyKinds.Of(content) == BodyKind.Binary => Text(meant, raw.Body),
                BodyKind.Json or BodyKind.JsonPatch => Values.Differences(meant, JsonNode.Parse(raw.Body), isText: false),
                BodyKind.Lines => Lines(meant.AsArray(), raw.Body),
                BodyKind.Form => FormFields(content, meant, raw.Body),
                BodyKind.Multipart => Parts(content, meant, Multipart.Read(raw.Body, type)),
                _ => Text(meant, raw.Body),
            };
        }
        catch (Exception exception) when (exception is FormatException or JsonException or DecoderFallbackException)
        {
            return [$"{exception.Message} {Values.Quote(meant)} was meant by {Encoding.UTF8.GetString(raw.Body)}"];
        }
    }

    private static IEnumerable<string> Text(JsonNode meant, byte[] body) => Values.Differences(meant, Strict.GetString(body), isText: true);

    private static IEnumerable<string> Lines(JsonArray meant, byte[] body)
    {
        var lines = Strict.GetString(body).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Trim('\u001e', '\r'));
        return Values.Differences(meant, new JsonArray([.. lines.Select(l => JsonNode.Parse(l))]), isText: false);
    }

    private static IEnumerable<string> FormFields(RawContent content, JsonNode meant, byte[] body)
    {
        var pairs = PairDecoder.OfQuery(Strict.GetString(body));
        var found = new List<string>();
        foreach (var (name, value) in meant.AsObject().OrderBy(m => FormField.Of(content, m.Key).Style is { Explode: true, Style: "form" } && m.Value is JsonObject))
        {
            var field = FormField.Of(content, name);
            // Without a style lists are repeated, and what is an object is JSON, which its content type is by default.
            var how = field.Style ?? (value is JsonObject ? new Serialization("content", false, field.ContentType ?? "application/json") : new("form", true));
            var sent = pairs.Read(name, how, Forms.Of(value), n => value is JsonObject map && map.ContainsKey(n), t => PercentText.Decode(t, isForm: true));
            found.AddRange(Values.Differences(value, sent, isText: how.Style != "content").Select(d => $"{name}: {d} by {Strict.GetString(body)}"));
        }
        return found.Concat(pairs.Left.Select(l => $"{l.Name}={l.Value} was sent and not meant"));
    }

    private static IEnumerable<string> Parts(RawContent content, JsonNode meant, IReadOnlyList<MultipartPart> parts)
    {
        var read = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, value) in meant.AsObject())
        {
            var field = FormField.Of(content, name);
            var own = parts.Where(p => p.Name == name).ToList();
            if (field.Style is { } style && value is JsonArray or JsonObject)
            {
                // A style makes parts of text as it makes parameters of a query, without percent-encoding.
                var pairs = new PairDecoder(parts.Where(p => p.Name is not null).Select(p => (p.Name!, Strict.GetString(p.Body))));
                var sent = pairs.Read(name, style, Forms.Of(value), n => value is JsonObject map && map.ContainsKey(n), t => t, isRaw: true);
                read.UnionWith(parts.Where(p => !pairs.Left.Any(l => l.Name == p.Name)).Select(p => p.Name!));
                foreach (var difference in Values.Differences(value, sent, isText: true))
                    yield return $"{name}: {difference}";
                continue;
            }
            read.Add(name);
            var items = value is JsonArray list && !(field.ContentType?.Contains("json", StringComparison.OrdinalIgnoreCase) ?? false) ? list.ToList() : [value];
            if (items.Count != own.Count)
            {
                yield return $"{name} has {own.Count} parts, not {items.Count}";
                continue;
            }
            for (var i = 0; i < items.Count; i++)
            {
                if (own[i].Header("Content-Disposition")?.StartsWith("form-data;", StringComparison.Ordinal) != true)
                    yield return $"{name} is no form-data";
                if (field.ContentType is { } wanted && own[i].Header("Content-Type") is var type && !wanted.Split(',').Any(w => IsOf(type, w.Trim())))
                    yield return $"{name} has the type {type}, not {wanted}";
                foreach (var difference in Part(items[i], own[i]))
                    yield return $"{name}: {difference}";
            }
        }
        foreach (var extra in parts.Where(p => p.Name is null || !read.Contains(p.Name)))
            yield return $"the part {extra.Name} was not meant";
    }

    private static IEnumerable<string> Part(JsonNode? meant, MultipartPart part)
    {
        if (part.FileName is { } file && file != FileName)
            return [$"the file is called {file}, not {FileName}"];
        return part.Header("Content-Type") is { } type && BodyKinds.Of(type) == BodyKind.Json && part.FileName is null
            ? Values.Differences(meant, JsonNode.Parse(part.Body), isText: false)
            : Values.Differences(meant, Strict.GetString(part.Body), isText: true);
    }

    /// <summary>What a server gets of the name of each file.</summary>
    public const string FileName = "a \"b\";\r\nä.bin";

    private static bool IsOf(string? type, string wanted) =>
        type?.Split(';')[0].Trim() is { } own && (own.Equals(wanted.Split(';')[0], StringComparison.OrdinalIgnoreCase) || wanted.EndsWith('*') && own.StartsWith(wanted.TrimEnd('*'), StringComparison.OrdinalIgnoreCase));
}
