using System.Text.Json;
using Kiln.Generator.Changes.Findings;
using Kiln.Generator.Diagnostics;
using Kiln.Tool.Reports.Json;

namespace Kiln.Tool.Reports.Sarif;

/// <summary>Findings as SARIF 2.1.0, for code scanning. A result stands in the new document, and refers to the old one.</summary>
internal static class SarifReport
{
    public static string Write(FindingReport report) => JsonText.Write(json =>
    {
        var results = report.Findings.Items.Select(f => (Finding: f, Reason: (string?)null))
            .Concat(report.Accepted.Items.Select(a => (a.Finding, (string?)a.Reason)))
            .ToList();
        var rules = SarifRules.Of(report, results.Select(r => r.Finding));

        json.WriteStartObject();
        json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "kiln");
        json.WriteString("semanticVersion", KilnVersion.Text);
        rules.Write(json);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartObject("automationDetails");
        json.WriteString("id", $"kiln-{report.Kind.Name}/");
        json.WriteEndObject();
        // Without an address: where the checkout is, the reader knows.
        json.WriteStartObject("originalUriBaseIds");
        json.WriteStartObject(SarifLocations.BaseId);
        json.WriteStartObject("description");
        json.WriteString("text", "The root of the checkout.");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteStartArray("results");
        foreach (var (finding, reason) in results)
            Write(json, report, finding, reason, rules.IndexOf(finding));
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, FindingReport report, Finding finding, string? reason, int rule)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", finding.Id);
        json.WriteNumber("ruleIndex", rule);
        json.WriteString("level", SarifRules.Level(finding.Severity));
        json.WriteStartObject("message");
        json.WriteString("text", Message(finding));
        json.WriteEndObject();
        SarifLocations.Write(json, report, finding);
        json.WriteStartObject("partialFingerprints");
        json.WriteString("kilnFinding/v1", Fingerprint.Of(finding));
        json.WriteEndObject();
        if (reason is not null)
        {
            json.WriteStartArray("suppressions");
            json.WriteStartObject();
            json.WriteString("kind", "external");
            json.WriteString("justification", reason);
            json.WriteEndObject();
            json.WriteEndArray();
        }
        WriteProperties(json, finding);
        json.WriteEndObject();
    }

    private static string Message(Finding finding)
    {
        var sentence = FindingWords.Sentence(finding).TrimEnd('.');
        var observed = FindingWords.Observed(finding) is { } seen ? $", {seen}" : "";
        var effects = FindingWords.EffectsOf(finding) is { Count: > 0 } some ? $" C#: {(finding.Member is null ? "" : finding.Member + ": ")}{string.Join(", ", some)}." : "";
        // These two characters together can make a link of what is before and behind them.
        return OneLine.Of($"{sentence}{observed}.{effects}").Replace("](", "] (", StringComparison.Ordinal);
    }

    private static void WriteProperties(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartObject("properties");
        json.WriteStrings("csharp", FindingWords.EffectsOf(finding));
        json.WriteOptional("direction", FindingWords.Of(finding.Direction));
        json.WriteOptional("subject", finding.Subject);
        json.WriteStrings("operations", finding.Operations);
        json.WriteOptional("oldText", finding.OldText);
        json.WriteOptional("newText", finding.NewText);
        json.WriteOptional("oldCode", finding.OldCode);
        json.WriteOptional("newCode", finding.NewCode);
        json.WriteEndObject();
    }
}
