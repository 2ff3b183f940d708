using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Kiln.Generator.Diagnostics;

namespace Kiln.Tool.Observing.Corrections;

/// <summary>Writes an overlay (OpenAPI Overlay 1.0) as YAML.</summary>
internal static class OverlayText
{
    /// <param name="document">The name of the document's file.</param>
    /// <param name="actions">The actions, in order.</param>
    public static string Write(string document, IReadOnlyList<OverlayAction> actions)
    {
        var text = new StringBuilder()
            .Append("# Corrections of ").Append(OneLine.Of(document)).Append(" that kiln observe proposes: with them, the traffic that it read fits the document.\n")
            .Append("# Each comment says what was seen. What was seen may be a fault of the service: read it before you apply it.\n")
            .Append("overlay: 1.0.0\n")
            .Append("info:\n")
            .Append("  title: Corrections from traffic\n")
            .Append("  version: 1.0.0\n")
            .Append("actions:\n");
        foreach (var action in actions)
        {
            foreach (var comment in action.Comments)
                text.Append("  # ").Append(OneLine.Of(comment)).Append('\n');
            text.Append("  - target: ").Append(Scalar(action.Target)).Append('\n');
            if (action.Update is null)
                text.Append("    remove: true\n");
            else
                AppendEntry(text, "update", action.Update, 4);
        }
        return text.ToString();
    }

    private static void AppendEntry(StringBuilder text, string key, JsonNode? value, int indent)
    {
        text.Append(' ', indent).Append(Scalar(key)).Append(':');
        AppendValue(text, value, indent);
    }

    // What follows a colon: a scalar in the same line, or a block in the next ones.
    private static void AppendValue(StringBuilder text, JsonNode? value, int indent)
    {
        switch (value)
        {
            case JsonObject { Count: > 0 } map:
                text.Append('\n');
                foreach (var (key, item) in map)
                    AppendEntry(text, key, item, indent + 2);
                break;
            case JsonArray { Count: > 0 } list when list.Any(item => item is JsonObject or JsonArray):
                text.Append('\n');
                foreach (var item in list)
                    AppendItem(text, item, indent + 2);
                break;
            default:
                text.Append(' ').Append(Flow(value)).Append('\n');
                break;
        }
    }

    private static void AppendItem(StringBuilder text, JsonNode? item, int indent)
    {
        if (item is JsonObject { Count: > 0 } map)
        {
            var isFirst = true;
            foreach (var (key, value) in map)
            {
                text.Append(' ', indent).Append(isFirst ? "- " : "  ").Append(Scalar(key)).Append(':');
                AppendValue(text, value, indent + 2);
                isFirst = false;
            }
            return;
        }
        text.Append(' ', indent).Append("- ").Append(Flow(item)).Append('\n');
    }

    private static string Flow(JsonNode? value) => value switch
    {
        null => "null",
        JsonArray list => $"[{string.Join(", ", list.Select(Flow))}]",
        JsonObject map => map.Count == 0 ? "{}" : $"{{ {string.Join(", ", map.Select(e => $"{Quoted(e.Key)}: {Flow(e.Value)}"))} }}",
        JsonValue scalar when scalar.TryGetValue<string>(out var text) => Scalar(text),
        _ => value.ToJsonString(),
    };

    // A word is written as it is; what could mean something else in YAML is quoted.
    private static string Scalar(string text) => IsPlain(text) ? text : Quoted(text);

    private static bool IsPlain(string text) =>
        text.Length is > 0 and < 200 && (char.IsAsciiLetter(text[0]) || text[0] is '_' or '/' or '$') && text.All(c => char.IsAsciiLetterOrDigit(c) || "_-/.$+".Contains(c, StringComparison.Ordinal))
        && text.ToLowerInvariant() is not ("true" or "false" or "null" or "yes" or "no" or "on" or "off" or "y" or "n");

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            if (c is '"' or '\\')
                quoted.Append('\\').Append(c);
            else if (c is < ' ' or > '~')
                quoted.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            else
                quoted.Append(c);
        }
        return quoted.Append('"').ToString();
    }
}
