using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kiln.Generator.Tests.RoundTrip;

namespace Kiln.Generator.Tests.Requests;

/// <summary>Compares what was sent with what was meant: by value, where a number, a date-time or a UUID may be written in another way, and a text may stand for any scalar where there is no JSON.</summary>
internal static class Values
{
    private const int LongestQuote = 200;

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The places where they differ, and how.</summary>
    /// <param name="meant">What was meant.</param>
    /// <param name="sent">What was sent.</param>
    /// <param name="isText">Whether all scalars of what was sent are texts.</param>
    public static IEnumerable<string> Differences(JsonNode? meant, JsonNode? sent, bool isText) => Differences(meant, sent, isText, "$");

    /// <summary>A value in a message.</summary>
    public static string Quote(JsonNode? value)
    {
        var text = value?.ToJsonString(Readable) ?? "nothing";
        return text.Length <= LongestQuote ? text : text[..LongestQuote] + "…";
    }

    private static IEnumerable<string> Differences(JsonNode? meant, JsonNode? sent, bool isText, string path) => (meant, sent) switch
    {
        (JsonObject a, JsonObject b) => a.SelectMany(m => b.ContainsKey(m.Key) ? Differences(m.Value, b[m.Key], isText, JsonPaths.Member(path, m.Key)) : [$"{JsonPaths.Member(path, m.Key)} is missing: {Quote(m.Value)}"])
            .Concat(b.Where(m => !a.ContainsKey(m.Key)).Select(m => $"{JsonPaths.Member(path, m.Key)} was not meant: {Quote(m.Value)}")),
        (JsonArray a, JsonArray b) when a.Count == b.Count => a.SelectMany((m, i) => Differences(m, b[i], isText, JsonPaths.Item(path, i))),
        _ when AreEqual(meant, sent, isText) => [],
        // What is nested where OpenAPI has no form for it is JSON, and one item cannot be told from a list of one.
        (JsonObject or JsonArray, JsonValue text) when isText && text.TryGetValue<string>(out var json) && Parsed(json) is { } nested => Differences(meant, nested, isText: false, path),
        (JsonArray { Count: 1 } one, JsonValue or JsonObject) when isText => Differences(one[0], sent, isText, JsonPaths.Item(path, 0)),
        _ => [$"{path}: {Quote(meant)} was meant, {Quote(sent)} was sent"],
    };

    private static JsonNode? Parsed(string text)
    {
        try
        {
            return text is ['{' or '[', ..] ? JsonNode.Parse(text) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool AreEqual(JsonNode? meant, JsonNode? sent, bool isText)
    {
        if (meant is not JsonValue || sent is not JsonValue)
            return meant is null && sent is null;
        var (a, b) = (meant.GetValueKind(), sent.GetValueKind());
        if (a == JsonValueKind.String && b == JsonValueKind.String)
            return meant.GetValue<string>() == sent.GetValue<string>() || Spelling.IsOneValue(JsonSerializer.Serialize(meant.GetValue<string>()), JsonSerializer.Serialize(sent.GetValue<string>()));
        var text = isText && b == JsonValueKind.String ? sent.GetValue<string>() : sent.ToJsonString();
        if (!isText && a != b)
            return false;
        return a == JsonValueKind.Number ? IsNumber(text) && JsonNumbers.AreEqual(meant.ToJsonString(), text) : meant.ToJsonString() == text;
    }

    private static bool IsNumber(string text) => double.TryParse(text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out _);
}
