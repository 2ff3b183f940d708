using System.Text;
using Kiln.Tool.Reports.Json;

namespace Kiln.Tool.Gates;

/// <summary>The list of all rules, for people and for programs.</summary>
internal static class RuleList
{
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

    public static string Json(IReadOnlyList<ListedRule> rules) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("rules");
        foreach (var rule in rules)
        {
            json.WriteStartObject();
            json.WriteString("id", rule.Id);
            json.WriteString("area", rule.Area);
            json.WriteString("severity", rule.Severity);
            json.WriteOptional("condition", rule.Condition);
            json.WriteString("meaning", rule.Meaning);
            json.WriteStrings("aliases", rule.Aliases);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    });
}
