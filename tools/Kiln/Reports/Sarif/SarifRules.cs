using System.Text.Json;
using Kiln.Generator.Changes.Findings;
using Kiln.Tool.Reports.Json;

namespace Kiln.Tool.Reports.Sarif;

/// <summary>The rules of a report's findings, as SARIF lists them beside the results.</summary>
internal sealed class SarifRules
{
    private readonly List<Rule> rules;

    private readonly Dictionary<string, int> indexes;

    private SarifRules(List<Rule> rules)
    {
        this.rules = rules;
        indexes = rules.Select((rule, index) => (rule.Description.Id, index)).ToDictionary(r => r.Id, r => r.index, StringComparer.Ordinal);
    }

    public static SarifRules Of(FindingReport report, IEnumerable<Finding> findings) => new(
    [
        .. findings
            .GroupBy(f => f.Id, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new Rule(
                report.DescriptionOf(g.Key) ?? RuleDescription.FromId(g.Key),
                g.Max(f => f.Severity),
                [.. g.SelectMany(f => f.Aliases.Items).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)])),
    ]);

    public int IndexOf(Finding finding) => indexes[finding.Id];

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartArray("rules");
        foreach (var rule in rules)
            Write(json, rule);
        json.WriteEndArray();
    }

    public static string Level(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Breaking => "error",
        FindingSeverity.Warning => "warning",
        _ => "note",
    };

    private static void Write(Utf8JsonWriter json, Rule rule)
    {
        json.WriteStartObject();
        json.WriteString("id", rule.Description.Id);
        json.WriteString("name", NameOf(rule.Description.Id));
        WriteText(json, "shortDescription", rule.Description.Title);
        WriteText(json, "fullDescription", rule.Description.Title);
        WriteText(json, "help", rule.Description.Help);
        json.WriteStartObject("defaultConfiguration");
        json.WriteString("level", Level(rule.Severity));
        json.WriteEndObject();
        if (rule.Aliases.Count > 0)
        {
            json.WriteStartObject("properties");
            json.WriteStrings("aliases", rule.Aliases);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    // Viewers show it, and expect one identifier: EnumValueRemoved.
    private static string NameOf(string id) =>
        string.Concat(id.Split('-', StringSplitOptions.RemoveEmptyEntries).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    private sealed record Rule(RuleDescription Description, FindingSeverity Severity, IReadOnlyList<string> Aliases);
}
