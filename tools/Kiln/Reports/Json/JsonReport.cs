using System.Text.Json;
using Kiln.Generator.Changes.Findings;
using Kiln.Generator.Diagnostics;

namespace Kiln.Tool.Reports.Json;

/// <summary>Findings as JSON, in the form that <c>docs/schemas/findings.schema.json</c> publishes. It is only added to.</summary>
internal static class JsonReport
{
    public static string Write(FindingReport report) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("kind", report.Kind.Name);
        json.WriteString("title", report.Title);
        if (report.Old is { } old)
            json.WriteString("old", old.Label);
        json.WriteString("new", report.New.Label);

        json.WriteStartArray("findings");
        foreach (var finding in report.Findings)
            Write(json, finding);
        json.WriteEndArray();

        if (report.Accepted.Count > 0)
        {
            json.WriteStartArray("accepted");
            foreach (var accepted in report.Accepted)
                Write(json, accepted.Finding, accepted.Reason);
            json.WriteEndArray();
        }
        WriteSummary(json, report);
        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, Finding finding, string? reason = null)
    {
        json.WriteStartObject();
        json.WriteString("id", finding.Id);
        json.WriteStrings("aliases", finding.Aliases);
        json.WriteString("severity", FindingWords.Of(finding.Severity));
        json.WriteOptional("direction", FindingWords.Of(finding.Direction));
        json.WriteOptional("subject", finding.Subject);
        json.WriteString("message", finding.Message);
        json.WriteStrings("csharp", FindingWords.EffectsOf(finding));
        json.WriteOptional("member", finding.Member);
        json.WriteOptional("oldCode", finding.OldCode);
        json.WriteOptional("newCode", finding.NewCode);
        Write(json, "old", finding.Old, finding.OldText);
        Write(json, "new", finding.New, finding.NewText);
        json.WriteStrings("operations", finding.Operations);
        if (finding.Observation is { } seen)
        {
            json.WriteStartObject("observation");
            json.WriteNumber("count", seen.Count);
            json.WriteNumber("total", seen.Total);
            json.WriteOptional("jsonPath", seen.JsonPath);
            if (seen.Example is not null)
                json.WriteString("example", seen.Example);
            json.WriteEndObject();
        }
        json.WriteString("fingerprint", Fingerprint.Of(finding));
        json.WriteOptional("reason", reason);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string side, SourceLocation? place, string? text)
    {
        if (place is null && text is null)
            return;

        json.WriteStartObject(side);
        if (place is not null)
        {
            json.WriteString("file", place.File);
            json.WriteNumber("line", place.Line);
            json.WriteNumber("column", place.Column);
        }
        if (text is not null)
            json.WriteString("text", text);
        json.WriteEndObject();
    }

    private static void WriteSummary(Utf8JsonWriter json, FindingReport report)
    {
        var summary = report.Summary;
        json.WriteStartObject("summary");
        json.WriteNumber("total", summary.Total);
        foreach (var (severity, count) in summary.Severities)
            json.WriteNumber(FindingWords.Of(severity), count);
        json.WriteStartObject("csharp");
        foreach (var (effect, count) in summary.Effects)
            json.WriteNumber(FindingWords.Of(effect), count);
        json.WriteEndObject();
        json.WriteNumber("accepted", report.Accepted.Count);
        json.WriteOptional("suggestedVersion", report.SuggestedVersion);
        json.WriteEndObject();
    }
}
