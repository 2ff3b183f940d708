using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Kiln.Tool.Gates;

/// <summary>The list of all rules, for people and for programs.</summary>
internal static class RuleList
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A table: the id, the severities, what it means and when it is applied. The ids of oasdiff are in the JSON.</summary>
    public static string Text(IReadOnlyList<ListedRule> rules)
    {
        var text = new StringBuilder();
        var (ids, severities) = (rules.Max(r => r.Id.Length), rules.Max(r => r.Severity.Length));
        foreach (var area in rules.GroupBy(r => r.Area))
        {
            text.Append(text.Length == 0 ? "" : "\n").Append(area.Key).Append('\n');
            foreach (var rule in area)
                text.Append($"  {rule.Id.PadRight(ids)}  {rule.Severity.PadRight(severities)}  {rule.Meaning}{(rule.Condition.Length > 0 ? $" ({rule.Condition})" : "")}".TrimEnd()).Append('\n');
        }
        var aliases = rules.SelectMany(r => r.Aliases).Distinct().Count();
        return text.Append($"\n{rules.Select(r => r.Id).Distinct().Count()} ids, and {aliases} ids of oasdiff as aliases, which --format json lists.\n").ToString();
    }

    public static string Json(IReadOnlyList<ListedRule> rules)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Indented))
        {
            json.WriteStartObject();
            json.WriteStartArray("rules");
            foreach (var rule in rules)
            {
                json.WriteStartObject();
                json.WriteString("id", rule.Id);
                json.WriteString("area", rule.Area);
                json.WriteString("severity", rule.Severity);
                if (rule.Condition.Length > 0)
                    json.WriteString("condition", rule.Condition);
                json.WriteString("meaning", rule.Meaning);
                json.WriteStartArray("aliases");
                foreach (var alias in rule.Aliases)
                    json.WriteStringValue(alias);
                json.WriteEndArray();
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }
}
