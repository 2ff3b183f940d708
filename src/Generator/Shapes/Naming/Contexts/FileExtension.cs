namespace Kiln.Generator.Shapes.Naming;

/// <summary>
/// What a segment ends with to say in which format the response is, as in <c>/Accounts/{Sid}.json</c>. It is part of the URL, and of a name only where
/// the paths beside it differ in nothing else.
/// </summary>
internal static class FileExtension
{
    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ".json", ".xml", ".yaml", ".yml", ".csv", ".tsv", ".txt", ".html", ".htm", ".rss", ".atom", ".jsonld", ".geojson", ".ndjson", ".jsonl", ".pdf",
    };

    /// <summary>The extension with its dot; empty for none.</summary>
    public static string Of(string segment)
    {
        var dot = segment.LastIndexOf('.');
        return dot > 0 && Known.Contains(segment.Substring(dot)) ? segment.Substring(dot) : "";
    }

    /// <summary>The segment without its extension.</summary>
    public static string Drop(string segment) => segment.Substring(0, segment.Length - Of(segment).Length);
}
