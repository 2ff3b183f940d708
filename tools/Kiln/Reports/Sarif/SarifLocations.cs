using System.Text.Json;
using Kiln.Generator.Changes.Findings;
using Kiln.Generator.Diagnostics;

namespace Kiln.Tool.Reports.Sarif;

/// <summary>Where a finding is, as SARIF has it: the place in the new document, and the old one as a related location.</summary>
internal static class SarifLocations
{
    /// <summary>What relative addresses are relative to.</summary>
    public const string BaseId = "SRCROOT";

    public static void Write(Utf8JsonWriter json, FindingReport report, Finding finding)
    {
        json.WriteStartArray("locations");
        json.WriteStartObject();
        WritePhysical(json, report, report.PlaceOf(finding));
        if (finding.Member is { } member)
        {
            json.WriteStartArray("logicalLocations");
            json.WriteStartObject();
            json.WriteString("fullyQualifiedName", member);
            json.WriteEndObject();
            json.WriteEndArray();
        }
        json.WriteEndObject();
        json.WriteEndArray();

        if (finding.Old is not { } old)
            return;
        json.WriteStartArray("relatedLocations");
        json.WriteStartObject();
        json.WriteNumber("id", 1);
        WritePhysical(json, report, old);
        json.WriteStartObject("message");
        json.WriteString("text", "The old document.");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WritePhysical(Utf8JsonWriter json, FindingReport report, SourceLocation place)
    {
        var path = report.PathOf(place.File);
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", Uri(path));
        if (!IsAbsolute(path))
            json.WriteString("uriBaseId", BaseId);
        json.WriteEndObject();
        json.WriteStartObject("region");
        json.WriteNumber("startLine", place.Line);
        json.WriteNumber("startColumn", place.Column);
        // A place that ends before it begins would not be accepted.
        if (place.EndLine > place.Line || place.EndLine == place.Line && place.EndColumn >= place.Column)
        {
            json.WriteNumber("endLine", place.EndLine);
            json.WriteNumber("endColumn", place.EndColumn);
        }
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static bool IsAbsolute(string path) => path.StartsWith('/') || path is [_, ':', '/', ..];

    private static string Uri(string path)
    {
        // Each segment by itself: a colon in the first would be read as a scheme.
        var segments = string.Join('/', path.Split('/').Select(System.Uri.EscapeDataString));
        return path switch
        {
            ['/', '/', ..] => $"file:{segments}",
            ['/', ..] => $"file://{segments}",
            [_, ':', '/', ..] => $"file:///{path[..2]}{segments[4..]}",
            _ => segments,
        };
    }
}
