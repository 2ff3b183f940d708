using System.Text.Json;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Tests.RoundTrip;

/// <summary>A place where JSON is not what it was.</summary>
internal sealed record JsonDifference(string Path, string Was, string Is);

/// <summary>Compares JSON by value: the order of an object's fields and the spelling of a number mean nothing.</summary>
internal static class JsonDifferences
{
    private const int LongestQuote = 80;

    public static IReadOnlyList<JsonDifference> Between(SpecNode was, JsonElement? @is, string path)
    {
        var differences = new List<JsonDifference>();
        Compare(was, @is, path, differences);
        return differences;
    }

    /// <summary>Whether two values of a document are one.</summary>
    public static bool AreEqual(SpecNode a, SpecNode b)
    {
        using var json = JsonDocument.Parse(SpecJson.Write(b));
        return Between(a, json.RootElement, JsonPaths.Root).Count == 0;
    }

    private static void Compare(SpecNode was, JsonElement? @is, string path, List<JsonDifference> differences)
    {
        switch (was)
        {
            case SpecMap map when @is is { ValueKind: JsonValueKind.Object } json:
                foreach (var entry in map.Entries)
                    Compare(entry.Value, json.TryGetProperty(entry.Key, out var value) ? value : null, JsonPaths.Member(path, entry.Key), differences);
                foreach (var extra in json.EnumerateObject().Where(p => map[p.Name] is null))
                    differences.Add(new(JsonPaths.Member(path, extra.Name), "nothing", Quote(extra.Value)));
                break;
            case SpecList list when @is is { ValueKind: JsonValueKind.Array } json && json.GetArrayLength() == list.Items.Count:
                for (var i = 0; i < list.Items.Count; i++)
                    Compare(list.Items[i], json[i], JsonPaths.Item(path, i), differences);
                break;
            case SpecScalar scalar when @is is { } json && IsSame(scalar, json):
                break;
            default:
                differences.Add(new(path, Shorten(SpecJson.Write(was)), Quote(@is)));
                break;
        }
    }

    private static bool IsSame(SpecScalar was, JsonElement @is) => (was.Kind, @is.ValueKind) switch
    {
        (ScalarKind.String, JsonValueKind.String) => was.Text == @is.GetString(),
        (ScalarKind.Number, JsonValueKind.Number) => JsonNumbers.AreEqual(was.Text, @is.GetRawText()),
        (ScalarKind.Boolean, JsonValueKind.True) => was.Text == "true",
        (ScalarKind.Boolean, JsonValueKind.False) => was.Text == "false",
        (ScalarKind.Null, JsonValueKind.Null) => true,
        _ => false,
    };

    private static string Quote(JsonElement? json) => json is { } value ? Shorten(value.GetRawText()) : "nothing";

    private static string Shorten(string text) => text.Length <= LongestQuote ? text : text[..LongestQuote] + "…";
}
